import PQ
import Testing

@testable import SafetyCredit

extension RefusalCase {
    /// The line itself.
    static let envelope: [RefusalCase] = [
        RefusalCase(
            "an act nobody knows", .unknownAct, at: .registered, "decide-everything", on: "2024-03-05", by: "han", [:]),
        RefusalCase(
            "a missing field", .missingField, at: .punished, "give-notice", on: "2024-03-05", by: "han",
            with(notice, ["clause": .null])),
        RefusalCase(
            "a misspelt field", .unknownField, at: .punished, "give-notice", on: "2024-03-05", by: "han",
            with(notice, ["claus": "DO1"])),
        RefusalCase(
            "a misspelt field of a person", .unknownField, at: .heard, "decide-listing", on: "2024-03-11", by: "dec",
            listing([
                "persons": [["name": "张三", "resident_number": "421321197506304511", "role": "principal", "post": "x"]]
            ])),
        RefusalCase(
            "a field of another kind", .badField, at: .heard, "decide-listing", on: "2024-03-11", by: "dec",
            listing(["lists_unit": "yes"])),
        RefusalCase(
            "a code whose check character is wrong", .badField, at: .punished, "give-notice", on: "2024-03-05",
            by: "han",
            with(notice, ["credit_code": "91421321MA49K3C491"])),
        RefusalCase(
            "the key of another act", .keyReused, at: .told, "give-notice", on: "2024-03-05", by: "han",
            key: "give-notice", with(notice, ["document_number": "随应急告〔2024〕2号"])),
        RefusalCase(
            "the key of an act with another day", .keyReused, at: .told, "give-notice", on: "2024-03-06", by: "han",
            key: "give-notice", notice),
        RefusalCase(
            "an act dated tomorrow", .datedInTheFuture, at: .punished, "give-notice", on: "2024-03-06", by: "han",
            notice,
            today: "2024-03-05"),
        RefusalCase(
            "a ban that ends before it starts", .badField, at: .registered, "record-ban", on: "2024-03-12", by: "rec",
            with(ban, ["last_day": "2024-03-11"])),
    ]

