/// One session with PostgreSQL, on a thread of its own.
///
/// Statements are synchronous for whoever is isolated to the connection: a function that takes
/// `on connection: isolated Connection`, or the body of `transaction`, runs on the connection's thread without a
/// suspension between its statements. From elsewhere, `await`.
///
/// Cancelling the task cancels the running statement on the server; the connection stays usable.
public actor Connection {
    let thread: ConnectionThread
    public nonisolated let options: ConnectionOptions
    var session: Session?
    /// Streams opened so far.
    var streams: UInt64 = 0

    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.executor.asUnownedSerialExecutor() }

    private init(options: ConnectionOptions, thread: ConnectionThread, session: Session? = nil) {
        self.options = options
        self.thread = thread
        self.session = session
    }

    /// Makes a connection.
    ///
    /// **Throws** `PQError.connectionFailed` with the setting to look at; `.decoding` when one of
    /// `options.checkedEnums` differs from the database's; `.cancelled`.
    public static func connect(_ options: ConnectionOptions = ConnectionOptions()) async throws(PQError) -> Connection {
        let connection = Connection(options: options, thread: try ConnectionThread())
        try await connection.open()
        return connection
    }

    private func open() throws(PQError) {
        session = try Session.connect(options)
        do throws(PQError) { try check(options.checkedEnums) } catch {
            session = nil
            throw error
        }
    }

    /// Ends the session; a transaction left open is rolled back by the server. Closing twice does nothing.
    public func close() { session = nil }

    /// Gives the session to a new connection on the same thread, so that whoever keeps this one finds it closed; nil when
    /// the session cannot be used again. Closed it is in either case.
    func handOver() -> Connection? {
        defer { close() }
        guard isReusable else { return nil }
        nonisolated(unsafe) let session = session  // leaves this actor for one that runs on the same thread
        return Connection(options: options, thread: thread, session: session)
    }

    /// Ready for somebody else: alive, outside transactions, no result left. A stream that nobody reads any more is
    /// ended first.
    public var isReusable: Bool {
        session?.endUnheldStream()
        return session?.isReusable ?? false
    }
    public var isInTransaction: Bool { session?.isInTransaction ?? false }
    /// Statements the server has prepared for this connection.
    public var preparedCount: Int { session?.cache.count ?? 0 }

    @usableFromInline func live() throws(PQError) -> Session {
        guard let session, !session.isBroken else { throw .connectionClosed }
        return session
    }
}
