import PQ
import Testing

@testable import SafetyCredit

extension RefusalCase {
    /// The same matter twice, a step out of its order, a case without object.
    static let procedures: [RefusalCase] = [
        RefusalCase(
            "a second application while one waits", .caseOpen, at: .applied, "apply-for-removal", on: "2025-03-13",
            by: "han", key: "again", application),
        RefusalCase(
            "an acceptance the day after the period", .caseMoot, at: .applied, "accept-removal-application",
            on: "2027-03-16", by: "han", ["case": "apply-for-removal"]),
        RefusalCase(
            "a removal decided the day after the period", .caseMoot, at: .accepted, "decide-removal", on: "2027-03-16",
            by: "dec", Story.grant),
        RefusalCase(
            "a refusal after the acceptance", .stepOutOfOrder, at: .accepted, "refuse-removal-application",
            on: "2025-03-17", by: "han", ["case": "apply-for-removal", "reason": "材料不全"]),
        RefusalCase(
            "a refused objection after its acceptance", .stepOutOfOrder, at: .objectionAccepted, "refuse-objection",
            on: "2024-03-08", by: "han", ["case": "file-objection", "reason": "非本人记录"]),
        RefusalCase(
            "service of what nobody decided", .stepOutOfOrder, at: .heard, "record-service", on: "2024-03-11",
            by: "han", ["case": "give-notice", "with_repair_notice": true]),
        RefusalCase(
            "an entry made twice", .stepOutOfOrder, at: .listed, "record-entry", on: "2024-03-13", by: "han",
            key: "again", ["case": "give-notice"]
        ) { story, connection in
            try story.does("record-entry", on: "2024-03-12", by: "han", ["case": "give-notice"], connection)
        },
        RefusalCase(
            "a report of what was not granted", .stepOutOfOrder, at: .accepted, "report-removal", on: "2025-03-20",
            by: "han", ["case": "apply-for-removal"]),
        RefusalCase(
            "a listing served without the repair notice", .repairNoticeMissing, at: .listed, "record-service",
            on: "2025-06-22", by: "han", ["case": "give-notice"]),
        RefusalCase(
            "a report from the top of the tree", .noHigherAgency, at: .registered, "report-removal", on: "2025-03-20",
            by: "han-p", ["case": "apply-p"], before: removedByTheProvince),
        RefusalCase(
            "a decision not to list without its reason", .missingField, at: .heard, "decide-listing", on: "2024-03-11",
            by: "dec", ["case": "give-notice", "decision": "not_list"]),
    ]

    /// Order 11 Arts. 15, 21; RD-40.
    static let restoration: [RefusalCase] = [
        RefusalCase(
            "the restoration of what never ended", .notRemovedEarly, at: .published, "give-restoration-notice",
            on: "2025-06-02", by: "han", fraud),
        RefusalCase(
            "the restoration of what was revoked", .notRemovedEarly, at: .listed, "give-restoration-notice",
            on: "2025-06-02", by: "han", fraud
        ) { story, connection in
            try story.does("revoke-listing", on: "2024-04-01", by: "dec", revocation, connection)
        },
        RefusalCase(
            "a notice the day before the removal", .beforeTheStepBefore, at: .removed, "give-restoration-notice",
            on: "2025-03-19", by: "han", fraud),
        RefusalCase(
            "a restoration without defence", .stepOutOfOrder, at: .removed, "restore-listing", on: "2025-06-12",
            by: "dec", restored
        ) { story, connection in
            try story.does("give-restoration-notice", on: "2025-06-02", by: "han", key: "fraud", fraud, connection)
        },
        RefusalCase(
            "the handler restores", .handlerDecides, at: .removed, "restore-listing", on: "2025-06-12", by: "han2",
            restored
        ) { story, connection in
            try story.does("give-restoration-notice", on: "2025-06-02", by: "han2", key: "fraud", fraud, connection)
            try story.does(
                "record-defence", on: "2025-06-09", by: "han", key: "fraud-defence",
                ["case": "fraud", "is_waived": true], connection)
        },
        RefusalCase(
            "a second restoration", .alreadyRestored, at: .removed, "give-restoration-notice", on: "2025-07-01",
            by: "han", key: "again", fraud
        ) { story, connection in try story.restore(connection) },
        RefusalCase(
            "an application twelve months to the day after the restoration", .tooEarlyForRemoval, at: .removed,
            "apply-for-removal", on: "2026-06-12", by: "han", key: "again",
            with(application, ["decision_number": .string(Story.restorationNumber)])
        ) { story, connection in try story.restore(connection) },
        RefusalCase(
            "who opened the re-examination revokes", .handlerDecides, at: .listed, "revoke-listing", on: "2024-04-02",
            by: "han2", revocation
        ) { story, connection in
            try story.does(
                "reexamine-listing", on: "2024-04-01", by: "han2", with(Story.listedUnit, ["reason": "复议撤销处罚"]),
                connection)
        },
        RefusalCase(
            "a second re-examination", .caseOpen, at: .listed, "reexamine-listing", on: "2024-04-02", by: "han",
            key: "again", with(Story.listedUnit, ["reason": "复议撤销处罚"])
        ) { story, connection in
            try story.does(
                "annul-penalty", on: "2024-04-01", by: "rec", annulment, connection)
        },
        RefusalCase(
            "who recorded the penalty lists", .recorderDecides, at: .heard, "decide-listing", on: "2024-03-11",
            by: "rec", Story.listing, before: recorderMayDecide),
        RefusalCase(
            "who recorded the penalty revokes", .recorderDecides, at: .listed, "revoke-listing", on: "2024-04-01",
            by: "rec", revocation, before: recorderMayDecide),
        RefusalCase(
            "who accepted the objection decides it", .handlerDecides, at: .objected, "decide-objection",
            on: "2024-03-12", by: "han2", objectionDecision
        ) { story, connection in
            try story.does("accept-objection", on: "2024-03-07", by: "han2", ["case": "file-objection"], connection)
        },
    ]

    static let fraud = with(Story.listedUnit, ["document_number": "随应急恢告〔2025〕1号", "evidence": "缴款凭证系伪造"])
    static let restored: [String: JSONValue] = [
        "case": "fraud", "decision_number": .string(Story.restorationNumber), "reason": "申请材料弄虚作假",
    ]

    private static let recorderMayDecide: @Sendable (Story, isolated Connection) throws -> Void = { _, connection in
        try connection.execute("insert into ops.officer_role (officer_code, role_code) values ('rec', 'decider')")
    }

    private static let removedByTheProvince: @Sendable (Story, isolated Connection) throws -> Void = {
        story, connection in
        // No operator of the city appoints for the province.
        try connection.script(
            """
            insert into ops.officer (officer_code, name, agency_code) values ('han-p', '经办', '420000'), ('dec-p', '经办', '420000');
            insert into ops.officer_role (officer_code, role_code) values ('han-p', 'handler'), ('dec-p', 'decider');
            """)
        try story.punish(agency: "湖北省应急管理厅", connection)
        try story.does(
            "apply-for-removal", on: "2025-03-03", by: "han-p", key: "apply-p",
            with(application, ["decision_number": .string(Story.decisionNumber)]), connection)
        try story.does("accept-removal-application", on: "2025-03-05", by: "han-p", ["case": "apply-p"], connection)
        try story.does("decide-removal", on: "2025-03-14", by: "dec-p", grant(["case": "apply-p"]), connection)
    }
}
