import PQ
import Testing

@testable import SafetyCredit

extension RefusalCase {
    /// Order 11 Arts. 3, 6, 7, 9; plan V(5).
    static let listing: [RefusalCase] = [
        RefusalCase(
            "a listing without notice heard", .noticeMissing, at: .told, "decide-listing", on: "2024-03-11", by: "dec",
            Story.listing),
        RefusalCase(
            "a notice without penalty", .penaltyMissing, at: .registered, "give-notice", on: "2024-03-05", by: "han",
            notice),
        RefusalCase(
            "a notice the day before the penalty", .penaltyMissing, at: .punished, "give-notice", on: "2024-02-29",
            by: "han", notice),
        RefusalCase(
            "a notice under a clause that the records contradict", .groundMissing, at: .punished, "give-notice",
            on: "2024-03-05", by: "han", with(notice, ["clause": "DA1"])),
        RefusalCase(
            "a listing by a penalty of another field by now", .groundMissing, at: .heard, "decide-listing",
            on: "2024-03-11", by: "dec", Story.listing
        ) { story, connection in
            try story.does(
                "correct-record", on: "2024-03-09", by: "rec", correcting(["is_safety": "false"]), connection)
        },
        RefusalCase(
            "a second listing by one penalty while the first runs", .penaltyHasListed, at: .listed, "decide-listing",
            on: "2024-05-13", by: "dec", listing(["case": "notice-2", "decision_number": "随应急失信〔2024〕2号"]),
            before: heardUnder("DO1", key: "notice-2", on: "2024-05-07")),
        RefusalCase(
            "a second listing by one penalty after the removal", .penaltyHasListed, at: .removed, "decide-listing",
            on: "2025-05-13", by: "dec", listing(["case": "notice-2", "decision_number": "随应急失信〔2025〕2号"]),
            before: heardUnder("DO1", key: "notice-2", on: "2025-05-07")),
        RefusalCase(
            "a listing on an annulled penalty", .penaltyMissing, at: .heard, "decide-listing", on: "2024-03-11",
            by: "dec", Story.listing
        ) { story, connection in
            try story.does("annul-penalty", on: "2024-03-11", by: "rec", annulment, connection)
        },
        RefusalCase(
            "a defence before the notice", .beforeTheStepBefore, at: .told, "record-defence", on: "2024-03-04",
            by: "han",
            ["case": "give-notice", "is_waived": true]),
        RefusalCase(
            "a decision before the defence", .beforeTheStepBefore, at: .heard, "decide-listing", on: "2024-03-07",
            by: "dec", Story.listing),
        RefusalCase(
            "a second defence", .stepOutOfOrder, at: .heard, "record-defence", on: "2024-03-09", by: "han",
            ["case": "give-notice", "is_waived": true]),
        RefusalCase(
            "a second decision", .stepOutOfOrder, at: .listed, "decide-listing", on: "2024-03-12", by: "dec",
            listing(["decision_number": "随应急失信〔2024〕2号"])),
        RefusalCase(
            "the same decision twice", .stepOutOfOrder, at: .listed, "decide-listing", on: "2024-03-12", by: "dec",
            Story.listing),
        RefusalCase(
            "the number of a decision that lists already", .alreadyListed, at: .listed, "decide-listing",
            on: "2024-05-13", by: "dec", listing(["case": "notice-2"]), before: heardAgain),
        RefusalCase(
            "a unit under the clause for principals", .unitNotListedUnderClause, at: .punished, "decide-listing",
            on: "2024-03-11", by: "dec", listing(["lists_unit": true]), before: heardUnder("DA5")),
        RefusalCase(
            "a responsible person under the clause for principals", .personsNotListedUnderClause, at: .punished,
            "decide-listing", on: "2024-03-11", by: "dec", listing(["persons": [responsible]]),
            before: heardUnder("DA5")),
        RefusalCase(
            "a responsible person beside unit and principal", .personsNotListedUnderClause, at: .heard,
            "decide-listing", on: "2024-03-11", by: "dec", listing(["persons": [responsible]])),
        RefusalCase(
            "nobody under the clause for principals", .nobodyListed, at: .punished, "decide-listing", on: "2024-03-11",
            by: "dec", listing(["persons": .null]), before: heardUnder("DA5")),
        RefusalCase(
            "nobody at all", .nobodyListed, at: .heard, "decide-listing", on: "2024-03-11", by: "dec",
            listing(["persons": .null, "lists_unit": false])),
        RefusalCase(
            "no month", .periodTooLong, at: .heard, "decide-listing", on: "2024-03-11", by: "dec",
            listing(["period_months": 0])),
        RefusalCase(
            "less than no month", .periodTooLong, at: .heard, "decide-listing", on: "2024-03-11", by: "dec",
            listing(["period_months": -1])),
        RefusalCase(
            "37 months", .periodTooLong, at: .heard, "decide-listing", on: "2024-03-11", by: "dec",
            listing(["period_months": 37, "period_basis": "从重"])),
        RefusalCase(
            "twelve months without basis", .shorterPeriodNeedsBasis, at: .heard, "decide-listing", on: "2024-03-11",
            by: "dec", listing(["period_months": 12])),
        RefusalCase(
            "twelve months with a blank basis", .shorterPeriodNeedsBasis, at: .heard, "decide-listing",
            on: "2024-03-11",
            by: "dec", listing(["period_months": 12, "period_basis": " \u{3000}"])),
        RefusalCase(
            "a number with a wrong check character", .badResidentNumber, at: .heard, "decide-listing", on: "2024-03-11",
            by: "dec", listing(["persons": [person("张三", "421321197506304512")]])),
        RefusalCase(
            "a number with a letter", .badResidentNumber, at: .heard, "decide-listing", on: "2024-03-11",
            by: "dec", listing(["persons": [person("张三", "4213211975063045l1")]])),
        RefusalCase(
            "a number under another name", .personNameDiffers, at: .listed, "decide-listing", on: "2024-05-13",
            by: "dec",
            listing([
                "case": "notice-2", "decision_number": "随应急失信〔2024〕2号",
                "persons": [person("李四", Story.principalNumber)],
            ]), before: heardAgain),
    ]

