import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("An early removal and a penalty decided since") struct EarlyRemovalTests {
    /// What has come of a penalty decided after the listing.
    enum Later: CaseIterable, Sendable {
        case nothing, proposed, proposedBefore, told, notListed, annulled
    }

    @Test(
        "Nobody is removed early while a new penalty may list him again; once that is decided, he is (Order 11 Art. 18; RD-34)",
        arguments: Later.allCases, [false, true])
    func removal(after later: Later, ofPerson isPerson: Bool) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.published, connection)
            try Self.punishAnew(later, story, connection)
            let id = try connection.value(
                """
                select m.membership_id
                from lists.membership as m
                where m.decision_number = \(Story.listingNumber) and (m.unit_id is not null) = \(isPerson)
                """, as: Int64.self)
            try story.does(
                "apply-for-removal", on: "2025-03-12", by: "han", ["membership_id": .integer(id), "statement": "已整改"],
                connection)
            try story.does(
                "accept-removal-application", on: "2025-03-14", by: "han", ["case": "apply-for-removal"], connection)
            let reply = try story.submit("decide-removal", on: "2025-03-20", by: "dec", Story.grant, connection)
            let isRefused = later == .proposed || later == .told
            switch reply.outcome {
            case .done: #expect(!isRefused)
            case .refused(let refusal):
                #expect(isRefused)
                #expect(refusal == Refusal(.newViolation, ["ground": "罚2"]))
            case .repeated: Issue.record("was decided before")
            }
        }
    }

    private static func punishAnew(_ later: Later, _ story: Story, _ connection: isolated Connection) throws {
        let unit = try Subject.unit(try CreditCode(Story.unit), on: connection).id
        try RecordedFacts.penalty(
            "罚2", on: unit, decidedOn: later == .proposedBefore ? "2024-03-04" : "2025-02-10",
            isArticle114: later == .proposed || later == .proposedBefore,
            annulledOn: later == .annulled ? "2025-03-20" : nil, connection)
        guard later == .told || later == .notListed || later == .annulled else { return }
        try story.does(
            "give-notice", on: "2025-02-17", by: "han", key: "notice-2",
            RefusalCase.with(
                RefusalCase.notice, ["penalty_decision_number": "罚2", "document_number": "随应急告〔2025〕2号"]), connection)
        guard later == .notListed else { return }
        try story.does(
            "record-defence", on: "2025-02-18", by: "han", key: "defence-2", ["case": "notice-2", "is_waived": true],
            connection)
        try story.does(
            "decide-listing", on: "2025-03-20", by: "dec", key: "decision-2",
            ["case": "notice-2", "decision": "not_list", "reason": "情节轻微"], connection)
    }
}
