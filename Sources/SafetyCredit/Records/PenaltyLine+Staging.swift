public import PQ

extension PenaltyLine: RecordLine {
    static let scheme = "penalty"
    static let act = "record-penalty"
    static let keyColumn = Column.documentNumber.titles
    static let creditCodeColumn = Column.creditCode.titles
    static let officerColumn = Column.officerCode.titles
    public static let stagingTable = "staged_penalty"

    public static let stagedColumns: [(name: String, type: String)] =
        commonColumns + [
            ("decision_number", "text not null"), ("decided_on", "date not null"), ("served_on", "date"),
            ("published_on", "date"), ("agency_name", "text not null"), ("is_safety", "boolean not null"),
            ("is_simplified", "boolean not null"), ("is_article_114_2", "boolean not null"),
            ("kinds", "text[] not null"),
            ("illegal_act", "text"), ("facts", "text"), ("basis", "text"), ("content", "text"), ("fine_fen", "bigint"),
            ("confiscated_fen", "bigint"), ("licence_named", "text"), ("accident_number", "text"),
        ]

    public func encode(to encoder: inout CopyEncoder) {
        encoder.write(Int64(rowNumber))
        encoder.write(creditCode.text)
        encoder.write("\(agencyName)|\(documentNumber)")
        encoder.write(officerCode)
        encoder.write(subjectName)
        encoder.write(documentNumber)
        encoder.write(decidedOn)
        encoder.write(servedOn)
        encoder.write(publishedOn)
        encoder.write(agencyName)
        encoder.write(field == .workSafety)
        encoder.write(simplifiedProcedure)
        encoder.write(multipliedFine)
        encoder.write(kinds.map(\.label))
        encoder.write(breachType)
        encoder.write(facts)
        encoder.write(basis)
        encoder.write(content)
        encoder.write(fineFen)
        encoder.write(confiscationFen)
        encoder.write(licence)
        encoder.write(accidentNumber)
    }

    /// A penalty of an emergency department founds grade C (RD-46), so a misspelt one must not pass as some other authority.
    static let ownRules = [
        StagingRule(
            Column.agencyName.titles, { _ in .unknownAgency },
            where: """
                select s.row_no, 0::bigint
                from staged_penalty as s
                where s.is_safety
                    and s.agency_name ~ '应急|安监|安全生产监督'
                    and not exists (select from ops.agency as a where a.name = s.agency_name)
                """),
        StagingRule(
            Column.multipliedFine.titles,
            { _ in .missingWith(title: Column.kinds.titles.title, value: PenaltyKind.fine.label) },
            where: """
                select s.row_no, 0::bigint
                from staged_penalty as s
                where s.is_article_114_2 and not (s.is_safety and '罚款' = any (s.kinds))
                """),
    ]

    static let differing: Statement = """
        select s.row_no, 0::bigint
        from staged_penalty as s
        join records.record_claim as k on k.value = s.claim_value and k.scheme = 'penalty'
        join records.penalty_as_known('infinity') as p on p.subject_id = k.subject_id and p.record_id = k.record_id
        where (s.decided_on, s.served_on, s.is_safety, s.is_simplified, s.is_article_114_2, s.kinds, s.illegal_act, s.facts, s.basis,
                s.content, s.fine_fen, s.confiscated_fen, s.licence_named, s.accident_number)
            is distinct from
            (p.decided_on, p.served_on, p.is_safety, p.is_simplified, p.is_article_114_2, p.kinds, p.illegal_act, p.facts, p.basis,
                p.content, p.fine_fen, p.confiscated_fen, p.licence_named, p.accident_number)
        """

    static func insertion(_ context: ImportContext) -> Statement {
        """
        insert into records.penalty (subject_id, record_id, version_no, decision_number, decided_on, served_on, agency_name,
            agency_code, is_safety, is_simplified, is_article_114_2, kinds, illegal_act, facts, basis, content, fine_fen,
            confiscated_fen, licence_named, accident_number, officer_code, act_id, known_at)
        select s.subject_id, s.record_id, 1, s.decision_number, s.decided_on, s.served_on, s.agency_name, a.agency_code,
            s.is_safety, s.is_simplified, s.is_article_114_2, s.kinds, s.illegal_act, s.facts, s.basis, s.content, s.fine_fen,
            s.confiscated_fen, s.licence_named, s.accident_number, coalesce(s.officer_code, \(context.officer.code)),
            s.act_id, now()
        from staged_penalty as s
        left join ops.agency as a on a.name = s.agency_name
        where s.act_id is not null
        """
    }
}
