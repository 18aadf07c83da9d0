import PQ

@testable import SafetyCredit

/// Puts facts into the register in few words, for tests of what follows from facts.
///
/// They bear the numbers a test gives and were known from the beginning of the transaction on.
enum RecordedFacts {
    /// A unit; its id.
    static func unit(
        _ number: Int, kind: String = "business", industry: String? = nil, reportingUnit: String = "421300",
        deregisteredOn: String? = nil,
        _ connection: isolated Connection
    ) throws -> Int64 {
        let id = try connection.value(
            """
            insert into register.subject (kind, name, reporting_unit_code, industry_code, deregistered_on, version_no, act_id, known_at)
            values (\(kind), \("随州第\(number)有限公司"), \(reportingUnit), \(industry), \(deregisteredOn)::date, 1, 1, now())
            returning subject_id
            """, as: Int64.self)
        try connection.execute(
            """
            insert into register.subject_version (subject_id, version_no, kind, name, reporting_unit_code, industry_code,
                deregistered_on, act_id, known_at)
            select s.subject_id, 1, s.kind, s.name, s.reporting_unit_code, s.industry_code, s.deregistered_on, 1, s.known_at
            from register.subject as s
            where s.subject_id = \(id)
            """)
        try connection.execute(
            """
            insert into register.subject_identifier (subject_id, scheme, value)
            values (\(id), 'credit_code', \(CreditCodes.code(number)))
            """)
        try connection.execute(
            """
            insert into register.identifier_claim (subject_id, scheme, value)
            values (\(id), 'credit_code', \(CreditCodes.code(number)))
            """)
        return id
    }

    /// An accident; its record id.
    @discardableResult
    static func accident(
        _ number: String, at unit: Int64, on day: String, severity: String = "ordinary",
        responsibility: String = "responsible", approvedOn: String? = nil, fault: String? = nil,
        isWithdrawn: Bool = false, _ connection: isolated Connection
    ) throws -> Int64 {
        try connection.value(
            """
            insert into records.accident (subject_id, version_no, accident_number, occurred_on, severity, death_count,
                serious_injury_count, direct_loss_fen, responsibility, report_approved_on, reporting_fault, is_withdrawn,
                officer_code, act_id, known_at)
            values (\(unit), 1, \(number), \(day), \(severity), 0, 0, 0, \(responsibility),
                \(responsibility == "open" ? nil : approvedOn ?? day)::date, \(fault), \(isWithdrawn), 'operator', 1, now())
            returning record_id
            """, as: Int64.self)
    }

    /// A fine, as a work-safety penalty of the city bureau unless told otherwise; its record id.
    @discardableResult
    static func penalty(
        _ number: String, on unit: Int64, decidedOn day: String, accident: String? = nil, agency: String? = "421300",
        isSafety: Bool = true, isArticle114: Bool = false, facts: String? = nil, basis: String? = nil,
        fineYuan: Int64 = 1, annulledOn: String? = nil, isWithdrawn: Bool = false,
        _ connection: isolated Connection
    ) throws -> Int64 {
        try connection.value(
            """
            insert into records.penalty (subject_id, version_no, decision_number, decided_on, agency_name, agency_code,
                is_safety, is_simplified, is_article_114_2, kinds, facts, basis, fine_fen, accident_number, annulled_on, is_withdrawn,
                officer_code, act_id, known_at)
            values (\(unit), 1, \(number), \(day), '机关', \(agency), \(isSafety), false, \(isArticle114), '{罚款}',
                \(facts), \(basis), \(fineYuan * 100), \(accident), \(annulledOn)::date, \(isWithdrawn), 'operator', 1, now())
            returning record_id
            """, as: Int64.self)
    }

    /// A certificate of the province, which with a clean record makes grade A.
    static func certificate(of unit: Int64, _ connection: isolated Connection) throws {
        try connection.execute(
            """
            insert into records.certification (subject_id, version_no, certificate_number, level, valid_from, valid_to,
                officer_code, act_id, known_at)
            values (\(unit), 1, \("证\(unit)"), 2, '2024-01-01', '2026-12-31', 'operator', 1, now())
            """)
    }

    /// A membership that rests on a penalty: of the penalised list (grade C) or of the serious list (grade D).
    static func membership(
        of unit: Int64, in list: String, clause: String, since day: String, foundedOn penalty: Int64,
        _ connection: isolated Connection
    ) throws {
        try connection.execute(
            """
            with listed as (
                insert into lists.membership (subject_id, list_code, clause_code, decision_number, agency_code, listed_on,
                    period_months, founding_record_id, version_no, act_id, known_at)
                values (\(unit), \(list), \(clause), \("列\(penalty)"), '421300', \(day), 36, \(penalty), 1, 1, now())
                returning *
            )
            insert into lists.membership_version (subject_id, membership_id, version_no, list_code, clause_code,
                decision_number, agency_code, listed_on, period_months, founding_record_id, during, act_id, known_at)
            select l.subject_id, l.membership_id, 1, l.list_code, l.clause_code, l.decision_number, l.agency_code, l.listed_on,
                l.period_months, l.founding_record_id, l.during, 1, l.known_at
            from listed as l
            """)
    }
}
