public import PQ

/// The yearly inspection plan of one agency as it is handed out, with what its random draw is proven by.
///
/// **Shape** the columns of `columns`, one line per unit: first those that must stand in it, then key supervision, then the drawn.
/// **Source** plan V(1)-(4), VI(3); RD-18, RD-42.
public struct YearlyPlan: Sendable {
    public struct Line: Sendable, Hashable {
        public let number: Int64
        public let subjectName: String
        public let creditCode: String
        public let grade: String
        public let basis: String
        public let content: String
        public let way: String
        public let frequency: String
        public let schedule: String
        public let responsibleAgency: String
        public let remark: String

        /// The values in the order of `columns`.
        public var values: [String] {
            [
                String(number), subjectName, creditCode, grade, basis, content, way, frequency, schedule,
                responsibleAgency, remark,
            ]
        }
    }

    public static let columns = [
        "序号", "检查对象", "统一社会信用代码", "信用等级", "检查依据", "检查内容", "检查方式", "频次及上限", "时间安排", "责任单位", "备注",
    ]

    public let agencyName: String
    public let lines: [Line]
    public let proof: PlanProof

    /// The plan that was drawn.
    ///
    /// - Throws: `PlanError.noPlan`; `PQError`.
    public static func find(
        year: Int, agencyCode: String, on connection: isolated Connection
    ) throws -> YearlyPlan {
        let proof = try PlanProof.of(year: year, agencyCode: agencyCode, on: connection)
        let name = try connection.value(
            "select a.name from ops.agency as a where a.agency_code = \(agencyCode)", as: String.self)
        let lines = try connection.rows(
            """
            select l.line_no, l.subject_name, coalesce(l.credit_code, ''), l.grade::text, l.basis, l.content, l.way, l.frequency,
                l.schedule, l.responsible_agency_name, l.remark
            from reports.plan_lines(\(year)::integer) as l
            where l.agency_code = \(agencyCode)
            order by l.line_no
            """,
            as: (Int64, String, String, String, String, String, String, String, String, String, String).self
        ).map {
            Line(
                number: $0.0, subjectName: $0.1, creditCode: $0.2, grade: $0.3, basis: $0.4, content: $0.5, way: $0.6,
                frequency: $0.7, schedule: $0.8, responsibleAgency: $0.9, remark: $0.10)
        }
        return YearlyPlan(agencyName: name, lines: lines, proof: proof)
    }
}
