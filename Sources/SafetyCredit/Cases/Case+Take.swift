import PQ

extension Case {
    /// Whether the rule of its procedure lets the officer take the step on the day.
    ///
    /// - Parameter recorders: who recorded the record in question, where the rule bars them.
    /// - Throws: `Refusal.agencyNotResponsible`, `.stepOutOfOrder`, `.beforeTheStepBefore`, `.handlerDecides`, `.recorderDecides`.
    func require(_ step: Step, recordedBy recorders: [String] = [], in context: ActContext) throws(Refusal) {
        let rule = procedure.rule(for: step)
        try Self.refuseOtherAgency(than: agencyCode, context.officer)
        let last = taken[taken.count - 1]
        let isInOrder = rule.after.contains {
            $0.step == last.step && ($0.outcome == nil || $0.outcome == last.outcome)
        }
        guard isInOrder, !taken.contains(where: { $0.step == step }) else {
            throw Refusal(
                .stepOutOfOrder,
                [
                    "state": last.step.rawValue,
                    "needed": rule.after.map(\.description).joined(separator: "/"),
                ])
        }
        guard context.on >= last.on else {
            throw Refusal(.beforeTheStepBefore, ["on": context.on.description, "previous": last.on.description])
        }
        try Self.refusePart(in: rule, handlers: taken.map(\.officerCode), recorders: recorders, context.officer)
    }

    /// Takes the next step by the rule of its procedure, and gives what it owes.
    ///
    /// - Throws: as `require`; `Refusal.dayNotInCalendar`.
    func take(
        _ step: Step, outcome: Outcome? = nil, recordedBy recorders: [String] = [], without waived: Set<Step> = [],
        detail: JSONValue = [:], in context: ActContext, on connection: isolated Connection
    ) throws -> OwedSteps {
        try require(step, recordedBy: recorders, in: context)
        return try Self.add(
            step, no: Int32(taken.count) + 1, to: id, of: subjectID, in: procedure, outcome: outcome, without: waived,
            detail: detail, in: context, on: connection)
    }

    /// What a case is opened about.
    struct Matter: Sendable {
        let subjectID: Int64
        var recordID: Int64?
        var membershipID: Int64?
        var clauseCode: String?
        let agencyCode: String
    }

    /// Opens a case with its first step.
    ///
    /// - Parameter followsFromAct: whether another agency's act brings the case about, such as an annulment by the court's order.
    /// - Throws: `Refusal.agencyNotResponsible`, `.caseOpen` when the same matter waits for a decision already, `.recorderDecides`,
    ///   `.dayNotInCalendar`.
    static func open(
        _ procedure: Procedure, _ step: Step, about matter: Matter, outcome: Outcome? = nil,
        recordedBy recorders: [String] = [], followsFromAct: Bool = false, detail: JSONValue = [:],
        in context: ActContext, on connection: isolated Connection
    ) throws -> (id: Int64, owed: OwedSteps) {
        let rule = procedure.rule(for: step)
        precondition(rule.mayOpen, "\(procedure.word) does not open with \(step.rawValue)")
        if !followsFromAct { try refuseOtherAgency(than: matter.agencyCode, context.officer) }
        try refusePart(in: rule, handlers: [], recorders: recorders, context.officer)
        if !procedure.allowsSeveralOfOneMatter, let open = try openCase(procedure, about: matter, on: connection) {
            throw Refusal(.caseOpen, ["case": String(open)])
        }
        let id = try connection.value("select nextval('ops.register_id')", as: Int64.self)
        try connection.execute(
            """
            insert into cases.procedure_case (subject_id, case_id, procedure_code, about_record_id, about_membership_id,
                clause_code, agency_code, handler_code, opened_on, ends_with_membership, act_id, known_at)
            values (\(matter.subjectID), \(id), \(procedure.rawValue), \(matter.recordID), \(matter.membershipID),
                \(matter.clauseCode), \(matter.agencyCode), \(context.officer.code), \(context.on),
                \(procedure.endsWithMembership), \(context.actID), now())
            """
        )
        let owed = try add(
            step, no: 1, to: id, of: matter.subjectID, in: procedure, outcome: outcome, without: [], detail: detail,
            in: context, on: connection)
        return (id, owed)
    }

    /// - Throws: `Refusal.agencyNotResponsible` when the officer belongs to another agency (Order 11 Art. 4).
    static func refuseOtherAgency(than agencyCode: String, _ officer: Officer) throws(Refusal) {
        guard officer.agencyCode == agencyCode else { throw Refusal(.agencyNotResponsible, ["agency": agencyCode]) }
    }

    private static func refusePart(
        in rule: StepRule, handlers: [String], recorders: [String], _ officer: Officer
    ) throws(Refusal) {
        for part in rule.notBy {
            switch part {
            case .handler where handlers.contains(officer.code):
                throw Refusal(.handlerDecides, ["officer": officer.code])
            case .recorder where recorders.contains(officer.code):
                throw Refusal(.recorderDecides, ["officer": officer.code])
            case .handler, .recorder: break
            }
        }
    }

    /// A case of the procedure about the same matter that nobody has decided, refused or closed; nil when there is none.
    static func openCase(
        _ procedure: Procedure, about matter: Matter, on connection: isolated Connection
    ) throws -> Int64? {
        let settling: [Step] = [.decided, .refused, .moot]
        // Two officers who open the same matter at once take turns.
        try connection.execute(
            "select from register.subject as s where s.subject_id = \(matter.subjectID) for no key update")
        return try connection.values(
            """
            select c.case_id
            from cases.procedure_case as c
            where c.subject_id = \(matter.subjectID)
                and c.procedure_code = \(procedure.rawValue)
                and c.about_record_id is not distinct from \(matter.recordID)::bigint
                and c.about_membership_id is not distinct from \(matter.membershipID)::bigint
                and c.clause_code is not distinct from \(matter.clauseCode)::text
                and not exists (
                    select from cases.step as s
                    where s.subject_id = c.subject_id and s.case_id = c.case_id
                        and s.step_code = any (\(settling.map(\.rawValue)))
                )
            order by c.case_id
            limit 1
            """,
            as: Int64.self
        ).first
    }
}
