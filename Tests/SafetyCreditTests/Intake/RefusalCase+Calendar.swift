import PQ
import Testing

@testable import SafetyCredit

extension RefusalCase {
    /// RD-38.
    static let calendar: [RefusalCase] = [
        RefusalCase(
            "a term of which no value is in force", .beforeThePlan, at: .punished, "annul-penalty", on: "2024-03-11",
            by: "rec",
            annulment
        ) { story, connection in
            try connection.execute(
                "delete from law.parameter where parameter_code = 'annulment-publication-end-working-days'")
        },
        RefusalCase(
            "a notice loaded twice", .noticeLoaded, at: .registered, "load-calendar-notice", on: "2026-11-20",
            by: "operator", notice2027(code: "2026", issuedOn: "2026-11-10", kind: "off")),
        RefusalCase(
            "a notice that contradicts a later one", .noticeContradicts, at: .registered, "load-calendar-notice",
            on: "2026-11-20", by: "operator", notice2027(code: "2027-b", issuedOn: "2026-11-10", kind: "work")
        ) { story, connection in
            try story.does(
                "load-calendar-notice", on: "2026-11-12", by: "operator", key: "first",
                notice2027(code: "2027", issuedOn: "2026-11-10", kind: "off"), connection)
        },
    ]

    static func notice2027(code: String, issuedOn: String, kind: String) -> [String: JSONValue] {
        [
            "notice_code": .string(code), "notice_year": 2027, "issued_on": .string(issuedOn), "title": "2027年节假日安排",
            "days": [["day": "2027-01-04", "kind": .string(kind), "name": "元旦"]],
        ]
    }
}
