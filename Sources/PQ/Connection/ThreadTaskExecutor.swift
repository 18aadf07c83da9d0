/// Lets a task run on a connection's thread between its statements.
final class ThreadTaskExecutor: TaskExecutor {
    private let thread: ThreadExecutor

    init(thread: ThreadExecutor) { self.thread = thread }

    func enqueue(_ job: consuming ExecutorJob) { thread.enqueue(UnownedJob(job), for: self) }
}

extension Connection {
    /// Runs asynchronous work on the connection's own thread.
    ///
    /// Every `await` on the connection inside then costs no change of threads, which is half the price of a small
    /// statement. Between statements the work holds the thread up: no long computing here.
    public nonisolated func onOwnThread<T: Sendable>(
        _ body: @Sendable (Connection) async throws -> T
    ) async throws -> T {
        try await withTaskExecutorPreference(ThreadTaskExecutor(thread: thread.executor)) { try await body(self) }
    }
}
