import FoundationEssentials
import Glibc

/// A folder on a local file system, with the few durable operations a channel needs.
///
/// **Throws** everywhere `ChannelError.io` with the operation, the path and `errno`.
struct Folder: Sendable {
    let path: String

    func folder(_ name: String) -> Folder { Folder(path: path + "/" + name) }
    func file(_ name: String) -> String { path + "/" + name }

    /// Makes the folder and those above it.
    func create() throws(ChannelError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch { throw failure("mkdir", path) }
    }

    /// Why nothing can be written here; empty when it can.
    func objections() -> [ChannelError] {
        do throws(ChannelError) {
            try create()
            guard access(path, W_OK | X_OK) == 0 else { throw failure("write", path) }
            return []
        } catch { return [error] }
    }

    /// Names inside, sorted; empty when the folder does not exist.
    func names() throws(ChannelError) -> [String] {
        guard exists(".") else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        } catch { throw failure("readdir", path) }
    }

    func exists(_ name: String) -> Bool { access(file(name), F_OK) == 0 }

    /// The size of a regular file, nil for anything else: a folder, a link, nothing.
    func fileSize(_ name: String) -> Int? {
        var status = stat()
        guard lstat(file(name), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// The file's bytes from an offset on, nil when there is no such file.
    func read(_ name: String, from offset: Int = 0, atMost limit: Int = .max) throws(ChannelError) -> [UInt8]? {
        let descriptor = open(file(name), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw failure("open", file(name))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("stat", file(name)) }
        guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw failure("seek", file(name)) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: min(limit, max(4096, Int(status.st_size) - offset + 1)))
        while bytes.count < limit {
            let count = Glibc.read(descriptor, &chunk, min(chunk.count, limit - bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("read", file(name)) }
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return bytes
    }

    /// Writes a new file in place; `isDurable` waits until it is on the disk.
    func write(_ bytes: [UInt8], to name: String, isDurable: Bool = false) throws(ChannelError) {
        let descriptor = open(file(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("create", file(name)) }
        defer { close(descriptor) }
        try append(bytes, to: descriptor, named: name)
        if isDurable, fsync(descriptor) != 0 { throw failure("fsync", file(name)) }
    }

    /// Puts a whole file under its name at once: after a crash it is all there or not there.
    func place(_ bytes: [UInt8], as name: String) throws(ChannelError) {
        let temporary = ".\(name).tmp"
        try write(bytes, to: temporary, isDurable: true)
        try rename(temporary, to: name)
        try sync()
    }

    /// Appends to a file and waits until that is on the disk.
    func append(_ bytes: [UInt8], to name: String) throws(ChannelError) {
        let descriptor = open(file(name), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("create", file(name)) }
        defer { close(descriptor) }
        try append(bytes, to: descriptor, named: name)
        guard fsync(descriptor) == 0 else { throw failure("fsync", file(name)) }
    }

    /// Cuts a file to its first bytes.
    func truncate(_ name: String, to count: Int) throws(ChannelError) {
        guard Glibc.truncate(file(name), off_t(count)) == 0 else { throw failure("truncate", file(name)) }
    }

    func rename(_ name: String, to other: String, in folder: Folder? = nil) throws(ChannelError) {
        guard Glibc.rename(file(name), (folder ?? self).file(other)) == 0 else { throw failure("rename", file(name)) }
    }

    /// Gives another folder's file a second name here; false when it is not there.
    func link(_ name: String, from other: Folder) throws(ChannelError) -> Bool {
        if Glibc.link(other.file(name), file(name)) == 0 { return true }
        if errno == ENOENT { return false }
        throw failure("link", other.file(name))
    }

    /// Removes a file or a whole folder; a missing one is well.
    func remove(_ name: String) throws(ChannelError) {
        if unlink(file(name)) == 0 || errno == ENOENT { return }
        do {
            try FileManager.default.removeItem(atPath: file(name))
        } catch { throw failure("remove", file(name)) }
    }

    /// What a symbolic link points to, nil when there is none.
    func target(ofLink name: String) -> String? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes { bytes in
            readlink(file(name), bytes.baseAddress!.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
    }

    /// Points a symbolic link elsewhere in one step, durably.
    func point(_ name: String, to target: String) throws(ChannelError) {
        let temporary = ".\(name).tmp"
        try remove(temporary)
        try symlink(temporary, to: target)
        try rename(temporary, to: name)
        try sync()
    }

    /// Makes a symbolic link under a name that nothing bears.
    func symlink(_ name: String, to target: String) throws(ChannelError) {
        guard Glibc.symlink(target, file(name)) == 0 else { throw failure("symlink", file(name)) }
    }

    func setMode(_ mode: mode_t) throws(ChannelError) {
        guard chmod(path, mode) == 0 else { throw failure("chmod", path) }
    }

    /// Waits until the folder's own entries are on the disk.
    func sync() throws(ChannelError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("fsync", path) }
    }

    /// Waits until everything written so far is on the disk: one call where a release has written thousands of files.
    static func syncEverything() { Glibc.sync() }

    private func append(_ bytes: [UInt8], to descriptor: Int32, named name: String) throws(ChannelError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure("write", file(name)) }
            rest = rest.dropFirst(count)
        }
    }

    private func failure(_ operation: String, _ path: String) -> ChannelError {
        .io(operation: operation, path: path, code: errno)
    }
}