    /// Order 11 Arts. 13, 18, 19, 20; RD-33, RD-34.
    static let removal: [RefusalCase] = [
        RefusalCase(
            "an application one day early", .tooEarlyForRemoval, at: .published, "apply-for-removal", on: "2025-03-11",
            by: "han", application),
        RefusalCase(
            "an application under a ban that ends that day", .banRunning, at: .published, "apply-for-removal",
            on: "2025-03-12", by: "han", application
        ) { story, connection in
            try story.does("record-ban", on: "2024-03-12", by: "rec", ban, connection)
        },
        RefusalCase(
            "an application under a ban for life", .banRunning, at: .published, "apply-for-removal",
            on: "2026-03-12", by: "han", application
        ) { story, connection in
            try story.does("record-ban", on: "2024-03-12", by: "rec", with(ban, ["last_day": .null]), connection)
        },
        RefusalCase(
            "a removal under a ban imposed since", .banRunning, at: .accepted, "decide-removal", on: "2025-03-20",
            by: "dec", Story.grant
        ) { story, connection in
            try story.does(
                "record-ban", on: "2025-03-18", by: "rec",
                with(ban, ["starts_on": "2025-03-18", "last_day": "2026-03-18"]),
                connection)
        },
        RefusalCase(
            "an application after the end", .alreadyEnded, at: .removed, "apply-for-removal", on: "2025-04-01",
            by: "han",
            application),
        RefusalCase(
            "an application the day after the last", .notInForce, at: .published, "apply-for-removal", on: "2027-03-16",
            by: "han", application),
        RefusalCase(
            "a removal nobody accepted", .stepOutOfOrder, at: .applied, "decide-removal", on: "2025-03-20", by: "dec",
            Story.grant),
        RefusalCase(
            "a second acceptance", .stepOutOfOrder, at: .accepted, "accept-removal-application", on: "2025-03-15",
            by: "han", ["case": "apply-for-removal"]),
        RefusalCase(
            "an acceptance before the application", .beforeTheStepBefore, at: .applied, "accept-removal-application",
            on: "2025-03-11", by: "han", ["case": "apply-for-removal"]),
        RefusalCase(
            "a removal before its acceptance", .beforeTheStepBefore, at: .accepted, "decide-removal", on: "2025-03-13",
            by: "dec", Story.grant),
        RefusalCase(
            "a removal without proof of performance", .conditionMissing, at: .accepted, "decide-removal",
            on: "2025-03-20", by: "dec", grant(["penalty_performed": .null])),
        RefusalCase(
            "a removal without proof of harm removed", .conditionMissing, at: .accepted, "decide-removal",
            on: "2025-03-20", by: "dec", grant(["harm_removed": "  "])),
        RefusalCase(
            "a denial without reason", .missingField, at: .accepted, "decide-removal", on: "2025-03-20", by: "dec",
            grant(["decision": "denied"])),
        RefusalCase(
            "a removal of C after a new penalty", .newViolation, at: .punished, "decide-removal", on: "2025-03-20",
            by: "dec", grant(["case": "apply-c"])
        ) { story, connection in
            try story.does(
                "apply-for-removal", on: "2025-03-03", by: "han", key: "apply-c",
                [
                    "credit_code": .string(Story.unit), "decision_number": .string(Story.decisionNumber),
                    "statement": "已整改",
                ], connection)
            try story.does(
                "accept-removal-application", on: "2025-03-05", by: "han", ["case": "apply-c"], connection)
            try story.punish(number: "随应急罚〔2025〕9号", on: "2025-03-20", connection)
        },
        RefusalCase(
            "a removal of D after a new listing", .newViolation, at: .accepted, "decide-removal", on: "2025-03-20",
            by: "dec", Story.grant
        ) { story, connection in
            try story.punish(number: "随应急罚〔2025〕2号", on: "2025-03-15", connection)
            try story.does(
                "give-notice", on: "2025-03-16", by: "han", key: "notice-2",
                with(notice, ["penalty_decision_number": "随应急罚〔2025〕2号"]), connection)
            try story.does(
                "record-defence", on: "2025-03-17", by: "han", key: "defence-2",
                ["case": "notice-2", "is_waived": true], connection)
            try story.does(
                "decide-listing", on: "2025-03-20", by: "dec", key: "listing-2",
                listing(["case": "notice-2", "decision_number": "随应急失信〔2025〕2号", "persons": .null]), connection)
        },
    ]

