import Glibc

/// Holds a folder for one worker, across processes; the system lets go when the holder dies.
enum FolderLock {
    /// Runs `work` while nobody else can.
    ///
    /// - Parameter waits: whether to wait for another that holds it, where that takes but a moment.
    ///
    /// **Throws** `ChannelError.busy` when another holds the folder, and what `work` throws.
    static func holding<Result>(
        _ folder: Folder, channel: String, waits: Bool = false, _ work: () throws(ChannelError) -> Result
    ) throws(ChannelError) -> Result {
        let path = folder.file("lock")
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .io(operation: "open", path: path, code: errno) }
        // Unlocked by name: a child forked meanwhile holds a copy of the descriptor until it becomes its own program.
        defer {
            flock(descriptor, LOCK_UN)
            close(descriptor)
        }
        var held = flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB)
        while held != 0, errno == EINTR { held = flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) }
        guard held == 0 else {
            throw errno == EWOULDBLOCK ? .busy(channel: channel) : .io(operation: "flock", path: path, code: errno)
        }
        return try work()
    }
}
