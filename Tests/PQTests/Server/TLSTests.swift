import PQ
import PQTesting
import Testing

/// TLS against a real server; in order, because some cases change the server's certificate.
@Suite(.serialized) struct TLSTests {
    @Test func aVerifiedServerIsUsedAndEveryDoubtfulOneRefused() async throws {
        let server = try await TLSServer.start()
        defer { server.stop() }
        try await acceptsVerifiedServers(server)
        try await refusesByClientSettings(server)
        try await server.use(.expired)
        #expect(try await refusal(server.options(database: "scram")).settings.contains(.sslrootcert))
        try await server.use(.good)
        try await server.speakTLS(false)
        #expect(try await refusal(server.options(database: "scram")).settings.first == .sslmode)
    }

    private func acceptsVerifiedServers(_ server: TLSServer) async throws {
        let certificate = ["sslcert": "\(server.directory)/client.crt", "sslkey": "\(server.directory)/client.key"]
        for options in [server.options(database: "scram"), server.options(database: "certain", certificate)] {
            let connection = try await Connection.connect(options)
            let (isEncrypted, version) = try await connection.row(
                "select ssl, version from pg_stat_ssl where pid = pg_backend_pid()", as: (Bool, String).self)
            #expect(isEncrypted)
            #expect(version == "TLSv1.3")
            await connection.close()
        }
    }

    private func refusesByClientSettings(_ server: TLSServer) async throws {
        let wrongName = try await refusal(server.options(database: "scram", ["host": "other.example"]))
        #expect(wrongName.settings.contains(.host))
        #expect(wrongName.sqlState == nil)
        let stranger = ["sslrootcert": "\(server.directory)/stranger.crt"]
        #expect(try await refusal(server.options(database: "scram", stranger)).settings.contains(.sslrootcert))
        // The password would cross in the clear inside TLS: whoever demands a bound channel does not send it.
        let unbound = try await refusal(server.options(database: "plain"))
        #expect(unbound.settings.contains(.channelBinding))
        let uncertain = try await refusal(server.options(database: "certain"))
        #expect(uncertain.settings.contains(.sslcert))
        #expect(uncertain.sqlState == .invalidAuthorization)
    }

    /// How a connection is refused; that it is not is a failure.
    private func refusal(_ options: ConnectionOptions) async throws -> ConnectionFault {
        let error = await errorOf { try await Connection.connect(options) }
        guard case .connectionFailed(let fault) = error else { throw error ?? .connectionClosed }
        #expect(!fault.description.contains(TLSServer.password))
        return fault
    }
}
