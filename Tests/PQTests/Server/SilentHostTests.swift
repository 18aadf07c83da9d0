import PQ
import PQTesting
import Testing

@Suite(.timeLimit(.minutes(2))) struct SilentHostTests {
    private let silent: SilentServer

    init() throws { silent = try SilentServer() }

    private func options(_ hosts: String, _ timeout: Duration) -> ConnectionOptions {
        ConnectionOptions(conninfo: "host=\(hosts) user=postgres dbname=postgres", connectTimeout: timeout)
    }

    @Test(arguments: ["any", "read-write", "prefer-standby"]) func theOtherHostIsReached(target: String) async throws {
        let directory = try #require(try TestServer.shared().directory)
        for hosts in ["\(silent.directory),\(directory)", "/nowhere,\(silent.directory),\(directory)"] {
            var options = options(hosts, .seconds(3))
            options.conninfo += " target_session_attrs=\(target)"
            let connection = try await Connection.connect(options)
            try await connection.expectUsable()
            await connection.close()
        }
    }

    @Test func aHostNamedTwiceWithAnotherPortIsTriedThereToo() async throws {
        let directory = try #require(try TestServer.shared().directory)
        var options = options("\(silent.directory),\(directory),\(directory)", .seconds(3))
        options.conninfo += " port=5432,1,5432"
        let connection = try await Connection.connect(options)
        try await connection.expectUsable()
        await connection.close()
    }

    @Test func eachHostIsAskedOnceAndTheSettingsAreNamed() async throws {
        for _ in 1...5 {
            let error = await errorOf {
                try await Connection.connect(options("\(silent.directory),\(silent.directory)", .milliseconds(100)))
            }
            guard case .connectionFailed(let fault) = error else { throw error ?? .connectionClosed }
            #expect(fault.settings == [.host, .port, .connectTimeout])
        }
        // Nothing but the attempts themselves: there is no statement yet that a request could cancel.
        #expect(silent.visitors() == 5)
    }

    @Test func aCancelledTaskStopsConnectingAtOnce() async throws {
        let task = Task { [options = options(silent.directory, .seconds(600))] in
            try await Connection.connect(options)
        }
        while !silent.hasVisitor { await Task.yield() }
        task.cancel()
        let error = await errorOf { try await task.value }
        guard case .cancelled = error else { throw error ?? .connectionClosed }
        // It left and asked for nothing: a silent server would answer no request to cancel either.
        #expect(silent.visitors() == 1)
    }
}
