public import PQ

extension AccidentLine: RecordLine {
    static let scheme = "accident"
    static let act = "record-accident"
    static let keyColumn = Column.accidentNumber.titles
    static let creditCodeColumn = Column.creditCode.titles
    static let officerColumn = Column.officerCode.titles
    static let ownRules: [StagingRule] = []
    public static let stagingTable = "staged_accident"

    public static let stagedColumns: [(name: String, type: String)] =
        commonColumns + [
            ("accident_number", "text not null"), ("occurred_on", "date not null"), ("severity", "text not null"),
            ("death_count", "bigint not null"), ("serious_injury_count", "bigint not null"),
            ("direct_loss_fen", "bigint not null"), ("responsibility", "text not null"), ("report_approved_on", "date"),
            ("report_number", "text"), ("reporting_fault", "text"),
        ]

    public func encode(to encoder: inout CopyEncoder) {
        encoder.write(Int64(rowNumber))
        encoder.write(creditCode.text)
        encoder.write("\(accidentNumber)|\(creditCode.text)")
        encoder.write(officerCode)
        encoder.write(subjectName)
        encoder.write(accidentNumber)
        encoder.write(occurredOn)
        encoder.write(severity.rawValue)
        encoder.write(Int64(deathCount ?? 0))
        encoder.write(Int64(seriousInjuryCount ?? 0))
        encoder.write(directLossFen ?? 0)
        encoder.write(finding.rawValue)
        encoder.write(approvedOn)
        encoder.write(approvalNumber)
        encoder.write(reporting == .regular ? nil : reporting.rawValue)
    }

    static let differing: Statement = """
        select s.row_no, 0::bigint
        from staged_accident as s
        join records.record_claim as k on k.value = s.claim_value and k.scheme = 'accident'
        join records.accident_as_known('infinity') as a on a.subject_id = k.subject_id and a.record_id = k.record_id
        where (s.occurred_on, s.severity, s.death_count, s.serious_injury_count, s.direct_loss_fen, s.responsibility,
                s.report_approved_on, s.report_number, s.reporting_fault)
            is distinct from
            (a.occurred_on, a.severity::text, a.death_count, a.serious_injury_count, a.direct_loss_fen, a.responsibility,
                a.report_approved_on, a.report_number, a.reporting_fault)
        """

    static func insertion(_ context: ImportContext) -> Statement {
        """
        insert into records.accident (subject_id, record_id, version_no, accident_number, occurred_on, severity, death_count,
            serious_injury_count, direct_loss_fen, responsibility, report_approved_on, report_number, reporting_fault,
            officer_code, act_id, known_at)
        select s.subject_id, s.record_id, 1, s.accident_number, s.occurred_on, s.severity::records.accident_severity,
            s.death_count, s.serious_injury_count, s.direct_loss_fen, s.responsibility, s.report_approved_on, s.report_number,
            s.reporting_fault, coalesce(s.officer_code, \(context.officer.code)), s.act_id, now()
        from staged_accident as s
        where s.act_id is not null
        """
    }
}
