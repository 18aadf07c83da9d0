import CLibPQ

extension Connection {
    /// Listens to a channel until `unlisten` or the end of the session.
    public func listen(_ channel: String) throws(PQError) { try execute("listen \(identifier: channel)") }

    public func unlisten(_ channel: String) throws(PQError) { try execute("unlisten \(identifier: channel)") }

    public func notify(_ channel: String, payload: String = "") throws(PQError) {
        try execute("select pg_notify(\(channel), \(payload))")
    }

    /// Waits for the next notification of a channel listened to; nil when `timeout` passes first.
    ///
    /// The connection runs nothing else meanwhile: listen on a connection of its own.
    ///
    /// **Throws** `.cancelled`, `.connectionLost`.
    public func waitForNotification(timeout: Duration? = nil) throws(PQError) -> Notification? {
        let session = try live()
        try session.ready()
        return try session.nextNotification(timeout: timeout)
    }

    /// Notifications as they come, until the task is cancelled or the connection is lost.
    public nonisolated func notifications() -> Notifications { Notifications(connection: self) }
}

/// The notifications of one connection; ends when the task is cancelled.
public struct Notifications: AsyncSequence, Sendable {
    public typealias Element = Notification
    public typealias Failure = PQError
    let connection: Connection

    public func makeAsyncIterator() -> Iterator { Iterator(connection: connection) }

    public struct Iterator: AsyncIteratorProtocol {
        let connection: Connection

        public mutating func next() async throws(PQError) -> Notification? { try await next(isolation: nil) }

        public mutating func next(isolation actor: isolated (any Actor)?) async throws(PQError) -> Notification? {
            do throws(PQError) { return try await connection.waitForNotification() } catch .cancelled { return nil }
        }
    }
}

extension Session {
    fileprivate func nextNotification(timeout: Duration?) throws(PQError) -> Notification? {
        var watch = Watch(deadline: timeout)
        while true {
            if PQconsumeInput(handle) == 0 { throw lost() }
            if let notification = takeNotification() { return notification }
            if Task.isCancelled { throw .cancelled }
            if watch.isPastDeadline { return nil }
            try pause(&watch)
        }
    }

    private func takeNotification() -> Notification? {
        guard let notify = PQnotifies(handle) else { return nil }
        defer { PQfreemem(notify) }
        return Notification(
            channel: String(cString: notify.pointee.relname), payload: String(cString: notify.pointee.extra),
            processID: notify.pointee.be_pid)
    }
}
