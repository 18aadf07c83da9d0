import CLibPQ

extension Connection {
    /// Process id of the backend that serves this connection.
    public var backendProcessID: Int32 { session.map { PQbackendPID($0.handle) } ?? 0 }

    /// As 150020 for 15.20.
    public var serverVersion: Int { session.map { Int(PQserverVersion($0.handle)) } ?? 0 }

    /// A setting the server reports by itself, as `server_encoding` or `in_hot_standby`.
    public func parameter(_ name: String) -> String? {
        session.flatMap { PQparameterStatus($0.handle, name) }.map { String(cString: $0) }
    }
}
