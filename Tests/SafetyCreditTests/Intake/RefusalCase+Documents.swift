import PQ
import Testing

@testable import SafetyCredit

extension RefusalCase {
    /// Documents and their numbers.
    static let documents: [RefusalCase] = [
        RefusalCase(
            "a typed number that the register has given out", .numberTaken, at: .punished, "give-notice",
            on: "2024-03-06", by: "han", with(notice, ["document_number": "随应急告[2024]01号"])
        ) { story, connection in
            try story.does(
                "give-notice", on: "2024-03-05", by: "han", with(notice, ["document_number": .null]), connection)
        },
        RefusalCase(
            "an agency without a word for its numbers", .agencyGivesNoNumbers, at: .punished, "give-notice",
            on: "2024-03-06", by: "han", with(notice, ["document_number": .null])
        ) { _, connection in
            try connection.execute("update ops.agency as a set number_prefix = null where a.agency_code = '421300'")
        },
        RefusalCase(
            "a document of a step that was not taken", .documentNotDue, at: .told, "issue-document", on: "2024-03-11",
            by: "han", ["kind": "listing-decision", "case": "give-notice"]),
        RefusalCase(
            "a document of another procedure", .documentNotDue, at: .listed, "issue-document", on: "2024-03-11",
            by: "han", ["kind": "objection-answer", "case": "give-notice"]),
        RefusalCase(
            "a removal decision of an application that was denied", .documentNotDue, at: .accepted, "issue-document",
            on: "2025-03-20", by: "han", ["kind": "removal-decision", "case": "apply-for-removal"]
        ) { story, connection in
            try story.does(
                "decide-removal", on: "2025-03-20", by: "dec",
                ["case": "apply-for-removal", "decision": "denied", "reason": "未缴清"], connection)
        },
        RefusalCase(
            "a document before its step", .beforeTheStepBefore, at: .listed, "issue-document", on: "2024-03-10",
            by: "han", ["kind": "listing-decision", "case": "give-notice"]),
        RefusalCase(
            "a second document of a kind", .documentIssued, at: .listed, "issue-document", on: "2024-03-12", by: "han",
            ["kind": "listing-decision", "case": "give-notice"]
        ) { story, connection in
            _ = try story.issue(.listingDecision, on: "2024-03-11", ["case": "give-notice"], connection)
        },
        RefusalCase(
            "a document of another agency's case", .agencyNotResponsible, at: .listed, "issue-document",
            on: "2024-03-11", by: "dec-zd", ["kind": "listing-decision", "case": "give-notice"]),
        RefusalCase(
            "another number than that of the decision", .badField, at: .listed, "issue-document", on: "2024-03-11",
            by: "han",
            ["kind": "listing-decision", "case": "give-notice", "document_number": "随应急失信〔2024〕2号"]),
        RefusalCase(
            "a document of no kind", .badField, at: .listed, "issue-document", on: "2024-03-11", by: "han",
            ["kind": "love-letter", "case": "give-notice"]),
        RefusalCase(
            "a document of nothing", .missingField, at: .listed, "issue-document", on: "2024-03-11", by: "han",
            ["kind": "listing-decision"]),
        RefusalCase(
            "a document of no case", .unknownCase, at: .listed, "issue-document", on: "2024-03-11", by: "han",
            ["kind": "listing-decision", "case": "no-such-key"]),
        RefusalCase(
            "a repair notice of no membership", .unknownMembership, at: .listed, "issue-document", on: "2024-03-11",
            by: "han", ["kind": "repair-notice", "membership_id": 4711]),
    ]
}
