/// The thread of a session and of the connections it is handed to in turn; ends when the last of them goes.
final class ConnectionThread: Sendable {
    let executor: ThreadExecutor

    init() throws(PQError) { executor = try ThreadExecutor() }

    deinit { executor.stop() }
}