    /// Who acts.
    static let officers: [RefusalCase] = [
        RefusalCase(
            "an officer nobody knows", .unknownOfficer, at: .punished, "give-notice", on: "2024-03-05", by: "nobody",
            notice),
        RefusalCase(
            "an officer who left", .unknownOfficer, at: .punished, "give-notice", on: "2024-03-05", by: "han2", notice
        ) { story, connection in
            try story.does("end-appointment", on: "2024-03-04", by: "operator", leaving, connection)
        },
        RefusalCase(
            "an officer whose role has ended", .officerLacksRole, at: .punished, "give-notice", on: "2024-03-05",
            by: "han2", notice
        ) { story, connection in
            try story.does(
                "end-appointment", on: "2024-03-04", by: "operator", with(leaving, ["roles": "handler"]), connection)
        },
        RefusalCase(
            "an officer who leaves twice", .unknownOfficer, at: .registered, "end-appointment", on: "2024-03-05",
            by: "operator", leaving
        ) { story, connection in
            try story.does("end-appointment", on: "2024-03-04", by: "operator", leaving, connection)
        },
        RefusalCase(
            "the end of a role the officer does not have", .officerLacksRole, at: .registered, "end-appointment",
            on: "2024-03-05", by: "operator", with(leaving, ["roles": "decider recorder"])),
        RefusalCase(
            "the end of one's own appointment", .appointmentStays, at: .registered, "end-appointment",
            on: "2024-03-05", by: "operator", with(leaving, ["officer_code": "operator"])),
        RefusalCase(
            "the end of the system's appointment", .appointmentStays, at: .registered, "end-appointment",
            on: "2024-03-05", by: "operator", with(leaving, ["officer_code": "system"])),
        RefusalCase(
            "somebody who signs as the system", .officerIsAutomatic, at: .listed, "confirm-publication",
            on: "2024-03-15", by: "system", ["membership_id": 1, "channel": "bureau-site"]),
        RefusalCase(
            "a county's operator ends an appointment of the city", .agencyNotBelow, at: .registered, "end-appointment",
            on: "2024-03-05", by: "op-zd", leaving, before: countyOperator),
        RefusalCase(
            "a county's operator appoints a decider of the city", .agencyNotBelow, at: .registered, "appoint-officer",
            on: "2024-03-05", by: "op-zd",
            ["officer_code": "x", "officer_name": "新人", "agency_code": "421300", "roles": "decider"],
            before: countyOperator),
        RefusalCase(
            "a recorder who gives notice", .officerLacksRole, at: .punished, "give-notice", on: "2024-03-05", by: "rec",
            notice),
        RefusalCase(
            "a handler who decides", .officerLacksRole, at: .heard, "decide-listing", on: "2024-03-11", by: "han",
            Story.listing),
        RefusalCase(
            "a decider who records", .officerLacksRole, at: .registered, "record-ban", on: "2024-03-12", by: "dec", ban),
        RefusalCase(
            "a decider who publishes", .officerLacksRole, at: .listed, "confirm-publication", on: "2024-03-15",
            by: "dec",
            ["membership_id": 1, "channel": "bureau-site"]),
        RefusalCase(
            "a handler who appoints", .officerLacksRole, at: .registered, "appoint-officer", on: "2024-03-05",
            by: "han",
            ["officer_code": "x", "officer_name": "新人", "agency_code": "421300", "roles": "decider"]),
        RefusalCase(
            "a second officer of the same code", .officerExists, at: .registered, "appoint-officer", on: "2024-03-05",
            by: "operator", ["officer_code": "han", "officer_name": "另一人", "agency_code": "421300", "roles": "decider"]),
        RefusalCase(
            "a login nobody made", .unknownLogin, at: .registered, "assign-login", on: "2024-03-05", by: "operator",
            ["officer_code": "han", "login": "nobody_at_all"]),
        RefusalCase(
            "a login another officer has", .loginTaken, at: .registered, "assign-login", on: "2024-03-05",
            by: "operator", ["officer_code": "han", "login": "postgres"]
        ) { story, connection in
            try story.does(
                "assign-login", on: "2024-03-04", by: "operator", key: "first",
                ["officer_code": "dec", "login": "postgres"], connection)
        },
        RefusalCase(
            "a county's operator names a login of the city's", .agencyNotBelow, at: .registered, "assign-login",
            on: "2024-03-05", by: "op-zd", ["officer_code": "han", "login": "postgres"], before: countyOperator),
        RefusalCase(
            "an officer of no agency", .unknownAgency, at: .registered, "appoint-officer", on: "2024-03-05",
            by: "operator", ["officer_code": "x", "officer_name": "新人", "agency_code": "429999", "roles": "decider"]),
        RefusalCase(
            "a role nobody knows", .badField, at: .registered, "appoint-officer", on: "2024-03-05",
            by: "operator", ["officer_code": "x", "officer_name": "新人", "agency_code": "421300", "roles": "king"]),
        RefusalCase(
            "the handler of the case decides the listing", .handlerDecides, at: .punished, "decide-listing",
            on: "2024-03-11", by: "han2", Story.listing
        ) { story, connection in
            try story.does("give-notice", on: "2024-03-05", by: "han2", notice, connection)
            try story.does(
                "record-defence", on: "2024-03-08", by: "han", ["case": "give-notice", "is_waived": true], connection)
        },
        RefusalCase(
            "who heard the defence decides the listing", .handlerDecides, at: .told, "decide-listing",
            on: "2024-03-11", by: "han2", Story.listing
        ) { story, connection in
            try story.does(
                "record-defence", on: "2024-03-08", by: "han2", ["case": "give-notice", "is_waived": true], connection)
        },
        RefusalCase(
            "who accepted the application decides it", .handlerDecides, at: .applied, "decide-removal",
            on: "2025-03-20",
            by: "han2", Story.grant
        ) { story, connection in
            try story.does(
                "accept-removal-application", on: "2025-03-14", by: "han2", ["case": "apply-for-removal"], connection)
        },
        RefusalCase(
            "who recorded the penalty decides the objection", .recorderDecides, at: .objectionAccepted,
            "decide-objection",
            on: "2024-03-12", by: "rec", objectionDecision
        ) { _, connection in
            try connection.execute("insert into ops.officer_role (officer_code, role_code) values ('rec', 'decider')")
        },
        RefusalCase(
            "another agency gives notice", .agencyNotResponsible, at: .punished, "give-notice", on: "2024-03-05",
            by: "dec-zd", notice),
        RefusalCase(
            "another agency decides the listing", .agencyNotResponsible, at: .heard, "decide-listing", on: "2024-03-11",
            by: "dec-zd", Story.listing),
        RefusalCase(
            "another agency decides the removal", .agencyNotResponsible, at: .accepted, "decide-removal",
            on: "2025-03-20", by: "dec-zd", Story.grant),
        RefusalCase(
            "another agency revokes", .agencyNotResponsible, at: .listed, "revoke-listing", on: "2024-04-01",
            by: "dec-zd", revocation),
        RefusalCase(
            "another agency decides the objection", .agencyNotResponsible, at: .objectionAccepted, "decide-objection",
            on: "2024-03-12", by: "dec-zd", objectionDecision),
    ]

