import Foundation
import Synchronization

/// Stops the test servers when the process ends, however it ends.
///
/// `atexit` serves a normal end. A small shell that waits for this process serves a crash: a cluster left behind
/// is stopped and removed, and as each run has a directory and a socket of its own it could block no other anyway.
final class ServerAtExit: Sendable {
    static let shared = ServerAtExit()
    private let servers = Mutex<[(pid: Int32, directory: String)]>([])

    func stop(pid: Int32, directory: String) {
        let isFirst = servers.withLock { servers in
            servers.append((pid, directory))
            return servers.count == 1
        }
        if isFirst { atexit { ServerAtExit.shared.end() } }
        watch(pid: pid, directory: directory)
    }

    private func end() {
        let all = servers.withLock { servers in
            defer { servers = [] }
            return servers
        }
        for (pid, directory) in all { Self.end(pid: pid, directory: directory) }
    }

    /// Stops one server now and removes its directory; a second time does nothing.
    static func end(pid: Int32, directory: String) {
        guard FileManager.default.fileExists(atPath: directory) else { return }
        kill(pid, SIGCONT)
        kill(pid, SIGINT)
        for _ in 0..<500 where kill(pid, 0) == 0 { usleep(10_000) }
        if kill(pid, 0) == 0 { kill(pid, SIGQUIT) }
        try? FileManager.default.removeItem(atPath: directory)
    }

    private func watch(pid: Int32, directory: String) {
        let script = """
            while kill -0 \(getpid()) 2>/dev/null; do sleep 2; done
            kill -0 \(pid) 2>/dev/null && { kill -CONT \(pid); kill -QUIT \(pid); sleep 1; }
            rm -rf '\(directory)'
            """
        _ = try? Command.spawn(["/usr/bin/setsid", "/bin/sh", "-c", script], output: "/dev/null")
    }
}
