public import PQ

/// Records that one unit was absorbed by another: each membership in force becomes a task for the department, and none passes over by itself,
/// unless the policy RD-29 b lets them pass.
///
/// **Source** RD-29.
public struct RecordMerger: Act {
    public static let name = "record-merger"
    public static let role = Procedure.merger.rule(for: .opened).role
    public static let fields = [
        ActField("credit_code", .creditCode, "被合并单位的统一社会信用代码"),
        ActField("successor_code", .creditCode, "承继单位的统一社会信用代码"),
        ActField("document_number", .text, "合并登记文书号"),
    ]

    let creditCode: CreditCode
    let successorCode: CreditCode
    let documentNumber: String

    public init(reading fields: ActFields) throws {
        creditCode = try fields.creditCode("credit_code")
        successorCode = try fields.creditCode("successor_code")
        documentNumber = try fields.text("document_number")
        guard creditCode != successorCode else {
            throw Refusal(.badField, ["field": "successor_code", "expected": "another unit"])
        }
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let absorbed = try Subject.unit(creditCode, on: connection)
        let successor = try Subject.unit(successorCode, on: connection)
        try Subject.refuseDeregistered(successor.id, on: context.on, connection)
        let linked = try connection.execute(
            """
            insert into register.succession (subject_id, successor_id, merged_on, document_number, act_id, known_at)
            values (\(absorbed.id), \(successor.id), \(context.on), \(documentNumber), \(context.actID), now())
            on conflict (subject_id, successor_id) do nothing
            """
        )
        guard linked == 1 else { throw Refusal(.alreadyMerged, ["subject": creditCode.text]) }
        let passed = try pass(from: absorbed.id, to: successor.id, in: context, connection)
        let remaining = passed.isEmpty ? try Membership.inForce(of: absorbed.id, on: context.on, connection) : []
        let cases = try remaining.map { membership in
            try Case.open(
                .merger, .opened, about: membership.matter, followsFromAct: true,
                detail: ["successor": .string(successorCode.text), "document_number": .string(documentNumber)],
                in: context, on: connection
            ).id
        }
        return ActOutcome(
            subjectID: absorbed.id,
            answer: [
                "subject_id": .integer(absorbed.id), "successor_id": .integer(successor.id),
                "case_ids": .array(cases.map { .integer($0) }),
                "passed_membership_ids": .array(passed.map { .integer($0) }),
            ])
    }

    /// Gives the successor the memberships that pass by policy, each with the clock it has and the penalty it rests on, as one listed in the
    /// matter of the absorbed unit: it counts from the day of the merger and falls with that penalty. Those of the absorbed unit end when it
    /// is deregistered.
    private func pass(
        from absorbed: Int64, to successor: Int64, in context: ActContext, _ connection: isolated Connection
    ) throws -> [Int64] {
        let passed = try connection.values(
            """
            insert into lists.membership (subject_id, list_code, clause_code, decision_number, agency_code, listed_on,
                published_on, period_months, period_basis, unit_id, founding_record_id, capped_on, version_no, act_id, known_at)
            select \(successor), m.list_code, m.clause_code, m.decision_number, m.agency_code, m.listed_on, m.published_on,
                m.period_months, coalesce(m.period_basis, \("合并承继：\(documentNumber)")), coalesce(m.unit_id, m.subject_id),
                m.founding_record_id, m.capped_on, 1, \(context.actID), now()
            from lists.membership_to_transfer(\(absorbed), \(context.on)) as t
            join lists.membership as m on m.subject_id = \(absorbed) and m.membership_id = t.membership_id
            returning membership_id
            """,
            as: Int64.self)
        try Membership.keepVersions(of: "\(context.actID)", on: connection)
        return passed
    }
}