    private static let leaving: [String: JSONValue] = ["officer_code": "han2", "reason": "调离"]

    private static let countyOperator: @Sendable (Story, isolated Connection) throws -> Void = { story, connection in
        try story.does(
            "appoint-officer", on: "2024-03-04", by: "operator",
            ["officer_code": "op-zd", "officer_name": "曾都运行人", "agency_code": "421303", "roles": "operator"], connection
        )
    }

    /// What it is about.
    static let unknowns: [RefusalCase] = [
        RefusalCase(
            "a document that vouches for a code that holds", .codeHolds, at: .registered, "vouch-for-code",
            on: "2024-03-05", by: "rec", ["credit_code": .string(Story.strangerCode), "document_number": "复函1号"]),
        RefusalCase(
            "a document that vouches for no code at all", .badField, at: .registered, "vouch-for-code",
            on: "2024-03-05", by: "rec", ["credit_code": "91421321MA49K3", "document_number": "复函1号"]),
        RefusalCase(
            "a notice to nobody", .unknownSubject, at: .punished, "give-notice", on: "2024-03-05", by: "han",
            with(notice, ["credit_code": .string(Story.strangerCode)])),
        RefusalCase(
            "a ban on nobody", .unknownSubject, at: .registered, "record-ban", on: "2024-03-12", by: "rec",
            with(ban, ["credit_code": .null, "subject_id": 4711])),
        RefusalCase(
            "an objection to no record", .unknownRecord, at: .punished, "file-objection", on: "2024-03-06", by: "han",
            ["credit_code": .string(Story.unit), "decision_number": "无此文号", "statement": "x"]),
        RefusalCase(
            "an objection to another's record", .unknownRecord, at: .punished, "file-objection", on: "2024-03-06",
            by: "han",
            [
                "credit_code": .string(Story.otherUnit), "decision_number": .string(Story.decisionNumber),
                "statement": "x",
            ]),
        RefusalCase(
            "the annulment of no record", .unknownRecord, at: .punished, "annul-penalty", on: "2024-03-06", by: "rec",
            with(annulment, ["decision_number": "无此文号"])),
        RefusalCase(
            "the repair of a penalty of tomorrow", .beforeTheStepBefore, at: .punished, "record-repair",
            on: "2024-02-29",
            by: "rec",
            [
                "credit_code": .string(Story.unit), "decision_number": .string(Story.decisionNumber),
                "result_number": "X1", "source": "信用中国",
            ]),
        RefusalCase(
            "a publication of nothing", .unknownMembership, at: .listed, "confirm-publication", on: "2024-03-15",
            by: "operator", ["membership_id": 4711, "channel": "bureau-site"]),
        RefusalCase(
            "an application for nothing", .unknownMembership, at: .punished, "apply-for-removal", on: "2025-03-12",
            by: "han", application),
        RefusalCase(
            "the defence of no case", .unknownCase, at: .told, "record-defence", on: "2024-03-08", by: "han",
            ["case": "no-such-key", "is_waived": true]),
        RefusalCase(
            "the defence of an objection", .unknownCase, at: .objected, "record-defence", on: "2024-03-08", by: "han",
            ["case": "file-objection", "is_waived": true]),
        RefusalCase(
            "a case number nobody gave", .unknownCase, at: .told, "record-defence", on: "2024-03-08", by: "han",
            ["case": 4711, "is_waived": true]),
        RefusalCase(
            "a clause nobody knows", .unknownClause, at: .punished, "give-notice", on: "2024-03-05", by: "han",
            with(notice, ["clause": "DX9"])),
        RefusalCase(
            "a clause that lists nobody", .unknownClause, at: .punished, "give-notice", on: "2024-03-05", by: "han",
            with(notice, ["clause": "C1"])),
    ]
}
