import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("The adoption of rules") struct AdoptPolicyTests {
    private static let header = "类型,代码,生效日期,取值,单位\n"

    /// Reads the file as the command does, and submits it on the day.
    private func adopt(_ rows: String, on day: String, _ connection: isolated Connection) throws -> ActReply {
        let read = try withScratchFile(Array((Self.header + rows).utf8)) { path in
            try PolicyFile.read(path: path, today: CivilDate(iso: day)!)
        }
        #expect(read.rejects.isEmpty)
        let line = try AdoptPolicy.line(
            adopting: read.rules, by: "随应急办〔2024〕1号", officer: "dec", on: CivilDate(iso: day)!)
        return try Story().ledger.submit(line, on: connection)
    }

    @Test("A file that was tried is adopted whole; the rule before ends on the day before")
    func adopted() async throws {
        let rows = "口径,RD-03,2024-02-01,b,\n参数,a4-months,2024-03-01,12,月\n口径,RD-03,2024-06-01,c,\n"
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.registered, connection)
            guard case .done = try adopt(rows, on: "2024-01-15", connection).outcome else {
                Issue.record("refused")
                return
            }
            let days = ["2024-01-31", "2024-02-01", "2024-02-29", "2024-03-01", "2024-05-31", "2024-06-01"]
            let rules = try days.map { day in
                try connection.value(
                    "select law.policy_option('RD-03', \(day)) || law.parameter_value('a4-months', \(day))",
                    as: String.self)
            }
            #expect(rules == ["a24", "b24", "b24", "b12", "b12", "c12"])
            let listed = try AdoptedRule.all(from: CivilDate(iso: "2024-03-15")!, in: .chinese, on: connection)
                .filter { ["RD-03", "a4-months"].contains($0.code) }
                .map { rule in
                    "\(rule.code)=\(rule.value) \(rule.validFrom?.description ?? "-")…\(rule.lastDay?.description ?? "") \(rule.meaning)"
                }
            #expect(
                listed == [
                    "RD-03=b 2024-02-01…2024-05-31 四项同时符合", "RD-03=c 2024-06-01… 符合任一项", "a4-months=12 2024-03-01… ",
                ])
        }
    }

    @Test("One faulty row refuses all, with the number of every such row, and leaves nothing")
    func refused() async throws {
        let rows = """
            口径,RD-10,2024-02-01,b,
            口径,RD-99,2024-02-01,b,
            口径,RD-03,2024-02-01,z,
            参数,no-such-term,2024-02-01,1,
            参数,a4-months,2024-02-01,12,工作日
            口径,RD-12,2024-01-14,b,
            口径,RD-10,2024-02-01,a,
            """
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.registered, connection)
            guard case .refused(let refusal) = try adopt(rows, on: "2024-01-15", connection).outcome else {
                Issue.record("adopted")
                return
            }
            #expect(refusal.code == .policyFaulty)
            #expect(
                refusal.sentence(in: .chinese) == """
                    第 3 行 RD-99：没有可以改变的这个口径；第 4 行 RD-03：该口径没有这个选项；第 5 行 no-such-term：没有这个参数；\
                    第 6 行 a4-months：单位与登记的不同；第 7 行 RD-12：生效日期早于决定之日；第 8 行 RD-10：同一日已有另一条
                    """)
            #expect(try connection.value("select count(*) from law.policy", as: Int64.self) == 0)
        }
    }

    @Test(
        "It may begin on the day on which it is decided, not on the day before",
        arguments: ["2024-01-14", "2024-01-15", "2024-01-16"])
    func firstDay(_ day: String) async throws {
        let isRefused = try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.registered, connection)
            return try adopt("口径,RD-10,\(day),b,\n", on: "2024-01-15", connection).isRefused
        }
        #expect(isRefused == (day == "2024-01-14"))
    }

    @Test(
        "The longest period may be shortened, not prolonged beyond three years (plan V(5), RD-17)",
        arguments: [("0", true), ("1", false), ("36", false), ("37", true), ("48", true)])
    func bounds(months: String, isRefused: Bool) async throws {
        let reply = try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.registered, connection)
            return try adopt("参数,management-months,2024-02-01,\(months),月\n", on: "2024-01-15", connection)
        }
        #expect(reply.isRefused == isRefused)
        guard case .refused(let refusal) = reply.outcome else { return }
        #expect(refusal.sentence(in: .chinese) == "第 2 行 management-months：取值超出允许的范围")
    }

    @Test("Every number of the law has its name in Chinese, and every reading and answer its words")
    func words() async throws {
        let rules = try await RegisterDatabase.shared.withRollback { connection in
            try AdoptedRule.all(from: CivilDate(iso: "2026-06-01")!, in: .chinese, on: connection)
        }
        #expect(Set(rules.map(\.code)).count > 80)
        for rule in rules {
            #expect(rule.question != rule.code && !rule.question.isEmpty, "\(rule.code)")
            #expect(rule.kind == .parameter || !rule.meaning.isEmpty, "\(rule.code)")
        }
    }
}
