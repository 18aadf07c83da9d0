import PQ
import PQTesting
import Testing

/// Quotes and backslashes that a combining mark follows are one character with it; the server sees bytes.
@Suite struct QuotingTests {
    static let names = [
        "we\"ird", "\"", "\"\"", "a\"\u{301}b", "\"\u{301} int); drop table firm; --", "\"\u{200D}\"\u{FE0F}",
        "安\"\u{20DD}",
    ]

    @Test(arguments: names) func aNameStaysOneName(name: String) async throws {
        try await withConnection { connection in
            try await connection.execute("create temporary table named (\(identifier: name) bigint)")
            let target = CopyTarget(table: "named", columns: [name])
            #expect(try await connection.copyIn(target, rows: [Number(value: 7)]) == 1)
            let (found, value) = try await connection.row(
                """
                select attname::text, (select \(identifier: name) from named) from pg_attribute
                where attrelid = 'named'::regclass and attnum > 0
                """, as: (String, Int64).self)
            #expect(Array(found.utf8) == Array(name.utf8))
            #expect(value == 7)
        }
    }

    @Test func aChannelIsListenedToByItsName() async throws {
        try await withConnection { connection in
            for name in Self.names {
                try await connection.listen(name)
                try await connection.notify(name)
                let heard = try await connection.waitForNotification(timeout: .seconds(60))
                #expect(heard.map { Array($0.channel.utf8) } == Array(name.utf8))
                try await connection.unlisten(name)
            }
        }
    }

    @Test(arguments: [
        "x\t-c\trole=pg_monitor", "x\n-c\u{0B}role=pg_monitor", "x\u{0C}-c\rrole=pg_monitor", "a \u{301}-c\u{301} b",
        "c:\\\u{301}d\\", "安 全",
    ])
    func aSettingStaysOneSetting(value: String) async throws {
        var options = try TestServer.shared().options()
        options.settings = ["pq.probe": value]
        let connection = try await Connection.connect(options)
        let (found, user) = try await connection.row(
            "select current_setting('pq.probe'), current_user::text", as: (String, String).self)
        #expect(Array(found.utf8) == Array(value.utf8))
        #expect(user == "postgres")
        await connection.close()
    }

    @Test func aZeroByteIsRefusedNotCut() async throws {
        try await withConnection { connection in
            let cut: Statement = "select 1 as \(identifier: "a\0b")"
            let target = CopyTarget(table: "firm\0s", columns: ["id"])
            let calls: [@Sendable (isolated Connection) throws -> Void] = [
                { try $0.execute(cut) }, { try $0.script(cut.sql) }, { try $0.listen("a\0b") },
                { try $0.pipeline { _ = try $0.execute(cut) } }, { try $0.copyIn(target, rows: [Number(value: 7)]) },
                { try $0.copyOut(query: cut.sql, as: Nothing.self) { _ in } },
                { try $0.copyOut("copy (\(cut.sql)) to stdout") { _ in } },
            ]
            for call in calls {
                for _ in 1...2 {
                    let error = await errorOf { try await connection.run(call) }
                    guard case .misuse(.zeroByteInSQL) = error else { throw error ?? .cancelled }
                }
            }
            try await connection.expectUsable()
        }
    }

    @Test func aZeroByteInWhatAConnectionIsMadeOfIsRefused() async throws {
        let good = try TestServer.shared().options()
        var (first, second, third) = (good, good, good)
        first.conninfo += "\0 user=postgres"
        second.settings = ["search_path": "public\0, pg_temp"]
        third.role = "pg_monitor\0s"
        for (options, setting) in [(first, ConnectionFault.Setting.conninfo), (second, .options), (third, .options)] {
            let error = await errorOf { try await Connection.connect(options) }
            guard case .connectionFailed(let fault) = error else { throw error ?? .connectionClosed }
            #expect(fault.settings == [setting])
        }
    }
}

extension Connection {
    fileprivate func run(_ call: @Sendable (isolated Connection) throws -> Void) throws { try call(self) }
}

private struct Nothing: Row {
    static let columns: [Column] = []
    init(decoding row: inout RowDecoder) throws(PQError) {}
}

private struct Number: CopyRow {
    let value: Int64
    func encode(to encoder: inout CopyEncoder) { encoder.write(value) }
}
