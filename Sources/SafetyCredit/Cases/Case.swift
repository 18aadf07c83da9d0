public import PQ

/// One run of a procedure, with the steps taken in it.
public struct Case: Sendable {
    /// A step as it was taken.
    public struct Taken: Sendable {
        public let step: Step
        public let on: CivilDate
        public let officerCode: String
        public let outcome: Outcome?
    }

    public let subjectID: Int64
    public let id: Int64
    public let procedure: Procedure
    public let recordID: Int64?
    public let membershipID: Int64?
    public let clauseCode: String?
    public let agencyCode: String
    /// In the order in which they were taken; never empty.
    public let taken: [Taken]

    public var isDecided: Bool { taken.contains { $0.step == .decided || $0.step == .refused } }

    /// The case an act names: by the id it was answered with, or by the key of the act that opened it.
    ///
    /// Two acts that take the same step at once collide on its number; the later one fails and may be sent again.
    /// - Throws: `Refusal.unknownCase`, also when it is of none of the procedures.
    static func find(
        _ reference: CaseReference, _ procedures: Set<Procedure>, on connection: isolated Connection
    ) throws -> Case {
        let unknown = Refusal(.unknownCase, ["case": reference.description])
        guard let (subjectID, id) = try identify(reference, on: connection) else { throw unknown }
        let found = try connection.firstRow(
            """
            select c.procedure_code, c.about_record_id, c.about_membership_id, c.clause_code, c.agency_code
            from cases.procedure_case as c
            where c.subject_id = \(subjectID) and c.case_id = \(id)
            """,
            as: (String, Int64?, Int64?, String?, String).self
        )
        guard let found, let procedure = Procedure(rawValue: found.0), procedures.contains(procedure) else {
            throw unknown
        }
        return Case(
            subjectID: subjectID, id: id, procedure: procedure, recordID: found.1, membershipID: found.2,
            clauseCode: found.3, agencyCode: found.4, taken: try steps(of: id, of: subjectID, on: connection))
    }

    private static func identify(
        _ reference: CaseReference, on connection: isolated Connection
    ) throws -> (subjectID: Int64, id: Int64)? {
        switch reference {
        case .id(let id):
            try connection.firstRow(
                "select c.subject_id, c.case_id from cases.procedure_case as c where c.case_id = \(id)",
                as: (Int64, Int64).self)
        case .openedBy(let key):
            // An act may open several cases, one for each membership: the first is meant.
            try connection.firstRow(
                """
                select c.subject_id, c.case_id
                from intake.act_key as k
                join cases.procedure_case as c on c.subject_id = k.subject_id and c.act_id = k.act_id
                where k.key = \(key)
                order by c.case_id
                limit 1
                """,
                as: (Int64, Int64).self)
        }
    }

    private static func steps(
        of caseID: Int64, of subjectID: Int64, on connection: isolated Connection
    ) throws -> [Taken] {
        try connection.rows(
            """
            select s.step_code, s.done_on, s.officer_code, s.outcome
            from cases.step as s
            where s.subject_id = \(subjectID) and s.case_id = \(caseID)
            order by s.step_no
            """,
            as: (String, CivilDate, String, String?).self
        ).map { row in
            guard let step = Step(rawValue: row.0) else { preconditionFailure("the table knows a step more: \(row.0)") }
            return Taken(step: step, on: row.1, officerCode: row.2, outcome: row.3.flatMap(Outcome.init))
        }
    }
}
