import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("A login of the database", .serialized) struct LoginTests {
    @Test(
        "That may not work as the command's role is told which grant is missing, and is not taken for a server that is down"
    )
    func outsider() async throws {
        try await withLogin("outsider", in: "anxin_officer") { conninfo in
            let database = Database(Configuration(flags: .init(databaseURL: conninfo), environment: [:]))
            let error = await #expect(throws: OpsError.self) {
                try await database.withConnection(role: .worker) { _ in }
            }
            #expect(error?.exitStatus == .notPermitted)
            for language in Language.allCases {
                #expect(error?.sentence(in: language).contains("grant anxin_worker to outsider") == true)
            }
        }
    }

    @Test("That may do so works as the role")
    func member() async throws {
        try await withLogin("insider", in: "anxin_revealer") { conninfo in
            let database = Database(Configuration(flags: .init(databaseURL: conninfo), environment: [:]))
            let role = try await database.withConnection(role: .revealer) { connection in
                try connection.value("select current_user::text", as: String.self)
            }
            #expect(role == "anxin_revealer")
        }
    }

    @Test("That is unknown, or lacks a privilege, has no permission: trying again later does not help")
    func unknown() async throws {
        let server = try TestServer.shared()
        let conninfo = "\(server.conninfo) dbname=postgres"
        let unknown = await #expect(throws: PQError.self) {
            try await Connection.connect(ConnectionOptions(conninfo: "\(conninfo) user=nobody_at_all"))
        }
        #expect(unknown?.exitStatus == .notPermitted)
        #expect(unknown?.sentence(in: .chinese).hasPrefix("无法连接数据库") == true)
        let absent = await #expect(throws: PQError.self) {
            try await Connection.connect(ConnectionOptions(conninfo: "host=/nowhere"))
        }
        #expect(absent?.exitStatus == .unavailable)
        #expect(absent?.sentence(in: .chinese) == "无法连接数据库，请检查连接设置 host、port。")
    }

    /// A login that is a member of one role, on a register of its own.
    private func withLogin(
        _ name: String, in role: String, _ body: @Sendable (String) async throws -> Void
    ) async throws {
        try await RegisterDatabase.shared.withClone { options in
            let admin = try await Connection.connect(options)
            try await admin.script("create role \(name) login in role \(role)")
            do {
                try await body("\(options.conninfo) user=\(name)")
                try await admin.script("drop role \(name)")
            } catch {
                try await admin.script("drop role \(name)")
                throw error
            }
            await admin.close()
        }
    }
}
