public import PQ

extension CertificationLine: RecordLine {
    static let scheme = "certification"
    static let act = "record-certification"
    static let keyColumn = Column.certificateNumber.titles
    static let creditCodeColumn = Column.creditCode.titles
    static let officerColumn = Column.officerCode.titles
    static let ownRules: [StagingRule] = []
    public static let stagingTable = "staged_certification"

    public static let stagedColumns: [(name: String, type: String)] =
        commonColumns + [
            ("certificate_number", "text not null"), ("level", "smallint not null"), ("issuer", "text"),
            ("valid_from", "date not null"), ("valid_to", "date not null"), ("revoked_on", "date"),
        ]

    public func encode(to encoder: inout CopyEncoder) {
        encoder.write(Int64(rowNumber))
        encoder.write(creditCode.text)
        encoder.write(certificateNumber)
        encoder.write(officerCode)
        encoder.write(subjectName)
        encoder.write(certificateNumber)
        encoder.write(level.number)
        encoder.write(issuer)
        encoder.write(validFrom)
        encoder.write(validTo)
        encoder.write(revokedOn)
    }

    static let differing: Statement = """
        select s.row_no, 0::bigint
        from staged_certification as s
        join records.record_claim as k on k.value = s.claim_value and k.scheme = 'certification'
        join records.certification_as_known('infinity') as c on c.subject_id = k.subject_id and c.record_id = k.record_id
        where (s.level, s.issuer, s.valid_from, s.valid_to, s.revoked_on)
            is distinct from (c.level, c.issuer, c.valid_from, c.valid_to, c.revoked_on)
        """

    static func insertion(_ context: ImportContext) -> Statement {
        """
        insert into records.certification (subject_id, record_id, version_no, certificate_number, level, issuer, valid_from,
            valid_to, revoked_on, officer_code, act_id, known_at)
        select s.subject_id, s.record_id, 1, s.certificate_number, s.level, s.issuer, s.valid_from, s.valid_to, s.revoked_on,
            coalesce(s.officer_code, \(context.officer.code)), s.act_id, now()
        from staged_certification as s
        where s.act_id is not null
        """
    }
}

extension CertificationLevel {
    /// The level as the register stores it: 1, 2 or 3.
    var number: Int16 {
        switch self {
        case .one: 1
        case .two: 2
        case .three: 3
        }
    }
}
