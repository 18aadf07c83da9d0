import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("A computation of grades") struct GradeComputationTests {
    private static let days = [
        "2023-08-09", "2023-12-31", "2024-01-01", "2024-02-28", "2024-02-29", "2024-03-01", "2025-02-28", "2025-03-01",
        "2026-01-01", "2026-01-02", "2028-02-29", "2028-03-01",
    ].map { CivilDate(iso: $0)! }

    /// Units whose stored grade, up to the day, is not the one the register gives.
    private static func stale(on day: CivilDate, _ connection: isolated Connection) throws -> Int {
        try connection.value(
            """
            select count(*)
            from lists.subject_grade(\(day)) as n
            full join (
                select distinct on (g.subject_id) g.*
                from lists.grade as g
                where g.as_of <= \(day)
                order by g.subject_id, g.as_of desc, g.known_at desc, g.grade_run_id desc
            ) as o on o.subject_id = n.subject_id
            where (n.grade, n.clause_codes, n.evidence_ids) is distinct from (o.grade, o.clause_codes, o.evidence_ids)
                and not (n.subject_id is null and o.grade is null)
            """, as: Int.self)
    }

    private static func gradeCounts(on day: CivilDate, _ connection: isolated Connection) throws -> [String: Int64] {
        Dictionary(
            uniqueKeysWithValues: try connection.rows(
                "select g.grade::text, count(*) from lists.subject_grade(\(day)) as g group by g.grade",
                as: (String, Int64).self
            ).map { ($0.0, $0.1) })
    }

    @Test("Looking only at the units touched since the run before stores what looking at all would")
    func touched() async throws {
        let histories = GradePropertyTests.histories(count: 1_500)
        try await RegisterDatabase.shared.withRollback { connection in
            try HistoryWriter(histories: histories).write(on: connection)
            // Some parameter changes on 22 June 2025 and on 1 April 2026, so the first run after each looks at every unit.
            let looksAtAll = ["2023-08-09", "2026-01-01", "2028-02-29"]
            for day in Self.days {
                let run = try GradeComputation.compute(asOf: day, on: connection)
                #expect((run.touchedCount == nil) == looksAtAll.contains(day.description))
                #expect(try Self.stale(on: day, connection) == 0, "\(day)")
                #expect(run.counts == (try Self.gradeCounts(on: day, connection)), "\(day)")
                if let touched = run.touchedCount { #expect(run.changedCount <= touched) }
            }
            let again = try GradeComputation.compute(asOf: Self.days.last!, scope: .everyUnit, on: connection)
            #expect(again.changedCount == 0 && again.touchedCount == nil)
            let next = try GradeComputation.compute(asOf: CivilDate(iso: "2028-03-02")!, on: connection)
            #expect(try #require(next.touchedCount) < histories.count)
        }
    }

    @Test("What was told since is looked at, and a unit gone leaves the grades")
    func toldSince() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let day = CivilDate(iso: "2025-06-30")!
            let story = Story()
            try story.reach(.registered, connection)
            let first = try GradeComputation.compute(asOf: day, on: connection)
            #expect(first.counts == ["B": 2] && first.changedCount == 2)
            try story.punish(connection)
            let second = try GradeComputation.compute(asOf: day, on: connection)
            #expect(second.counts == ["B": 1, "C": 1] && second.changedCount == 1)
            try story.does(
                "deregister-subject", on: "2025-06-30", by: "rec", RefusalCase.deregistration, connection)
            let third = try GradeComputation.compute(asOf: day, on: connection)
            #expect(third.counts == ["B": 1] && third.changedCount == 1)
            #expect(try Self.stale(on: day, connection) == 0)
        }
    }

    @Test("A changed rule, and a run for an earlier day, make it look at every unit")
    func everyUnit() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try HistoryWriter(histories: GradePropertyTests.histories(count: 200)).write(on: connection)
            let day = CivilDate(iso: "2026-01-01")!
            _ = try GradeComputation.compute(asOf: day, on: connection)
            #expect(try GradeComputation.compute(asOf: day, on: connection).touchedCount != nil)
            try choose("b", for: "RD-10", on: connection)
            #expect(try GradeComputation.compute(asOf: day, on: connection).touchedCount == nil)
            #expect(try Self.stale(on: day, connection) == 0)
            let earlier = CivilDate(iso: "2025-06-01")!
            #expect(try GradeComputation.compute(asOf: earlier, on: connection).touchedCount == nil)
            let later = try GradeComputation.compute(asOf: day, on: connection)
            #expect(later.touchedCount == nil)
            #expect(later.counts == (try Self.gradeCounts(on: day, connection)))
            #expect(try Self.stale(on: day, connection) == 0)
        }
    }

    @Test(
        "After an upgrade that changes how grades are found it looks at every unit",
        arguments: [
            ("functions/lists/30_subject_grade_of.sql", true), ("functions/records/00_penalty_as_known.sql", true),
            ("functions/publication/20_showing.sql", false), ("data/50_channels.sql", false),
        ])
    func upgraded(path: String, looksAtAll: Bool) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.registered, connection)
            let day = CivilDate(iso: "2026-01-01")!
            _ = try GradeComputation.compute(asOf: day, on: connection)
            #expect(try GradeComputation.compute(asOf: day, on: connection).touchedCount != nil)
            let applied = try connection.execute(
                "update ops.applied_object as o set applied_at = clock_timestamp() where o.path = \(path)")
            #expect(applied == 1)
            #expect(try (GradeComputation.compute(asOf: day, on: connection).touchedCount == nil) == looksAtAll)
        }
    }

    @Test(
        "The units suspected in one pass hold every one whose grade differs, and of the others only those on the serious list"
    )
    func suspects() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try HistoryWriter(histories: GradePropertyTests.histories(count: 1_500)).write(on: connection)
            _ = try GradeComputation.compute(asOf: Self.days[0], on: connection)
            let alternatives = [
                ("RD-03", "b"), ("RD-05", "b"), ("RD-09", "b"), ("RD-10", "b"), ("RD-13", "b"), ("RD-21", "b"),
            ]
            for (day, alternative) in zip(Self.days.dropFirst(), [nil] + alternatives.map(Optional.some)) {
                if let (reading, option) = alternative { try choose(option, for: reading, on: connection) }
                let (missed, needless, differing) = try connection.row(
                    """
                    select count(*) filter (where s.subject_id is null), count(*) filter (where c.subject_id is null and o.grade <> 'D'),
                        count(c.subject_id)
                    from lists.suspect_grade(\(day), \(day)) as s
                    full join lists.changed_grade(null, \(day), \(day)) as c on c.subject_id = s.subject_id
                    left join lists.stored_grade(null, \(day)) as o on o.subject_id = s.subject_id
                    """, as: (Int64, Int64, Int64).self)
                #expect(missed == 0 && needless == 0 && differing > 0, "\(day) \(String(describing: alternative))")
                _ = try GradeComputation.compute(asOf: day, scope: .everyUnit, on: connection)
            }
        }
    }

    @Test("A stored trace, replayed, gives the grade that is stored, and so does grading anew")
    func replay() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try HistoryWriter(histories: GradePropertyTests.histories(count: 1_500)).write(on: connection)
            for option in ["a", "b", "c"] {
                try connection.execute("delete from law.policy")
                try choose(option, for: "RD-03", on: connection)
                for day in [Self.days[4], Self.days[8]] {
                    let run = try GradeComputation.compute(asOf: day, scope: .everyUnit, on: connection)
                    let differing = try connection.rows(
                        """
                        select count(*) filter (where lists.replayed_grade(law.policy_option('RD-03', g.as_of), g.findings) <> g.grade),
                            count(*) filter (where n.grade is distinct from g.grade),
                            count(*) filter (where g.near_miss is not null), count(*)
                        from lists.grade as g
                        join lists.grade_run as r on r.grade_run_id = g.grade_run_id
                        left join lists.subject_grade(\(day)) as n on n.subject_id = g.subject_id
                        where g.grade_run_id = \(run.runID) and g.grade is not null
                        """, as: (Int64, Int64, Int64, Int64).self)
                    #expect(differing[0].0 == 0 && differing[0].1 == 0, "RD-03 \(option) on \(day)")
                    #expect(option != "a" || (1..<differing[0].3).contains(differing[0].2))
                }
            }
        }
    }

    @Test(
        "The better grade narrowly missed is named with what is lacking and the day that ends it",
        arguments: [
            (
                "a", #"{"A1":{"met":false,"until":"2027-03-02"},"A4":{"met":true}}"#,
                #"{"grade": "A", "until": "2027-03-02", "lacks_any_of": ["A1"]}"#
            ),
            ("a", #"{}"#, #"{"grade": "A", "lacks_any_of": ["A2", "A3", "A4"]}"#),
            ("a", #"{"A1":{"met":false,"until":"2027-03-02"}}"#, nil),
            ("a", #"{"A4":{"met":true}}"#, nil),
            ("b", #"{"A2":{"met":true},"A4":{"met":true}}"#, #"{"grade": "A", "lacks_any_of": ["A3"]}"#),
            ("b", #"{"A4":{"met":true}}"#, nil),
            (
                "c", #"{"A1":{"met":false,"until":"2027-03-02"}}"#,
                #"{"grade": "A", "until": "2027-03-02", "lacks_any_of": ["A1", "A2", "A3", "A4"]}"#
            ),
            (
                "a", #"{"C1":{"met":true,"until":"2028-03-20"}}"#,
                #"{"grade": "B", "until": "2028-03-20", "lacks_any_of": ["C1"]}"#
            ),
            ("a", #"{"C1":{"met":true},"A4":{"met":true}}"#, #"{"grade": "A", "lacks_any_of": ["C1"]}"#),
            (
                "a",
                #"{"DA4":{"met":true,"until":"2028-01-01"},"DO3":{"met":true,"until":"2028-03-20"},"C1":{"met":true}}"#,
                #"{"grade": "C", "until": "2028-03-20", "lacks_any_of": ["DA4", "DO3"]}"#
            ),
            (
                "a", #"{"DA4":{"met":true,"until":"2028-01-01"},"DO3":{"met":true}}"#,
                #"{"grade": "B", "lacks_any_of": ["DA4", "DO3"]}"#
            ),
        ] as [(String, String, String?)])
    func nearMiss(joining: String, findings: String, expected: String?) async throws {
        let found = try await RegisterDatabase.shared.withRollback { connection in
            try connection.value("select lists.near_miss(\(joining), \(findings)::jsonb)::text", as: String?.self)
        }
        #expect(found == expected)
    }
}
