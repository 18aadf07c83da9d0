import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("The sentence of a refusal") struct RefusalSentenceTests {
    @Test(
        "It says in Chinese words what the codes mean",
        arguments: [
            (.banRunning, ["until": "life"], "法定禁入为终身，不能提前移出"),
            (.banRunning, ["until": "2025-03-12"], "法定禁入尚在执行，至 2025-03-12"),
            (.newViolation, ["listing": "列2"], "列入后又被列入：列入决定 列2"),
            (.newViolation, ["penalty": "罚2"], "列入后又有新的处罚：罚2"),
            (
                .stepOutOfOrder, ["state": "entered", "needed": "decided:list/served"],
                "案件处于“录入系统”，此时不能做这一步；须先：决定：列入或者文书送达"
            ),
            (.conditionMissing, ["condition": "penalty_performed"], "提前移出的条件未满足或缺少证明：处罚决定履行完毕"),
            (.conditionMissing, ["condition": "harm_removed"], "提前移出的条件未满足或缺少证明：危害后果、不良影响已经消除"),
            (.personsNotListedUnderClause, ["clause": "DO1", "role": "responsible"], "条款 DO1 不列入有关责任人员"),
            (.officerLacksRole, ["officer": "zhang", "role": "decider"], "经办人 zhang 没有“决定人”的职责"),
            (.roleHeld, ["role": "principal", "responsibility": "7"], "该人员已任主要负责人（任职编号 7），请先记录离任"),
            (
                .agencyNotResponsible, ["agency": "421321", "agency_name": "随县应急管理局"],
                "谁处罚、谁决定、谁负责：应由随县应急管理局作出"
            ),
            (.agencyNotResponsible, ["agency": "421321"], "谁处罚、谁决定、谁负责：应由421321作出"),
        ] as [(RefusalCode, [String: String], String)])
    func words(code: RefusalCode, facts: [String: String], chinese: String) {
        #expect(Refusal(code, facts).sentence(in: .chinese) == chinese)
    }

    @Test("A step that a rule asks for is found again by what the refusal says of it")
    func standings() {
        let standings = Procedure.allCases.flatMap(\.rules).flatMap(\.after)
        #expect(standings.count > 10)
        for standing in standings {
            #expect(StepRule.Standing(describedBy: Substring(standing.description)) == standing)
        }
        #expect(StepRule.Standing(describedBy: "nothing") == nil)
    }

    @Test("A separation of duties cites no article of another procedure")
    func source() {
        #expect(RefusalCode.handlerDecides.source == nil)
    }

    @Test("The ledger names the agency that has to act")
    func agency() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.punished, connection)
            let reply = try story.submit(
                "give-notice", on: "2024-03-05", by: "dec-zd", RefusalCase.notice, connection)
            #expect(Self.sentence(reply) == "谁处罚、谁决定、谁负责：应由随州市应急管理局作出")
        }
    }

    @Test("A penalty that no longer stands is named by its number, one of another authority as what it is")
    func penalty() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.heard, connection)
            try story.does("annul-penalty", on: "2024-03-11", by: "rec", RefusalCase.annulment, connection)
            let fallen = try story.submit("decide-listing", on: "2024-03-11", by: "dec", Story.listing, connection)
            #expect(Self.sentence(fallen) == "列入须以行政处罚为据：没有文号为 \(Story.decisionNumber) 的有效处罚")
            try story.punish(number: "城管罚〔2024〕1号", agency: "随州市城市管理局", connection)
            let foreign = try story.submit(
                "give-notice", on: "2024-03-11", by: "han", key: "foreign",
                RefusalCase.with(RefusalCase.notice, ["penalty_decision_number": "城管罚〔2024〕1号"]), connection)
            #expect(Self.sentence(foreign) == "不能依条款 DO1 列入：作为依据的不是应急管理部门作出的安全生产行政处罚")
        }
    }

    @Test("The old number of a restored listing leads to the new one")
    func restored() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.removed, connection)
            let removed = try story.submit(
                "revoke-listing", on: "2025-06-01", by: "dec", key: "first", RefusalCase.revocation, connection)
            #expect(Self.sentence(removed) == "该名单成员已于 2025-03-20 结束")
            try story.restore(connection)
            let restored = try story.submit(
                "revoke-listing", on: "2025-07-01", by: "dec", key: "second", RefusalCase.revocation, connection)
            #expect(
                Self.sentence(restored)
                    == "该名单成员已于 2025-03-20 结束，后以文号 \(Story.restorationNumber) 恢复：请用该文号")
        }
    }

    private static func sentence(_ reply: ActReply) -> String? {
        if case .refused(let refusal) = reply.outcome { refusal.sentence(in: .chinese) } else { nil }
    }
}
