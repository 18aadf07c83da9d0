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
        var unit: (code: String?, name: String) = (nil, "全市")
        if let reportingUnit {
            let found = try connection.firstRow(
                """
                select u.reporting_unit_code, u.name
                from ops.reporting_unit as u
                where \(reportingUnit) in (u.reporting_unit_code, u.name)
                """,
                as: (String, String).self
            )
            guard let found else { throw ReportError.unknownReportingUnit(reportingUnit) }
            unit = (found.0, found.1)
        }
        let lines = try connection.rows(
            """
            select f.line_no, coalesce(f.credit_code, ''), f.subject_name, f.grade::text, f.remark
            from reports.statistics_form(\(year)::integer, \(unit.code)) as f
            order by f.line_no
            """,
            as: (Int64, String, String, String, String).self
        ).map { Line(number: $0.0, creditCode: $0.1, subjectName: $0.2, grade: $0.3, remark: $0.4) }
        return StatisticsForm(
            year: year, reportingUnit: unit.name, lines: lines, filledBy: filledBy, filledOn: filledOn)
    }
}

/// Why a report could not be made.
public enum ReportError: Error, Sendable, Hashable {
    case unknownReportingUnit(String)
}

extension ReportError: UserFacingError {
    public var exitStatus: ExitStatus { .usage }

    public func sentence(in language: Language) -> String {
        switch self {
        case .unknownReportingUnit(let name):
            language.choose("没有名称或代码为“\(name)”的报送单位", "no reporting unit has the name or code “\(name)”")
        }
    }
}
