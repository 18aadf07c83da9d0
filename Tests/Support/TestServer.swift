import Foundation
public import PQ
import Synchronization

/// The PostgreSQL server of a test process: started when first asked for, stopped when the process ends.
///
/// With `ANXIN_TEST_DATABASE_URL` set, that server is used and none is started.
public struct TestServer: Sendable {
    /// Reaches the database `postgres` as superuser.
    public let conninfo: String
    /// Of the server this process started; nil for one that was there.
    public let directory: String?
    public let processID: Int32?

    /// The one server of this process.
    public static func shared() throws -> TestServer {
        try server.withLock { known in
            if let known { return known }
            let started = try start()
            known = started
            return started
        }
    }

    private static let server = Mutex<TestServer?>(nil)

    public func options(
        database: String = "postgres", role: String? = nil, deadline: Duration? = nil
    ) -> ConnectionOptions {
        let target =
            conninfo.contains("://")
            ? Self.replaceDatabase(in: conninfo, by: database) : "\(conninfo) dbname=\(database)"
        return ConnectionOptions(
            conninfo: target, applicationName: "anxin-tests", role: role, statementDeadline: deadline)
    }

    public func connect(database: String = "postgres", role: String? = nil) async throws -> Connection {
        try await Connection.connect(options(database: database, role: role))
    }

    private static func replaceDatabase(in url: String, by database: String) -> String {
        guard var parts = URLComponents(string: url) else { return url }
        parts.path = "/\(database)"
        return parts.string ?? url
    }
}
