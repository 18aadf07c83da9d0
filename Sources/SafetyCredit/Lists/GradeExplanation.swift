public import PQ

/// Why a unit has its grade on a day: what each clause says of it, with the records.
public struct GradeExplanation: Sendable {
    /// What one clause says.
    public struct Finding: Sendable {
        public let clauseCode: String
        public let clauseText: String
        public let isMet: Bool
        /// For A1 and B1 what breaks the clause, for the others what meets it.
        public let evidence: [Evidence]
        /// Last day on which the evidence counts; nil when there is none, or no end is known yet.
        public let untilOn: CivilDate?
    }

    /// A record or membership behind a finding.
    public struct Evidence: Sendable, Hashable {
        public let id: Int64
        public let text: String
    }

    /// From when and to when one record counts under one clause.
    public struct Window: Sendable {
        public let clauseCode: String
        public let evidence: Evidence
        public let sinceOn: CivilDate
        /// Last day on which it counts; nil when no day ends it.
        public let untilOn: CivilDate?
    }

    public let creditCode: String
    public let subjectName: String
    public let day: CivilDate
    public let grade: String
    public let clauseCodes: [String]
    public let policyStamp: String
    public let findings: [Finding]
    /// What counts and how long, in the order of the clauses and then of time.
    public let windows: [Window]
    /// The better grade that one thing alone keeps the unit from; nil when there is none.
    public let nearMiss: NearMiss?

    /// Explains the grade of the unit with the code on a day, as known at a time.
    ///
    /// - Returns: nil when the unit is not graded that day: not registered yet, or no more.
    /// - Throws: `Refusal.unknownSubject`; `PQError`.
    public static func explain(
        _ code: CreditCode, asOf day: CivilDate, knownAt: Instant = .infinity, on connection: isolated Connection
    ) throws -> GradeExplanation? {
        let subject = try Subject.unit(code, on: connection)
        let graded = try connection.firstRow(
            """
            select g.grade::text, g.clause_codes, law.policy_stamp(\(day)),
                lists.near_miss(
                    law.policy_option('RD-03', \(day)),
                    coalesce((select f.findings from lists.findings(array[\(subject.id)], \(day), \(knownAt), null) as f), '{}'))::text
            from lists.grade_among(array[\(subject.id)], \(day), \(knownAt), null) as g
            """,
            as: (String, [String], String, String?).self
        )
        guard let (grade, clauseCodes, stamp, nearMiss) = graded else { return nil }
        let traced = try connection.rows(
            """
            select t.clause_code, c.text_zh, t.is_met, t.evidence_ids, t.until_on
            from lists.grade_trace(\(subject.id), \(day), \(knownAt)) as t
            join law.clause as c on c.clause_code = t.clause_code
            order by c.sort_order
            """,
            as: (String, String, Bool, [Int64], CivilDate?).self
        )
        let windows = try connection.rows(
            """
            select w.clause_code, w.evidence_id, w.since_on, w.until_on
            from lists.clause_window(\(day), \(knownAt), \(day)) as w
            join law.clause as c on c.clause_code = w.clause_code
            where w.subject_id = \(subject.id)
            order by c.sort_order, w.since_on, w.evidence_id
            """,
            as: (String, Int64, CivilDate, CivilDate?).self
        )
        let texts = try evidenceTexts(
            traced.flatMap(\.3) + windows.map(\.1), of: subject.id, asOf: day, knownAt, on: connection)
        func evidence(_ id: Int64) -> Evidence { Evidence(id: id, text: texts[id] ?? "?") }
        return GradeExplanation(
            creditCode: code.text, subjectName: subject.name, day: day, grade: grade, clauseCodes: clauseCodes,
            policyStamp: stamp,
            findings: traced.map { trace in
                Finding(
                    clauseCode: trace.0, clauseText: trace.1, isMet: trace.2,
                    evidence: trace.3.map(evidence), untilOn: trace.4)
            },
            windows: windows.map {
                Window(clauseCode: $0.0, evidence: evidence($0.1), sinceOn: $0.2, untilOn: $0.3)
            },
            nearMiss: try nearMiss.flatMap { NearMiss(try JSONValue(parsing: $0)) })
    }

    private static func evidenceTexts(
        _ ids: [Int64], of subjectID: Int64, asOf day: CivilDate, _ knownAt: Instant, on connection: isolated Connection
    ) throws -> [Int64: String] {
        let records = try connection.rows(
            """
            select r.record_id, r.kind, r.record_number, r.dated_on,
                concat_ws('，', r.content, case when o.record_id is not null then '异议处理中' end)
            from (
                select \(subjectID)
                union
                select o.person_id from register.responsibility as o where o.subject_id = \(subjectID)
                union
                select m.unit_id from lists.membership as m where m.subject_id = \(subjectID) and m.unit_id is not null
            ) as s (subject_id)
            cross join lateral records.record_phrase(s.subject_id, \(knownAt)) as r
            left join cases.objection_pending(\(day), \(knownAt)) as o
                on o.subject_id = s.subject_id and o.record_id = r.record_id
            where r.record_id = any (\(ids))
            """,
            as: (Int64, RecordKind, String, CivilDate, String).self
        ).map { ($0.0, "\($0.1.name(in: .chinese)) \($0.2)（\($0.3)，\($0.4)）") }
        let memberships = try connection.rows(
            """
            select m.membership_id, m.decision_number, m.listed_on
            from lists.membership as m
            where m.subject_id = \(subjectID) and m.membership_id = any (\(ids))
            """,
            as: (Int64, String, CivilDate).self
        ).map { ($0.0, "名单 \($0.1)（\($0.2)）") }
        return Dictionary(records + memberships) { first, _ in first }
    }
}
