internal import Glibc

/// Reading and making files that only their owner may read.
enum KeyFile {
    /// **Throws** `keyFileMissing`, `keyFileOpenToOthers`, `keyFileInputOutput`, `keyFileMalformed` when it is no short text.
    static func read(path: String) throws(CryptoError) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .keyFileMissing(path: path) : .keyFileInputOutput(path: path, errno: errno)
        }
        defer { close(descriptor) }

        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .keyFileInputOutput(path: path, errno: errno) }
        let mode = status.st_mode & 0o777
        guard mode & 0o077 == 0 else { throw .keyFileOpenToOthers(path: path, mode: mode) }

        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw .keyFileInputOutput(path: path, errno: errno) }
        guard count < bytes.count, let text = String(validating: bytes.prefix(count), as: UTF8.self) else {
            throw .keyFileMalformed(path: path, line: 1)
        }
        return text
    }

    /// **Throws** `keyFileExists`, `keyFileInputOutput`. A file that could not be written whole is taken away again.
    static func create(path: String, text: String) throws(CryptoError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? .keyFileExists(path: path) : .keyFileInputOutput(path: path, errno: errno)
        }
        defer { close(descriptor) }

        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            let cause = errno
            unlink(path)
            throw .keyFileInputOutput(path: path, errno: cause)
        }
    }
}
