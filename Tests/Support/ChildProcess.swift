import Foundation

/// A program that a test starts and ends.
///
/// Not Foundation's `Process`: that waits for every holder of its descriptors, and servers started meanwhile hold copies.
public struct ChildProcess: Sendable {
    public let processID: Int32

    /// Starts a program with nothing to read and its output in a file.
    public static func start(_ words: [String], output: String = "/dev/null") throws -> ChildProcess {
        ChildProcess(processID: try Command.spawn(words, output: output))
    }

    /// Runs a shell script to its end and gives its status.
    public static func run(script: String) throws -> Int32 {
        try start(["/bin/sh", "-c", script]).wait()
    }

    /// Waits for the end: the exit status, or the signal's number with 128 added.
    @discardableResult
    public func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(processID, &status, 0) < 0 && errno == EINTR {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    }

    /// Whether it has not ended yet; its end is still there to be waited for.
    public var isRunning: Bool {
        var ended = siginfo_t()
        return waitid(P_PID, id_t(processID), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 && ended.si_signo == 0
    }

    public func signal(_ number: Int32) { kill(processID, number) }
}
