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
    ]
}
