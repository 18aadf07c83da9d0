import PQ
import PQTesting
import Testing

@Suite struct ConnectTests {
    private func fault(_ conninfo: String, role: String? = nil) async throws -> ConnectionFault {
        let options = ConnectionOptions(conninfo: conninfo, role: role, connectTimeout: .seconds(3))
        let error = await errorOf { try await Connection.connect(options) }
        guard case .connectionFailed(let fault) = error else { throw error ?? .connectionClosed }
        return fault
    }

    @Test func aFailureSaysWhichSettingToLookAt() async throws {
        let server = try TestServer.shared()
        #expect(try await fault("host=/nowhere user=me password=hush").settings.first == .host)
        #expect(try await fault("host=127.0.0.1 port=1").settings == [.host, .port])
        #expect(try await fault("\(server.conninfo) dbname=no_such_database").settings == [.dbname])
        #expect(try await fault("\(server.conninfo) dbname=postgres", role: "no_such_role").settings.contains(.role))
        #expect(try await fault("\(server.conninfo) dbname=postgres user=no_such").settings.contains(.user))
        #expect(try await fault("hots=x password=hush").settings == [.conninfo])
        #expect(
            try await fault("\(server.conninfo) dbname=postgres target_session_attrs=standby").settings.first
                == .targetSessionAttributes)
    }

    @Test func theDescriptionKeepsTheConninfoToItself() async throws {
        let server = try TestServer.shared()
        for conninfo in ["host=/nowhere user=me password=hush", "\(server.conninfo) user=me password=hush dbname=x"] {
            let fault = try await fault(conninfo)
            #expect(!fault.description.contains("hush"))
            #expect(!fault.description.contains("nowhere"))
            #expect(!"\(ConnectionOptions(conninfo: conninfo))".contains("hush"))
        }
    }

    @Test func theNextHostIsTriedWhenOneIsDown() async throws {
        let server = try TestServer.shared()
        let socket = try #require(server.directory)
        let connection = try await Connection.connect(
            ConnectionOptions(
                conninfo: "host=/nowhere,\(socket) user=postgres dbname=postgres target_session_attrs=read-write"))
        try await connection.expectUsable()
        await connection.close()
    }

    @Test func roleAndSettingsHoldFromTheFirstStatementOn() async throws {
        try await withConnection(role: "pg_monitor") { connection in
            #expect(try await connection.value("select current_user::text", as: String.self) == "pg_monitor")
            try await connection.script("reset role")
            #expect(try await connection.value("select current_user::text", as: String.self) == "pg_monitor")
        }
        var options = try TestServer.shared().options()
        options.settings = ["search_path": "\"a b\\c\", public", "statement_timeout": "1234ms"]
        let connection = try await Connection.connect(options)
        #expect(try await connection.value("show search_path", as: String.self) == "\"a b\\c\", public")
        #expect(try await connection.value("show statement_timeout", as: String.self) == "1234ms")
        #expect(
            try await connection.value(
                "select application_name from pg_stat_activity where pid = pg_backend_pid()", as: String.self)
                == "anxin-tests")
        #expect(await connection.serverVersion >= 150_000)
        #expect(await connection.parameter("server_encoding") == "UTF8")
        await connection.close()
    }
}
