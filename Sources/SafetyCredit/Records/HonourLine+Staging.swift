public import PQ

extension HonourLine: RecordLine {
    static let scheme = "honour"
    static let act = "record-honour"
    static let keyColumn = Column.documentNumber.titles
    static let creditCodeColumn = Column.creditCode.titles
    static let officerColumn = Column.officerCode.titles
    static let ownRules: [StagingRule] = []
    public static let stagingTable = "staged_honour"

    public static let stagedColumns: [(name: String, type: String)] =
        commonColumns + [
            ("kind", "text not null"), ("level", "text not null"), ("honoured_year", "bigint"),
            ("awarded_on", "date not null"),
            ("awarded_by", "text"), ("document_number", "text not null"),
        ]

    public func encode(to encoder: inout CopyEncoder) {
        encoder.write(Int64(rowNumber))
        encoder.write(creditCode.text)
        encoder.write("\(documentNumber)|\(kind.rawValue)|\(year ?? 0)|\(creditCode.text)")
        encoder.write(officerCode)
        encoder.write(subjectName)
        encoder.write(kind.rawValue)
        encoder.write(level.rawValue)
        encoder.write(year.map(Int64.init))
        encoder.write(awardedOn)
        encoder.write(awardedBy)
        encoder.write(documentNumber)
    }

    static let differing: Statement = """
        select s.row_no, 0::bigint
        from staged_honour as s
        join records.record_claim as k on k.value = s.claim_value and k.scheme = 'honour'
        join records.honour_as_known('infinity') as h on h.subject_id = k.subject_id and h.record_id = k.record_id
        where (s.level, s.honoured_year, s.awarded_on, s.awarded_by) is distinct from (h.level, h.honoured_year, h.awarded_on, h.awarded_by)
        """

    static func insertion(_ context: ImportContext) -> Statement {
        """
        insert into records.honour (subject_id, record_id, version_no, kind, level, honoured_year, awarded_on, awarded_by,
            document_number, officer_code, act_id, known_at)
        select s.subject_id, s.record_id, 1, s.kind, s.level, s.honoured_year, s.awarded_on, s.awarded_by, s.document_number,
            coalesce(s.officer_code, \(context.officer.code)), s.act_id, now()
        from staged_honour as s
        where s.act_id is not null
        """
    }
}
