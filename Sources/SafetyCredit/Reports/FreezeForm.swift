public import PQ

/// Freezes the statistics form of a year as handed in: it prints the same bytes ever after.
///
/// A later edition is a correction: it is refused while nothing differs, and marks each line that does. The officer's agency runs the
/// reporting unit or stands above it; the city's form takes one above them all.
/// **Source** plan, annex; RD-06, RD-27.
public struct FreezeForm: Act {
    public static let name = "freeze-form"
    public static let role = OfficerRole.recorder
    public static let fields = [
        ActField("form_year", .integer, "统计年度"),
        ActField("reporting_unit", .text, required: false, "报送单位代码或名称；不给为全市"),
        ActField("filled_by", .text, "统计人员"),
    ]

    let year: Int64
    let reportingUnit: String?
    let filledBy: String

    public init(reading fields: ActFields) throws {
        guard let year = try fields.optionalInteger("form_year"), (2023...2200).contains(year) else {
            throw Refusal(.badField, ["field": "form_year", "expected": "year from 2023 on"])
        }
        self.year = year
        reportingUnit = try fields.optionalText("reporting_unit")
        filledBy = try fields.text("filled_by")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        guard let firstDay = CivilDate(year: Int(year) + 1, month: 1, day: 1), context.on >= firstDay else {
            throw Refusal(.formYearRuns, ["year": String(year)])
        }
        let unitCode = try reportingUnit.map { name in
            guard let unit = try ReportingUnit.find(name, on: connection) else {
                throw Refusal(.badField, ["field": "reporting_unit", "expected": "code or name of a reporting unit"])
            }
            return unit.code
        }
        for agency in try ReportingUnit.agencies(of: unitCode, on: connection) {
            try context.officer.requireOwnOrBelow(agency, on: connection)
        }
        let formID = try connection.value("select nextval('ops.register_id')", as: Int64.self)
        let edition = try connection.value(
            """
            select coalesce(max(f.edition_no), 0) + 1
            from lists.form as f
            where f.form_year = \(Int32(year)) and f.reporting_unit_code is not distinct from \(unitCode)
            """,
            as: Int32.self
        )
        try connection.execute(
            """
            with line as materialized (
                select l.line_no::integer as line_no, l.subject_id, coalesce(l.credit_code, '') as credit_code, l.subject_name,
                    l.grade, l.remark
                from reports.statistics_form(\(Int32(year)), \(unitCode)) as l
            ),
            form as (
                insert into lists.form (form_id, form_year, reporting_unit_code, edition_no, as_of, filled_by, filled_on,
                    line_count, sha256, act_id, known_at)
                select \(formID), \(Int32(year)), \(unitCode), \(edition), \(firstDay), \(filledBy), \(context.on),
                    count(*), sha256(convert_to(coalesce(string_agg(concat_ws(chr(31), l.line_no, l.credit_code, l.subject_name,
                        l.grade, l.remark), chr(10) order by l.line_no), ''), 'UTF8')), \(context.actID), now()
                from line as l
            )
            insert into lists.form_line (form_id, line_no, subject_id, credit_code, subject_name, grade, remark, is_corrected)
            select \(formID), l.line_no, l.subject_id, l.credit_code, l.subject_name, l.grade, l.remark,
                \(edition) > 1 and (before.credit_code, before.subject_name, before.grade, before.remark)
                    is distinct from (l.credit_code, l.subject_name, l.grade, l.remark)
            from line as l
            left join lists.form as f on f.form_year = \(Int32(year)) and f.reporting_unit_code is not distinct from \(unitCode)
                and f.edition_no = \(edition) - 1
            left join lists.form_line as before on before.form_id = f.form_id and before.subject_id = l.subject_id
            """
        )
        let (lineCount, correctedCount, sha256, isUnchanged) = try connection.row(
            """
            select f.line_count, (select count(*) from lists.form_line as l where l.form_id = f.form_id and l.is_corrected),
                encode(f.sha256, 'hex'),
                exists (
                    select from lists.form as b
                    where b.form_year = f.form_year and b.reporting_unit_code is not distinct from f.reporting_unit_code
                        and b.edition_no = f.edition_no - 1 and b.sha256 = f.sha256
                )
            from lists.form as f
            where f.form_id = \(formID)
            """,
            as: (Int32, Int64, String, Bool).self
        )
        guard !isUnchanged else { throw Refusal(.formUnchanged, ["edition": String(edition - 1)]) }
        return ActOutcome(answer: [
            "form_id": .integer(formID), "edition_no": .integer(Int64(edition)),
            "line_count": .integer(Int64(lineCount)),
            "corrected_count": .integer(correctedCount), "sha256": .string(sha256),
        ])
    }
}
