public import PQ

/// The plan's annex 安全生产信用分级分类统计表 for one reporting unit or the whole city.
///
/// **Shape** exactly the columns 序号, 统一社会信用代码, 生产经营单位名称, 安全生产信用等级, 备注, one line per unit, below the line 报送单位 and above the
/// line 统计人员, 时间. **Source** plan, annex; RD-06, RD-44.
public struct StatisticsForm: Sendable {
    public struct Line: Sendable, Hashable {
        public let number: Int64
        public let creditCode: String
        public let subjectName: String
        public let grade: String
        public let remark: String
    }

    public static let title = "安全生产信用分级分类统计表"
    public static let columns = ["序号", "统一社会信用代码", "生产经营单位名称", "安全生产信用等级", "备注"]

    public let year: Int
    /// Name after 报送单位.
    public let reportingUnit: String
    public let lines: [Line]
    /// Name after 统计人员.
    public let filledBy: String
    /// Day after 时间.
    public let filledOn: CivilDate

    /// Fills the form from what is known now: grades on 1 January after the year, without events of that day and later.
    ///
    /// - Parameter reportingUnit: code or name; nil for the whole city.
    /// - Throws: `ReportError.unknownReportingUnit`; `PQError`.
    public static func fill(
        year: Int, reportingUnit: String?, filledBy: String, filledOn: CivilDate, on connection: isolated Connection
    ) throws -> StatisticsForm {
        let unit = try unit(reportingUnit, on: connection)
        let lines = try connection.rows(
            """
            select f.line_no, coalesce(f.credit_code, ''), f.subject_name, f.grade::text, f.remark
            from reports.statistics_form(\(year)::integer, \(unit?.code)) as f
            order by f.line_no
            """,
            as: (Int64, String, String, String, String).self
        ).map { Line(number: $0.0, creditCode: $0.1, subjectName: $0.2, grade: $0.3, remark: $0.4) }
        return StatisticsForm(
            year: year, reportingUnit: unit?.name ?? wholeCity, lines: lines, filledBy: filledBy, filledOn: filledOn)
    }

    private static let wholeCity = "全市"

    /// The unit asked for; nil for nil, which stands for the whole city.
    private static func unit(_ codeOrName: String?, on connection: isolated Connection) throws -> ReportingUnit? {
        guard let codeOrName else { return nil }
        guard let unit = try ReportingUnit.find(codeOrName, on: connection) else {
            throw ReportError.unknownReportingUnit(codeOrName)
        }
        return unit
    }

    /// The form as it was frozen: the same bytes whenever it is printed, lines of a correction marked 更正 (RD-27).
    ///
    /// - Parameter edition: nil for the newest.
    /// - Throws: `ReportError.unknownReportingUnit`, `ReportError.notFrozen`; `PQError`.
    public static func frozen(
        year: Int, reportingUnit: String?, edition: Int?, on connection: isolated Connection
    ) throws -> StatisticsForm {
        let unit = try unit(reportingUnit, on: connection)
        let form = try connection.firstRow(
            """
            select f.form_id, f.filled_by, f.filled_on
            from lists.form as f
            where f.form_year = \(Int32(year)) and f.reporting_unit_code is not distinct from \(unit?.code)
                and (\(edition)::bigint is null or f.edition_no = \(edition))
            order by f.edition_no desc
            limit 1
            """,
            as: (Int64, String, CivilDate).self
        )
        guard let (formID, filledBy, filledOn) = form else { throw ReportError.notFrozen(year: year) }
        let lines = try connection.rows(
            """
            select l.line_no::bigint, l.credit_code, l.subject_name, l.grade::text,
                concat_ws('；', case when l.is_corrected then '更正' end, nullif(l.remark, ''))
            from lists.form_line as l
            where l.form_id = \(formID)
            order by l.line_no
            """,
            as: (Int64, String, String, String, String).self
        ).map { Line(number: $0.0, creditCode: $0.1, subjectName: $0.2, grade: $0.3, remark: $0.4) }
        return StatisticsForm(
            year: year, reportingUnit: unit?.name ?? wholeCity, lines: lines, filledBy: filledBy, filledOn: filledOn)
    }
}

/// Why a report could not be made.
public enum ReportError: Error, Sendable, Hashable {
    case unknownReportingUnit(String)
    case notFrozen(year: Int)
}

extension ReportError: UserFacingError {
    public var exitStatus: ExitStatus { .usage }

    public func sentence(in language: Language) -> String {
        switch self {
        case .unknownReportingUnit(let name):
            language.choose("没有名称或代码为“\(name)”的报送单位", "no reporting unit has the name or code “\(name)”")
        case .notFrozen(let year):
            language.choose("\(year) 年度的统计表没有这一版", "the form of \(year) has no such edition")
        }
    }
}