    static let others: [RefusalCase] = [
        RefusalCase(
            "a restore accepted before its journal was replayed", .journalNotReplayed, at: .registered,
            "accept-restore",
            on: "2024-12-20", by: "operator",
            ["journal_id": "6f1c0b52-7b57-4a0e-9d6a-0c5f3f0c2d11", "reason": "磁盘损坏，恢复昨夜备份"]),
        RefusalCase(
            "a second plan of a year", .planDrawn, at: .registered, "draw-plan", on: "2024-12-21", by: "operator",
            with(plan, ["seed": "another"])
        ) { story, connection in
            try story.does("draw-plan", on: "2024-12-20", by: "operator", plan, connection)
        },
        RefusalCase(
            "a plan of a section whose bureau has one", .planDrawn, at: .registered, "draw-plan", on: "2024-12-21",
            by: "operator", with(plan, ["agency_code": "421300-zf"])
        ) { story, connection in
            try story.does("draw-plan", on: "2024-12-20", by: "operator", plan, connection)
        },
        RefusalCase(
            "an addition to a plan that is not drawn", .planNotDrawn, at: .registered, "supplement-plan",
            on: "2024-12-21", by: "operator", plan),
        RefusalCase(
            "a plan of the agency above", .agencyNotBelow, at: .registered, "draw-plan", on: "2024-12-21",
            by: "operator", with(plan, ["agency_code": "420000"])),
        RefusalCase(
            "a publication the day before the listing", .publishedBeforeListed, at: .listed, "confirm-publication",
            on: "2024-03-10", by: "operator", ["membership_id": 0, "channel": "bureau-site"]),
        RefusalCase(
            "a second annulment", .alreadyAnnulled, at: .punished, "annul-penalty", on: "2024-03-07", by: "rec",
            annulment
        ) { story, connection in
            try story.does("annul-penalty", on: "2024-03-06", by: "rec", annulment, connection)
        },
        RefusalCase(
            "an annulment the day before the penalty", .beforeTheStepBefore, at: .punished, "annul-penalty",
            on: "2024-02-29", by: "rec", annulment),
        RefusalCase(
            "a revocation of what ended", .alreadyEnded, at: .removed, "revoke-listing", on: "2025-04-01", by: "dec",
            revocation),
        RefusalCase(
            "a revocation the day before the listing", .notInForce, at: .listed, "revoke-listing", on: "2024-03-10",
            by: "dec", revocation),
        RefusalCase(
            "the revocation of a penalty's membership", .listedByItsPenalty, at: .punished, "revoke-listing",
            on: "2024-04-01", by: "dec", with(revocation, ["decision_number": .string(Story.decisionNumber)])),
        RefusalCase(
            "an objection to a listing", .listingNotDisputed, at: .listed, "file-objection", on: "2024-04-01",
            by: "han", with(Story.listedUnit, ["statement": "处理过重"])),
        RefusalCase(
            "an objection decided before it is accepted", .stepOutOfOrder, at: .objected, "decide-objection",
            on: "2024-03-12", by: "dec", objectionDecision),
        RefusalCase(
            "an objection accepted before it was filed", .beforeTheStepBefore, at: .objected, "accept-objection",
            on: "2024-03-05", by: "han", ["case": "file-objection"]),
        RefusalCase(
            "a due date beyond the calendar", .dayNotInCalendar, at: .objected, "accept-objection", on: "2099-01-05",
            by: "han", ["case": "file-objection"], today: "2099-12-31"),
        RefusalCase(
            "a second deregistration", .alreadyDeregistered, at: .registered, "deregister-subject", on: "2024-06-02",
            by: "rec", deregistration
        ) { story, connection in
            try story.does("deregister-subject", on: "2024-06-01", by: "rec", deregistration, connection)
        },
    ]

