import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("The seal of the ledger", .serialized) struct LedgerSealTests {
    @Test("Every act is sealed once, and each seal chains to the one before")
    func chain() async throws {
        try await sealedTwice { connection in
            let seals = try connection.rows(
                "select s.seal_no, s.act_count, s.previous_sha256, s.sha256 from intake.seal as s order by s.seal_no",
                as: (Int64, Int64, [UInt8], [UInt8]).self)
            try #require(seals.map(\.0) == [1, 2])
            #expect(seals[0].2 == [UInt8](repeating: 0, count: 32))
            #expect(seals[1].2 == seals[0].3)
            #expect(
                try seals.reduce(0) { $0 + $1.1 } == connection.value("select count(*) from intake.act", as: Int64.self)
            )
            #expect(try LedgerSeal.seal(on: connection) == 0)
            #expect(try LedgerSeal.breaks(on: connection) == [])
        }
    }

    @Test(
        "Whatever is changed behind the register's back is found",
        arguments: [
            (
                "update intake.act as a set payload = a.payload || '{\"clause\": \"DO4\"}' where a.key = 'give-notice'",
                [2]
            ),
            ("update intake.act as a set acted_on = a.acted_on - 1 where a.key = 'give-notice'", [2]),
            ("update intake.act as a set officer_code = 'han2' where a.key = 'give-notice'", [2]),
            ("update intake.act as a set known_at = a.known_at - interval '1 second' where a.key = 'give-notice'", [2]),
            ("update intake.act as a set refusal_code = 'unknown-act' where a.key = 'give-notice'", [2]),
            ("delete from intake.act as a where a.key = 'give-notice'", [2]),
            ("delete from intake.act as a where a.act = 'appoint-officer'", [1]),
            (
                "insert into intake.act (subject_id, act, key, acted_on, officer_code, payload, result, known_at, xid) select a.subject_id, a.act, 'forged', a.acted_on, a.officer_code, a.payload, a.result, a.known_at, a.xid from intake.act as a where a.key = 'give-notice'",
                [2]
            ),
            (
                "insert into intake.act (subject_id, act, key, acted_on, officer_code, payload, result, known_at, xid) select 0, 'x', 'forged', '2024-01-01', 'han', '{}', '{}', now(), (s.last_xid::text::bigint + 1)::text::xid8 from intake.seal as s where s.seal_no = 1",
                [2]
            ),
            ("update intake.seal as s set sha256 = sha256('x') where s.seal_no = 1", [1, 2]),
            ("update intake.seal as s set previous_sha256 = sha256('x') where s.seal_no = 2", [2]),
            ("update intake.seal as s set act_count = s.act_count + 1 where s.seal_no = 2", [2]),
            ("update intake.seal as s set sealed_at = s.sealed_at - interval '1 day' where s.seal_no = 2", [2]),
            ("update intake.seal as s set system_identifier = '1' where s.seal_no = 1", [1, 2]),
            ("update intake.seal as s set first_xid = '1' where s.seal_no = 2", [2]),
            ("delete from intake.seal as s where s.seal_no = 1", [2]),
        ])
    func falsification(sql: String, broken: [Int64]) async throws {
        try await sealedTwice { connection throws in
            let falsified = try connection.execute(Statement(sql: sql))
            #expect(falsified > 0)
            let found = try LedgerSeal.breaks(on: connection).map(\.sealNo)
            #expect(found == broken)
        }
    }

    @Test("A chain that was made anew as a whole holds, and only a seal kept outside tells")
    func anchor() async throws {
        try await sealedTwice { connection in
            let kept = try #require(try LedgerSeal.newest(on: connection))
            #expect(kept.sealNo == 2)
            #expect(try LedgerSeal.contradicted([kept], on: connection) == [])
            try connection.script("delete from intake.seal; delete from intake.act as a where a.key = 'give-notice'")
            #expect(try LedgerSeal.seal(on: connection) > 0)
            #expect(try LedgerSeal.breaks(on: connection) == [])
            #expect(try LedgerSeal.contradicted([kept], on: connection) == [kept])
        }
    }

    @Test("Acts of a transaction still open, and all acts after it, wait for the next seal")
    func openTransaction() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let story = Story()
            let sealer = try await Connection.connect(options)
            let open = try await Connection.connect(options)
            let sealed = try await sealer.work { try sealAll($0) }
            #expect(sealed > 0)
            try await open.script(
                """
                begin;
                insert into intake.act (subject_id, act, key, acted_on, officer_code, payload, result, known_at)
                values (0, 'record-ban', 'open', '2024-01-02', 'rec', '{}', '{}', now());
                """)
            try await sealer.work { try story.appoint("later", $0) }
            #expect(try await sealer.work { try LedgerSeal.seal(on: $0) } == 0)
            try await open.script("commit")
            #expect(try await sealer.work { try sealAll($0) } == 2)
            #expect(try await sealer.work { try LedgerSeal.breaks(on: $0) } == [])
            await open.close()
            await sealer.close()
        }
    }

    /// A dump restored into another cluster brings acts whose transaction numbers are far ahead of the new ones.
    @Test("After a restore into another cluster old and new acts are sealed, each under the numbers of its own")
    func restoredDump() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let connection = try await Connection.connect(options)
            try await connection.work { connection in
                let old = try connection.execute(
                    "update intake.act as a set cluster_id = 1, xid = (a.xid::text::bigint + 1000000000)::text::xid8")
                #expect(try sealAll(connection) == old)
                try Story().appoint("after", connection)
                #expect(try sealAll(connection) == 1)
                #expect(try LedgerSeal.seal(on: connection) == 0)
                #expect(try LedgerSeal.breaks(on: connection) == [])
                try connection.execute(
                    "delete from intake.act as a where a.cluster_id = 1 and a.act = 'appoint-officer'")
                #expect(try LedgerSeal.breaks(on: connection).map(\.sealNo) == [1])
            }
            await connection.close()
        }
    }

    @Test("Two sealers at once make one chain")
    func twoSealers() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let one = try await Connection.connect(options)
            let two = try await Connection.connect(options)
            try await one.work { try awaitEarlierTransactions($0) }
            async let first = one.work { try LedgerSeal.seal(on: $0) }
            async let second = two.work { try LedgerSeal.seal(on: $0) }
            let count = try await one.value("select count(*) from intake.act", as: Int64.self)
            #expect(try await first + second == Int(count))
            #expect(try await one.work { try LedgerSeal.breaks(on: $0) } == [])
            await one.close()
            await two.close()
        }
    }

    /// Seals everything at once; transactions of other tests' databases hold a seal up as those of one's own would.
    private func sealAll(_ connection: isolated Connection) throws -> Int {
        try awaitEarlierTransactions(connection)
        return try LedgerSeal.seal(on: connection)
    }

    private func awaitEarlierTransactions(_ connection: isolated Connection) throws {
        while try connection.value(
            """
            select exists (
                select from intake.act as a
                where a.cluster_id = intake.cluster_id() and a.xid >= pg_snapshot_xmin(pg_current_snapshot())
            )
            """,
            as: Bool.self)
        {}
    }

    /// A ledger with two seals, the second of which covers the notice.
    private func sealedTwice(_ body: @Sendable (isolated Connection) throws -> Void) async throws {
        try await RegisterDatabase.shared.withClone { options in
            let connection = try await Connection.connect(options)
            try await connection.work { connection in
                #expect(try sealAll(connection) > 0)
                // Transactions that write no act lie between the seals, as they do in life.
                try connection.script("create table public.gap (); drop table public.gap")
                try Story().reach(.told, connection)
                #expect(try sealAll(connection) > 0)
                try body(connection)
            }
            await connection.close()
        }
    }
}

extension Story {
    func appoint(
        _ code: String, agency: String = "421300", roles: String = "recorder", _ connection: isolated Connection
    ) throws {
        try does(
            "appoint-officer", on: "2024-01-02", by: "operator", key: "appoint-\(code)",
            [
                "officer_code": .string(code), "officer_name": "新人", "agency_code": .string(agency),
                "roles": .string(roles),
            ],
            connection)
    }
}
