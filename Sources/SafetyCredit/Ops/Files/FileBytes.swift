internal import Glibc

/// Whole files in and out of memory.
public enum FileBytes {
    /// The bytes of a file, at most `limit`.
    ///
    /// **Throws** every case of `FileError`; `inputOutput` with ESTALE when the file shrank while it was read.
    public static func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .from(errno: errno, path: path) }
        defer { close(descriptor) }

        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .from(errno: errno, path: path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
        let size = Int(status.st_size)
        guard size <= limit else { throw .tooLarge(path: path, bytes: size, limit: limit) }

        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            while filled < size {
                let count = Glibc.read(descriptor, buffer.baseAddress! + filled, size - filled)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    failure = count < 0 ? errno : ESTALE
                    return
                }
                filled += count
            }
        }
        guard failure == 0 else { throw .from(errno: failure, path: path) }
        return bytes
    }

    /// Writes a file that is either whole or not there: the bytes go to a neighbour that takes the name at the end.
    ///
    /// **Throws** `notPermitted`, `folderMissing`, `inputOutput`.
    public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let draft = draftPath(for: path)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .writing(errno: errno, path: path) }
        var failure = append(bytes, to: descriptor)
        if failure == 0, fsync(descriptor) != 0 { failure = errno }
        close(descriptor)
        guard failure == 0 else {
            unlink(draft)
            throw .writing(errno: failure, path: path)
        }
        try promote(draft, to: path)
    }

    /// The name under which a file is written before it is whole.
    static func draftPath(for path: String) -> String { "\(path).\(getpid()).draft" }

    /// Gives a finished draft its name.
    static func promote(_ draft: String, to path: String) throws(FileError) {
        guard rename(draft, path) == 0 else {
            let cause = errno
            unlink(draft)
            throw .writing(errno: cause, path: path)
        }
    }

    /// Takes an unfinished draft away.
    static func discard(_ draft: String) { unlink(draft) }

    /// Writes all the bytes to an open file or pipe.
    ///
    /// - Returns: 0, or the `errno` of the write that failed.
    public static func append(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress! + done, buffer.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return count < 0 ? errno : EIO }
                done += count
            }
            return 0
        }
    }
}