    static let deregistration: [String: JSONValue] = [
        "credit_code": .string(Story.unit), "document_number": "随市监注〔2024〕1号",
    ]

    private static let responsible: JSONValue = [
        "name": "王五", "resident_number": "421381199202290021", "role": "responsible",
    ]

    private static func person(_ name: String, _ number: String) -> JSONValue {
        ["name": .string(name), "resident_number": .string(number), "role": "principal"]
    }

    /// A second penalty, notice and waived defence.
    private static let heardAgain: @Sendable (Story, isolated Connection) throws -> Void = { story, connection in
        try story.punish(number: "随应急罚〔2024〕2号", on: "2024-05-06", connection)
        try story.does(
            "give-notice", on: "2024-05-07", by: "han", key: "notice-2",
            with(notice, ["penalty_decision_number": "随应急罚〔2024〕2号"]), connection)
        try story.does(
            "record-defence", on: "2024-05-09", by: "han", key: "defence-2",
            ["case": "notice-2", "is_waived": true], connection)
    }

    /// Notice and waived defence by the first penalty under a clause.
    private static func heardUnder(
        _ clause: String, key: String = "give-notice", on day: String = "2024-03-05"
    ) -> @Sendable (Story, isolated Connection) throws -> Void {
        { story, connection in
            try story.does(
                "give-notice", on: day, by: "han", key: key,
                with(notice, ["clause": .string(clause), "document_number": .string("告\(key)")]), connection)
            try story.does(
                "record-defence", on: day, by: "han", key: "defence-\(key)",
                ["case": .string(key), "is_waived": true], connection)
        }
    }
}
