import Foundation

/// An exclusive lock on a file, held until `release()` or the end of the process, however it ends.
///
/// `flock` rather than `fcntl`: it also holds between two tasks of one process, and closing another descriptor of the
/// same file does not drop it.
struct FileLock: ~Copyable {
    private let descriptor: Int32

    /// Waits for the lock without blocking a thread.
    ///
    /// **Throws** `OpsError.clusterBusy` when somebody else holds it for longer than `timeout`.
    static func acquire(_ path: String, timeout: Duration = .seconds(90)) async throws -> FileLock {
        // Closed on exec: a server started under the lock must not keep it.
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw OpsError.folderNotUsable(path: path, errorCode: errno) }
        let lock = FileLock(descriptor: descriptor)
        let deadline = ContinuousClock.now + timeout
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw OpsError.folderNotUsable(path: path, errorCode: errno)
            }
            guard ContinuousClock.now < deadline else { throw OpsError.clusterBusy(lockFile: path) }
            try await Task.sleep(for: .milliseconds(50))
        }
        return lock
    }

    consuming func release() {}

    deinit { close(descriptor) }
}
