import PQ
import Testing

@testable import SafetyCredit

extension RefusalCase {
    /// Listings by the rule before Order 11 (RD-47).
    static let formerListings: [RefusalCase] = [
        RefusalCase(
            "a listing before Order 11 was in force", .listedBeforeTheOrder, at: .registered, "decide-listing",
            on: "2023-09-30", by: "dec", Story.listing
        ) { story, connection in
            try story.punish(on: "2023-09-01", connection)
            try story.does("give-notice", on: "2023-09-05", by: "han", notice, connection)
            try story.does(
                "record-defence", on: "2023-09-08", by: "han", ["case": "give-notice", "is_waived": true], connection)
        },
        RefusalCase(
            "a listing under Order 11 carried over", .listedUnderTheOrder, at: .registered, "transfer-listing",
            on: "2024-01-10", by: "rec", with(formerListing, ["listed_on": "2023-10-01"])),
        RefusalCase(
            "a listing carried over twice", .alreadyListed, at: .registered, "transfer-listing", on: "2024-01-10",
            by: "rec", formerListing
        ) { story, connection in
            try story.does("transfer-listing", on: "2024-01-10", by: "rec", formerListing, connection)
        },
        RefusalCase(
            "a listing carried over without its period", .missingField, at: .registered, "transfer-listing",
            on: "2024-01-10", by: "rec", with(formerListing, ["period_months": .null])),
        RefusalCase(
            "a listing carried over for more than three years", .periodTooLong, at: .registered, "transfer-listing",
            on: "2024-01-10", by: "rec", with(formerListing, ["period_months": 37])),
        RefusalCase(
            "a listing carried over before it was published", .publishedBeforeListed, at: .registered,
            "transfer-listing", on: "2024-01-10", by: "rec", with(formerListing, ["published_on": "2023-09-19"])),
    ]

    /// A listing by the rule before Order 11 (RD-47).
    static let formerListing: [String: JSONValue] = [
        "credit_code": .string(Story.unit), "clause": "DO4", "decision_number": "随安监黑〔2023〕1号",
        "listed_on": "2023-09-20", "published_on": "2023-09-28", "period_months": 12,
        "period_basis": "安监总办〔2017〕49号：自公布之日起1年",
    ]

    /// Answers to readings (`adopt-policy`).
    static let policies: [RefusalCase] = [
        RefusalCase(
            "a second answer for one day", .policyFaulty, at: .registered, "adopt-policy", on: "2024-01-10", by: "dec",
            policy
        ) { story, connection in
            try story.does("adopt-policy", on: "2024-01-09", by: "dec", policy, connection)
        },
        RefusalCase(
            "an answer that reaches back", .policyFaulty, at: .registered, "adopt-policy", on: "2024-02-02", by: "dec",
            policy),
        RefusalCase(
            "an answer that the reading has not", .policyFaulty, at: .registered, "adopt-policy", on: "2024-01-10",
            by: "dec", with(policy, ["option": "d"])),
        RefusalCase(
            "an answer to a reading without alternatives", .policyFaulty, at: .registered, "adopt-policy",
            on: "2024-01-10", by: "dec", with(policy, ["reading": "RD-19"])),
        RefusalCase(
            "rules and an answer beside them", .badField, at: .registered, "adopt-policy", on: "2024-01-10", by: "dec",
            with(policy, ["rules": [["kind": "policy", "code": "RD-10", "value": "b", "valid_from": "2024-02-01"]]])),
        RefusalCase(
            "a county's answer", .agencyNotResponsible, at: .registered, "adopt-policy", on: "2024-01-10",
            by: "dec-zd", policy),
    ]

    private static let policy: [String: JSONValue] = [
        "reading": "RD-05", "option": "b", "valid_from": "2024-02-01", "document_number": "随应急办〔2024〕1号",
    ]

    /// Penalties on persons alone (RD-13).
    static let personPenalties: [RefusalCase] = [
        RefusalCase(
            "a penalty on a person recorded twice", .recordExists, at: .listed, "record-person-penalty",
            on: "2024-03-20", by: "rec", personPenalty
        ) { story, connection in
            let person: [String: JSONValue] = ["subject_id": .integer(try story.principal(connection))]
            try story.does(
                "record-person-penalty", on: "2024-03-19", by: "rec", with(personPenalty, person), connection)
        },
        RefusalCase(
            "a fine without its amount", .missingField, at: .listed, "record-person-penalty", on: "2024-03-20",
            by: "rec", with(personPenalty, ["fine_fen": .null])),
        RefusalCase(
            "a penalty decided after it was recorded", .badField, at: .listed, "record-person-penalty",
            on: "2024-03-17", by: "rec", personPenalty),
        RefusalCase(
            "a unit's penalty as a person's", .unknownSubject, at: .listed, "record-person-penalty", on: "2024-03-20",
            by: "rec", with(personPenalty, ["subject_id": 4711])),
    ]

    /// By Work Safety Law Art. 95; subject 0 stands for the principal of the story.
    static let personPenalty: [String: JSONValue] = [
        "subject_id": 0, "decision_number": "随应急罚〔2024〕2号", "decided_on": "2024-03-18",
        "agency_name": .string(Story.agency), "kinds": "罚款", "fine_fen": 5_000_000,
    ]
}
