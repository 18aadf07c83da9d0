public import PQ

/// One run of a procedure, with the step it stands at.
public struct Case: Sendable {
    public enum Procedure: String, Sendable {
        case listing, objection
        case earlyRemoval = "early_removal"
    }

    public enum Step: String, Sendable {
        case noticeServed = "notice_served"
        case defenceWaived = "defence_waived"
        case defenceHeard = "defence_heard"
        case filed, accepted, refused, decided, moot
    }

    public let subjectID: Int64
    public let id: Int64
    public let procedure: Procedure
    public let recordID: Int64?
    public let membershipID: Int64?
    public let clauseCode: String?
    public let agencyCode: String
    /// Who has done a step on the way to the decision: none of them may decide.
    public let handlerCodes: [String]
    public let lastStepNo: Int32
    public let lastStep: Step
    public let lastStepOn: CivilDate

    /// The case an act names: by the id it was answered with, or by the key of the act that opened it.
    ///
    /// Two acts that take the same step at once collide on its number; the later one fails and may be sent again.
    /// - Throws: `Refusal.unknownCase`.
    static func find(
        _ reference: CaseReference, _ procedure: Procedure, on connection: isolated Connection
    ) throws -> Case {
        let caseID: Int64?
        switch reference {
        case .id(let id): caseID = id
        case .openedBy(let key):
            caseID = try connection.values(
                """
                select c.case_id
                from intake.act_key as k
                join cases.procedure_case as c on c.subject_id = k.subject_id and c.act_id = k.act_id
                where k.key = \(key)
                """,
                as: Int64.self
            ).first
        }
        guard let caseID else { throw Refusal(.unknownCase, ["case": reference.description]) }
        let found = try connection.firstRow(
            """
            select c.subject_id, c.about_record_id, c.about_membership_id, c.clause_code, c.agency_code,
                array(
                    select h.officer_code
                    from cases.step as h
                    where h.subject_id = c.subject_id and h.case_id = c.case_id and h.step_code <> 'decided'
                    order by h.step_no
                ),
                s.step_no, s.step_code, s.done_on
            from cases.procedure_case as c
            join lateral (
                select t.step_no, t.step_code, t.done_on
                from cases.step as t
                where t.subject_id = c.subject_id and t.case_id = c.case_id
                order by t.step_no desc
                limit 1
            ) as s on true
            where c.case_id = \(caseID) and c.procedure_code = \(procedure.rawValue)
            """,
            as: (Int64, Int64?, Int64?, String?, String, [String], Int32, String, CivilDate).self
        )
        guard let found, let step = Step(rawValue: found.7) else {
            throw Refusal(.unknownCase, ["case": reference.description])
        }
        return Case(
            subjectID: found.0, id: caseID, procedure: procedure, recordID: found.1, membershipID: found.2,
            clauseCode: found.3, agencyCode: found.4, handlerCodes: found.5, lastStepNo: found.6, lastStep: step,
            lastStepOn: found.8)
    }

    /// Opens a case with its first step.
    static func open(
        _ procedure: Procedure, _ step: Step, subjectID: Int64, recordID: Int64? = nil, membershipID: Int64? = nil,
        clauseCode: String? = nil, agencyCode: String, nextTerm: String? = nil, detail: JSONValue = [:],
        in context: ActContext, on connection: isolated Connection
    ) throws -> Int64 {
        let id = try connection.value("select nextval('ops.register_id')", as: Int64.self)
        try connection.execute(
            """
            insert into cases.procedure_case (subject_id, case_id, procedure_code, about_record_id, about_membership_id,
                clause_code, agency_code, handler_code, opened_on, act_id, known_at)
            values (\(subjectID), \(id), \(procedure.rawValue), \(recordID), \(membershipID), \(clauseCode), \(agencyCode),
                \(context.officer.code), \(context.on), \(context.actID), now())
            """
        )
        try add(step, no: 1, to: id, of: subjectID, nextTerm: nextTerm, detail: detail, in: context, on: connection)
        return id
    }

    /// Adds the next step, if the case stands at one of the given steps and not later than the act.
    ///
    /// - Throws: `Refusal.agencyNotResponsible`, `Refusal.stepOutOfOrder`, `Refusal.beforeTheStepBefore`.
    func take(
        _ step: Step, after allowed: Set<Step>, outcome: String? = nil, nextTerm: String? = nil,
        detail: JSONValue = [:],
        in context: ActContext, on connection: isolated Connection
    ) throws {
        try refuseOtherAgency(context.officer)
        guard allowed.contains(lastStep) else {
            throw Refusal(
                .stepOutOfOrder,
                ["state": lastStep.rawValue, "needed": allowed.map(\.rawValue).sorted().joined(separator: " / ")])
        }
        guard context.on >= lastStepOn else {
            throw Refusal(.beforeTheStepBefore, ["on": context.on.description, "previous": lastStepOn.description])
        }
        try Self.add(
            step, no: lastStepNo + 1, to: id, of: subjectID, outcome: outcome, nextTerm: nextTerm, detail: detail,
            in: context,
            on: connection)
    }

    /// - Throws: `Refusal.handlerDecides` when the officer did any step of the case.
    func refuseDecisionByHandler(_ officer: Officer) throws(Refusal) {
        guard !handlerCodes.contains(officer.code) else { throw Refusal(.handlerDecides, ["officer": officer.code]) }
    }

    /// - Throws: `Refusal.agencyNotResponsible` when the officer belongs to another agency (Order 11 Art. 4).
    func refuseOtherAgency(_ officer: Officer) throws(Refusal) {
        guard officer.agencyCode == agencyCode else { throw Refusal(.agencyNotResponsible, ["agency": agencyCode]) }
    }

    private static func add(
        _ step: Step, no: Int32, to caseID: Int64, of subjectID: Int64, outcome: String? = nil, nextTerm: String?,
        detail: JSONValue, in context: ActContext, on connection: isolated Connection
    ) throws {
        try connection.execute(
            """
            insert into cases.step (subject_id, case_id, step_no, step_code, done_on, officer_code, outcome, was_due_on,
                next_term_code, detail, act_id, known_at)
            values (\(subjectID), \(caseID), \(no), \(step.rawValue), \(context.on), \(context.officer.code), \(outcome),
                (select o.due_on from cases.open_deadline(\(context.on)) as o
                    where o.subject_id = \(subjectID) and o.case_id = \(caseID)),
                \(nextTerm), \(detail.maskingResidentNumbers().canonicalText), \(context.actID), now())
            """
        )
    }
}

/// How an act names a case: `"case"` holds the id or the key of the act that opened it.
enum CaseReference: Sendable, CustomStringConvertible {
    case id(Int64)
    case openedBy(key: String)

    static let field = ActField("case", .text, "案件编号，或立案行为的幂等键")

    init(reading fields: ActFields) throws(Refusal) {
        if case .integer(let id) = fields.members["case"] {
            self = .id(id)
        } else {
            self = .openedBy(key: try fields.text("case"))
        }
    }

    var description: String {
        switch self {
        case .id(let id): String(id)
        case .openedBy(let key): key
        }
    }
}
