internal import Foundation
internal import Synchronization

/// Tells blocking work that its task was cancelled.
final class CancelFlag: Sendable {
    private let value = Atomic(false)

    var isSet: Bool { value.load(ordering: .relaxed) }
    func set() { value.store(true, ordering: .relaxed) }
}

/// Runs blocking work on a thread of its own, so that it holds up no thread of the cooperative pool.
enum BlockingThread {
    /// Waits for the work; a cancelled task raises the flag and still waits, so the work must look at it.
    static func run<T: Sendable>(_ work: @escaping @Sendable (CancelFlag) -> T) async -> T {
        let flag = CancelFlag()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let thread = Thread {
                    blockBrokenPipeSignals()
                    continuation.resume(returning: work(flag))
                }
                thread.start()
            }
        } onCancel: {
            flag.set()
        }
    }

    /// A server that hangs up while a request is written is an error of that write, not the end of the process.
    private static func blockBrokenPipeSignals() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}
