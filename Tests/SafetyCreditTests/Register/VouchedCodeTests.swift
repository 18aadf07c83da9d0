import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// **Source** RD-43.
@Suite("A code whose check characters fail", .serialized) struct VouchedCodeTests {
    /// The code of the story's unit with another last character.
    private static let code = "91421321MA49K3C491"
    private static let units = [["生产经营单位名称", "统一社会信用代码"], ["随县旧制化肥厂", code]]

    @Test(
        "Comes back with its rule until a document vouches for it, and is from then on a code like any other, flagged")
    func vouched() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            let refused = try story.take(SubjectLine.self, on: "2024-03-01", Self.units, connection)
            #expect(!refused.isWritten)
            #expect(refused.rejects.map(\.fault) == [.codeCheck])

            try story.does("vouch-for-code", on: "2024-03-02", by: "rec", Self.document, connection)
            let taken = try story.take(SubjectLine.self, on: "2024-03-02", Self.units, connection)
            #expect(taken.isWritten && taken.rejects.isEmpty)
            let flagged = try connection.values(
                "select i.value from register.subject_identifier as i where i.is_vouched", as: String.self)
            #expect(flagged == [Self.code])

            try story.punish(of: Self.code, connection)
            let code = try CreditCode.asked(Self.code.lowercased(), on: connection)
            let explanation = try GradeExplanation.explain(
                code, asOf: CivilDate(iso: "2024-03-05")!, on: connection)
            #expect(explanation?.grade == "C")
            try story.does(
                "record-ban", on: "2024-03-05", by: "rec",
                [
                    "credit_code": .string(Self.code), "basis": "安全生产法", "decision_number": "禁1号",
                    "starts_on": "2024-03-05",
                ], connection)
            #expect(throws: CreditCodeError.check) { try CreditCode.asked("91421321MA49K3C492", on: connection) }
        }
    }

    @Test("Is vouched for once, by a document")
    func once() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            try story.does("vouch-for-code", on: "2024-03-02", by: "rec", Self.document, connection)
            let again = try story.submit(
                "vouch-for-code", on: "2024-03-02", by: "rec", key: "again", Self.document, connection)
            #expect(refusal(again) == .recordExists)
            let unproven = try story.submit(
                "vouch-for-code", on: "2024-03-02", by: "rec", key: "unproven",
                ["credit_code": "91421321MA49K3C492", "document_number": " "], connection)
            #expect(refusal(unproven) == .missingField)
        }
    }

    private func refusal(_ reply: ActReply) -> RefusalCode? {
        guard case .refused(let refusal) = reply.outcome else { return nil }
        return refusal.code
    }

    private static let document: [String: JSONValue] = [
        "credit_code": .string(code), "document_number": "随市监函〔2024〕3号",
    ]
}
