import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("The yearly plan") struct DrawPlanTests {
    private static func submit(
        _ fields: [String: JSONValue], on day: String = "2025-12-20", by officer: String = "operator",
        key: String = "k", _ connection: isolated Connection
    ) throws -> ActReply {
        let line: [String: JSONValue] = [
            "act": "draw-plan", "on": .string(day), "officer": .string(officer), "key": .string(key),
            "plan_year": 2026, "agency_code": "421300",
        ]
        let ledger = Ledger(
            acts: ActVocabulary.acts, identityKey: Story.identityKey, today: CivilDate(iso: "2026-12-31")!)
        return try ledger.submit(try ActLine(.object(line.merging(fields) { $1 })), on: connection)
    }

    private static func draw(
        _ fields: [String: JSONValue], key: String = "k", _ connection: isolated Connection
    ) throws -> [String: JSONValue] {
        let reply = try submit(fields, key: key, connection)
        guard case .done(_, let answer) = reply.outcome else {
            Issue.record("refused: \(reply.line(in: .english))")
            return [:]
        }
        return answer
    }

    private static func refusal(_ reply: ActReply) -> RefusalCode? {
        if case .refused(let refusal) = reply.outcome { refusal.code } else { nil }
    }

    /// Numbers 1 to 30 are B, 31 to 40 A; 41 is C, 42 D, 43 C for an accident of the year; 44 B of a county.
    private static func city(_ connection: isolated Connection) throws {
        for number in 1...30 { _ = try RecordedFacts.unit(number, connection) }
        for number in 31...40 { try RecordedFacts.certificate(of: RecordedFacts.unit(number, connection), connection) }
        for (number, list, clause) in [(41, "penalised", "C1"), (42, "serious", "DO1"), (43, "penalised", "C1")] {
            let unit = try RecordedFacts.unit(number, connection)
            if number == 43 { try RecordedFacts.accident("事1", at: unit, on: "2025-03-10", connection) }
            let penalty = try RecordedFacts.penalty(
                "罚\(number)", on: unit, decidedOn: "2025-06-10", accident: number == 43 ? "事1" : nil, connection)
            try RecordedFacts.membership(
                of: unit, in: list, clause: clause, since: "2025-06-10", foundedOn: penalty, connection)
        }
        _ = try RecordedFacts.unit(44, reportingUnit: "421303", connection)
    }

    private static func lines(_ reason: String, _ connection: isolated Connection) throws -> Set<String> {
        Set(
            try connection.values(
                "select l.credit_code from reports.plan_line as l where l.reason_code = \(reason)", as: String.self))
    }

    @Test("Whoever has the seed and the population draws the same units")
    func reproducible() async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            try Self.city(connection)
            let answer = try Self.draw(["seed": "二〇二六"], connection)
            let b = ((1...30) + [44]).map { CreditCodes.code($0) }
            let a = (31...40).map { CreditCodes.code($0) }

            // By hand: keys in order, so many of the first as the share rounded up: 31 × 20 % = 6.2, 10 × 5 % = 0.5.
            func first(_ count: Int, of codes: [String]) -> Set<String> {
                let keys = codes.map { (SHA256.hex(of: Array("二〇二六:\($0)".utf8)), $0) }
                return Set(keys.sorted { $0.0 < $1.0 }.prefix(count).map(\.1))
            }
            #expect(try Self.lines("drawn", connection) == first(7, of: b))
            #expect(try Self.lines("spot_check", connection) == first(1, of: a))
            #expect(try Self.lines("must", connection) == [CreditCodes.code(43)])
            #expect(try Self.lines("key", connection) == [CreditCodes.code(41), CreditCodes.code(42)])
            let digest = SHA256.hex(of: Array((a + b).sorted().joined(separator: "\n").utf8))
            #expect(answer["population_sha256"] == .string(digest))
            #expect(answer["population_count"] == 41)
            #expect(answer["seed"] == "二〇二六")
            let counts = ["must_count", "key_count", "drawn_count", "spot_check_count"].map { answer[$0] }
            #expect(counts == [1, 2, 7, 1])
            let proof = try PlanProof.of(year: 2026, agencyCode: "421300", on: connection)
            #expect(proof.verify().holds)
        }
    }

    @Test("The plan handed out names each unit with basis, way and frequency, what must stand in it first")
    func handedOut() async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            try Self.city(connection)
            _ = try Self.draw([:], connection)
            let plan = try YearlyPlan.find(year: 2026, agencyCode: "421300", on: connection)
            #expect(plan.agencyName == "随州市应急管理局")
            #expect(plan.lines.map(\.number) == Array(1...11))
            #expect(plan.lines.map(\.grade) == ["C", "C", "D"] + Array(repeating: "B", count: 7) + ["A"])
            #expect(
                plan.lines[0].values.dropFirst(4) == [
                    "工作方案五（三）", "事故整改措施和行政处罚落实情况，执行安全生产法律法规和标准情况", "重点监督检查", "全年不少于1次", "2026年1月至12月",
                    "随州市应急管理局", "事故事1；处罚决定罚43",
                ])
            #expect(plan.lines[2].basis == "工作方案五（四）")
            #expect(plan.lines[10].frequency == "全年不超过1次")
            #expect(plan.proof.verify().holds)
            #expect(throws: PlanError.noPlan(year: 2025, agencyCode: "421300")) {
                try YearlyPlan.find(year: 2025, agencyCode: "421300", on: connection)
            }
        }
    }

    @Test("Without a seed the register's key gives one: the same for the year, another for another year or key")
    func derivedSeed() async throws {
        let seeds = try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            [
                try Self.draw([:], connection)["seed"],
                try Self.draw(["plan_year": 2025], key: "k2", connection)["seed"],
            ]
        }
        #expect(seeds[0] == .string(try DrawPlan.seed(year: 2026, agencyCode: "421300", from: Story.identityKey)))
        #expect(seeds[0] != seeds[1])
        #expect(
            try DrawPlan.seed(year: 2026, agencyCode: "421300", from: .random())
                != DrawPlan.seed(year: 2026, agencyCode: "421300", from: Story.identityKey))
    }

    @Test(
        "A unit whose industry says how often it is inspected is planned so, and not left to the draw; a milder rule changes nothing (plan V(6), RD-42)"
    )
    func byIndustry() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            for (number, industry) in [(1, "C2611"), (2, "C3110"), (3, "C1011"), (4, "C2611")] {
                _ = try RecordedFacts.unit(number, industry: industry, connection)
            }
            let units = try connection.values(
                "select s.subject_id from register.subject as s order by s.name", as: Int64.self)
            try RecordedFacts.certificate(of: units[2], connection)
            let penalty = try RecordedFacts.penalty("罚4", on: units[3], decidedOn: "2025-06-10", connection)
            try RecordedFacts.membership(
                of: units[3], in: "penalised", clause: "C1", since: "2025-06-10", foundedOn: penalty, connection)
            try connection.execute(
                """
                insert into supervision.override (industry_code, grade, valid_from, inspections_per_year, text_zh, source)
                values ('C26', 'B', '2024-01-01', 2, '规定', '文件'), ('C31', 'B', '2024-01-01', 0, '规定', '文件'),
                    ('C10', 'A', '2024-01-01', 3, '规定', '文件'), ('C26', 'A', '2024-01-01', 9, '规定', '文件')
                """)
            let answer = try Self.draw(["share_b_percent": 0], connection)
            #expect(answer["industry_count"] == 2)
            #expect(answer["population_count"] == 1)
            func planned(_ connection: isolated Connection) throws -> [String] {
                try connection.values(
                    """
                    select l.grade || ' ' || l.reason_code || ' ' || l.frequency
                    from reports.plan_lines(2026) as l
                    order by l.subject_name
                    """, as: String.self)
            }
            #expect(try planned(connection) == ["B industry 全年不少于2次", "A industry 全年不少于3次", "C key 全年不少于1次"])

            try connection.execute(
                """
                insert into supervision.override (industry_code, grade, valid_from, inspections_per_year, text_zh, source)
                values ('C31', 'B', '2025-12-22', 4, '规定', '文件')
                """)
            let reply = try Self.submit(["act": "supplement-plan"], on: "2025-12-22", key: "s", connection)
            guard case .done(_, let added) = reply.outcome else {
                Issue.record("refused: \(reply.line(in: .english))")
                return
            }
            #expect(added["industry_count"] == 1)
            #expect(try planned(connection).contains("B industry 全年不少于4次"))
        }
    }

    @Test("Shares given in the act take the place of the parameters")
    func shares() async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            try Self.city(connection)
            let answer = try Self.draw(["share_a_percent": 100, "share_b_percent": 0], connection)
            #expect([answer["spot_check_count"], answer["drawn_count"]] == [10, 0])
        }
    }

    @Test(
        "What has come to stand in a drawn plan is added to it, once, behind the draw's lines, which stay as they are")
    func supplemented() async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            try Self.city(connection)
            _ = try Self.draw([:], connection)
            let drawn = try YearlyPlan.find(year: 2026, agencyCode: "421300", on: connection)
            func supplement(_ day: String, _ connection: isolated Connection) throws -> [JSONValue?] {
                let reply = try Self.submit(["act": "supplement-plan"], on: day, key: "s\(day)", connection)
                guard case .done(_, let answer) = reply.outcome else {
                    Issue.record("refused: \(reply.line(in: .english))")
                    return []
                }
                return [answer["must_count"], answer["key_count"]]
            }
            #expect(try supplement("2025-12-24", connection) == [0, 0])
            let late = try RecordedFacts.unit(77, connection)
            try RecordedFacts.accident("事77", at: late, on: "2025-11-10", connection)
            let penalty = try RecordedFacts.penalty(
                "罚77", on: late, decidedOn: "2025-12-25", accident: "事77", connection)
            try RecordedFacts.membership(
                of: late, in: "penalised", clause: "C1", since: "2025-12-25", foundedOn: penalty, connection)
            #expect(try supplement("2025-12-26", connection) == [1, 0])
            #expect(try supplement("2025-12-27", connection) == [0, 0])
            let plan = try YearlyPlan.find(year: 2026, agencyCode: "421300", on: connection)
            #expect(plan.lines.dropLast() == drawn.lines[...])
            #expect(plan.lines.last?.remark == "事故事77；处罚决定罚77；于2025年12月26日补列")
            #expect(plan.proof.verify().holds)
        }
    }

    @Test("A plan is drawn once: not again with another seed, nor below an agency whose plan covers it")
    func once() async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            try Self.city(connection)
            _ = try Self.draw([:], connection)
            let again = try Self.submit(["seed": "another"], key: "k2", connection)
            #expect(Self.refusal(again) == .planDrawn)
            #expect(again.line(in: .english).contains("2026"))
            #expect(Self.refusal(try Self.submit(["agency_code": "421303"], key: "k3", connection)) == .planDrawn)
            #expect(Self.refusal(try Self.submit(["plan_year": 2025], key: "k4", connection)) == nil)
            #expect(try connection.value("select count(*) from supervision.plan", as: Int64.self) == 2)
        }
    }

    @Test("A county that has drawn its own plan stays out of the city's")
    func ownPlan() async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            try Self.city(connection)
            let county = try Self.draw(["agency_code": "421303", "share_b_percent": 100], connection)
            #expect(county["drawn_count"] == 1)
            #expect(try Self.draw(["share_b_percent": 100], key: "k2", connection)["drawn_count"] == 30)
        }
    }

    @Test("A unit that stands in one plan of the year comes into no other, not even by hand")
    func onePlan() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let unit = try RecordedFacts.unit(1, reportingUnit: "421303", connection)
            _ = try Self.draw(["agency_code": "421303"], connection)
            // The unit moves to the city's own care after the county has drawn it.
            try connection.execute(
                "update register.subject set reporting_unit_code = '421300' where subject_id = \(unit)")
            let answer = try Self.draw([:], key: "k2", connection)
            #expect([answer["population_count"], answer["drawn_count"]] == [0, 0])
            #expect {
                try connection.execute(
                    """
                    insert into supervision.plan_line (subject_id, plan_id, plan_year, reason_code, grade,
                        inspections_per_year, evidence_ids)
                    select \(unit), p.plan_id, p.plan_year, 'must', 'B', 1, '{}'
                    from supervision.plan as p
                    where p.agency_code = '421300'
                    """)
            } throws: {
                ($0 as? PQError)?.constraint == "unit_stands_in_one_plan_a_year"
            }
        }
    }

    @Test(
        "What is no plan is refused",
        arguments: [
            (["plan_year": 2024], "operator", .badField), (["plan_year": 2027], "operator", .badField),
            (["plan_year": .null], "operator", .missingField), (["share_a_percent": 101], "operator", .badField),
            (["share_b_percent": -1], "operator", .badField),
            (["seed": .string(String(repeating: "s", count: 201))], "operator", .badField),
            (["agency_code": "999999"], "operator", .unknownAgency),
            (["agency_code": "420000"], "operator", .agencyNotBelow), ([:], "rec", .officerLacksRole),
        ] as [([String: JSONValue], String, RefusalCode)])
    func refused(fields: [String: JSONValue], officer: String, code: RefusalCode) async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            let reply = try Self.submit(fields, by: officer, connection)
            #expect(Self.refusal(reply) == code)
            #expect(!reply.line(in: .english).contains("?"))
        }
    }

    @Test("Analysts read plans through reports alone")
    func analysts() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Self.city(connection)
            _ = try Self.draw([:], connection)
            try connection.execute("set local role anxin_analyst")
            let remark = try connection.value(
                "select l.remark from reports.plan_line as l where l.reason_code = 'must'", as: String.self)
            #expect(remark == "事故事1；处罚决定罚43")
            #expect(
                try connection.value(
                    "select count(*) from reports.plan_population as p where p.is_drawn", as: Int64.self) == 8)
            #expect { try connection.value("select count(*) from supervision.plan", as: Int64.self) } throws: {
                ($0 as? PQError)?.sqlState == .insufficientPrivilege
            }
        }
    }
}
