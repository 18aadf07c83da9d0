import PQ
import Testing

@testable import SafetyCredit

extension RefusalCase {
    /// Corrections, names, mergers, roles.
    static let corrections: [RefusalCase] = [
        RefusalCase(
            "a correction that changes nothing", .nothingCorrected, at: .punished, "correct-record", on: "2024-03-10",
            by: "rec", correcting(["is_safety": "true"])),
        RefusalCase(
            "a correction to a fine without amount", .correctionContradicts, at: .punished, "correct-record",
            on: "2024-03-10", by: "rec", correcting(["kinds": "罚款"])),
        RefusalCase(
            "a correction of a field the record does not have", .badField, at: .punished, "correct-record",
            on: "2024-03-10", by: "rec", correcting(["death_count": "3"])),
        RefusalCase(
            "a correction to a day that does not exist", .badField, at: .punished, "correct-record", on: "2024-03-10",
            by: "rec", correcting(["decided_on": "2023-02-29"])),
        RefusalCase(
            "a correction of nothing", .missingField, at: .punished, "correct-record", on: "2024-03-10", by: "rec",
            with(correcting([:]), ["changes": .null])),
        RefusalCase(
            "the correction of another's record", .unknownRecord, at: .punished, "correct-record", on: "2024-03-10",
            by: "rec", with(correcting(["basis": "x"]), ["credit_code": .string(Story.otherUnit)])),
        RefusalCase(
            "a correction by another agency", .agencyNotResponsible, at: .punished, "correct-record", on: "2024-03-10",
            by: "rec-zd", correcting(["basis": "x"])),
        RefusalCase(
            "a correction past the objection", .objectionPending, at: .objected, "correct-record", on: "2024-03-10",
            by: "rec", correcting(["basis": "x"])),
        RefusalCase(
            "the withdrawal of what an objection disputes", .objectionPending, at: .objectionAccepted,
            "withdraw-record", on: "2024-03-10", by: "rec", withdrawal),
        RefusalCase(
            "a second withdrawal", .unknownRecord, at: .punished, "withdraw-record", on: "2024-03-11", by: "rec",
            key: "again", withdrawal
        ) { story, connection in
            try story.does("withdraw-record", on: "2024-03-10", by: "rec", withdrawal, connection)
        },
        RefusalCase(
            "a ban recorded by two officers", .recordExists, at: .registered, "record-ban", on: "2024-03-13",
            by: "rec", key: "again", with(ban, ["basis": "安全生产法第九十二条第二款"])
        ) { story, connection in try story.does("record-ban", on: "2024-03-12", by: "rec", ban, connection)
        },
        RefusalCase(
            "a credit repair recorded by two officers", .recordExists, at: .punished, "record-repair",
            on: "2024-06-04", by: "rec", key: "again", with(repair, ["source": "信用中国网站"])
        ) { story, connection in try story.does("record-repair", on: "2024-06-03", by: "rec", repair, connection)
        },
        RefusalCase(
            "a change upon an objection that says nothing", .missingField, at: .objectionAccepted, "decide-objection",
            on: "2024-03-12", by: "dec", with(objectionDecision, ["decision": "change"])),
        RefusalCase(
            "a record kept with changes", .unknownField, at: .objectionAccepted, "decide-objection", on: "2024-03-12",
            by: "dec", with(objectionDecision, ["changes": [["field": "basis", "value": "x"]]])),
        RefusalCase(
            "an objection filed with another agency", .agencyNotResponsible, at: .punished, "file-objection",
            on: "2024-03-06", by: "dec-zd",
            [
                "credit_code": .string(Story.unit), "decision_number": .string(Story.decisionNumber),
                "statement": "不实",
            ]),
        RefusalCase(
            "an application filed with another agency", .agencyNotResponsible, at: .published, "apply-for-removal",
            on: "2025-03-12", by: "dec-zd", application),
    ]

    static let units: [RefusalCase] = [
        RefusalCase(
            "the name it has", .nameUnchanged, at: .registered, "rename-subject", on: "2024-06-01", by: "rec",
            rename(to: Story.unitName)),
        RefusalCase(
            "a new name of what is gone", .subjectGone, at: .registered, "rename-subject", on: "2024-06-01", by: "rec",
            rename(to: "新名"), before: gone(on: "2024-06-01")),
        RefusalCase(
            "the listing of what is gone", .subjectGone, at: .heard, "decide-listing", on: "2024-03-11", by: "dec",
            Story.listing, before: gone(on: "2024-03-11")),
        RefusalCase(
            "a merger with itself", .badField, at: .registered, "record-merger", on: "2024-06-01", by: "rec",
            with(merger, ["successor_code": .string(Story.unit)])),
        RefusalCase(
            "a merger into a unit that is no more", .subjectGone, at: .registered, "record-merger", on: "2024-06-01",
            by: "rec", merger
        ) { story, connection in
            try story.does(
                "deregister-subject", on: "2024-06-01", by: "rec",
                with(deregistration, ["credit_code": .string(Story.otherUnit)]), connection)
        },
        RefusalCase(
            "a merger twice", .alreadyMerged, at: .registered, "record-merger", on: "2024-06-02", by: "rec",
            key: "again", merger
        ) { story, connection in
            try story.does("record-merger", on: "2024-06-01", by: "rec", merger, connection)
        },
        RefusalCase(
            "a role held already", .roleHeld, at: .registered, "record-role", on: "2024-06-02", by: "rec", key: "again",
            role
        ) { story, connection in
            try story.does("record-role", on: "2024-06-01", by: "rec", role, connection)
        },
        RefusalCase(
            "a role from tomorrow", .badField, at: .registered, "record-role", on: "2024-06-01", by: "rec",
            with(role, ["from": "2024-06-02"])),
        RefusalCase(
            "the end of a role nobody has", .roleNotHeld, at: .registered, "end-role", on: "2024-06-02", by: "rec",
            ["credit_code": .string(Story.unit), "responsibility_id": 4711, "last_day": "2024-06-01"]),
    ]

    static func correcting(_ changes: [String: JSONValue]) -> [String: JSONValue] {
        with(
            withdrawal,
            ["changes": .array(changes.map { .object(["field": .string($0.key), "value": $0.value]) })])
    }

    static let withdrawal: [String: JSONValue] = [
        "credit_code": .string(Story.unit), "decision_number": .string(Story.decisionNumber),
        "document_number": "随应急更〔2024〕1号", "reason": "录入有误",
    ]
    static let merger: [String: JSONValue] = [
        "credit_code": .string(Story.unit), "successor_code": .string(Story.otherUnit),
        "document_number": "随市监合〔2024〕1号",
    ]
    static let role: [String: JSONValue] = [
        "credit_code": .string(Story.unit), "name": .string(Story.principalName),
        "resident_number": .string(Story.principalNumber), "role": "principal", "from": "2024-01-02",
    ]

    private static func rename(to name: String) -> [String: JSONValue] {
        [
            "credit_code": .string(Story.unit), "new_name": .string(name), "document_number": "随市监变〔2024〕1号",
        ]
    }

    private static func gone(on day: String) -> @Sendable (Story, isolated Connection) throws -> Void {
        { story, connection in
            try story.does("deregister-subject", on: day, by: "rec", deregistration, connection)
        }
    }
}
