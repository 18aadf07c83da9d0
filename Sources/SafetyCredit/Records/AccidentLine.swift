public import PQ

/// A row of a file of accidents: one unit's part in one accident.
///
/// **Units** the loss in fen; the file gives units of 10,000 yuan.
public struct AccidentLine: ImportLine, Equatable {
    public let rowNumber: Int
    public let accidentNumber: String
    public let creditCode: CreditCode
    public let subjectName: String?
    public let occurredOn: CivilDate
    /// As stated, or as the toll gives it.
    public let severity: AccidentSeverity
    public let deathCount: Int?
    public let seriousInjuryCount: Int?
    public let directLossFen: Int64?
    public let finding: AccidentFinding
    public let approvedOn: CivilDate?
    public let approvalNumber: String?
    public let reporting: AccidentReporting
    public let officerCode: String?

    public static let kind = ImportKind.accidents
    public static let passedOver = ["事故名称", "事故类型", "事故地点"]

    enum Column {
        static let accidentNumber = ImportColumn<String>.required("事故编号", [], .line(max: 64))
        static let creditCode = ImportColumn<CreditCode>.required("统一社会信用代码", ["信用代码", "社会信用代码"], .creditCode)
        static let subjectName = ImportColumn<String>.optional(
            "单位名称", ["事故单位", "企业名称", "生产经营单位名称"], .line(max: 200))
        static let occurredOn = ImportColumn<CivilDate>.required("发生日期", ["事故发生日期", "事故日期", "发生时间"], .date)
        static let severity = ImportColumn<AccidentSeverity>.optional("事故等级", ["事故级别"], .choice)
        static let deaths = ImportColumn<Int>.optional("死亡人数", ["死亡人数(人)"], .integer(in: 0...100_000))
        static let injuries = ImportColumn<Int>.optional("重伤人数", ["重伤人数(人)"], .integer(in: 0...100_000))
        static let loss = ImportColumn<Int64>.optional("直接经济损失(万元)", [], .tenThousandYuan)
        static let finding = ImportColumn<AccidentFinding>.required("责任认定", ["事故性质"], .choice)
        static let approvedOn = ImportColumn<CivilDate>.optional("批复日期", [], .date)
        static let approvalNumber = ImportColumn<String>.optional("批复文号", [], .line(max: 128))
        static let reporting = ImportColumn<AccidentReporting>.optional("报告情形", ["报告情况"], .choice)
        static let officerCode = ImportColumn<String>.optional("经办人", ["经办人编号"], .line(max: 64))
    }

    public static let columns = [
        Column.accidentNumber.titles, Column.creditCode.titles, Column.subjectName.titles, Column.occurredOn.titles,
        Column.severity.titles, Column.deaths.titles, Column.injuries.titles, Column.loss.titles, Column.finding.titles,
        Column.approvedOn.titles, Column.approvalNumber.titles, Column.reporting.titles, Column.officerCode.titles,
    ]

    public init?(reading row: inout RowReader) {
        let accidentNumber = row.value(Column.accidentNumber)
        let creditCode = row.value(Column.creditCode)
        subjectName = row.value(Column.subjectName)
        let occurredOn = row.pastDate(Column.occurredOn)
        deathCount = row.value(Column.deaths)
        seriousInjuryCount = row.value(Column.injuries)
        directLossFen = row.value(Column.loss)
        let stated = row.value(Column.severity)
        let severity = Self.severity(
            stated: stated, deaths: deathCount, injuries: seriousInjuryCount, loss: directLossFen, row: &row)
        let finding = row.value(Column.finding)
        approvedOn = row.pastDate(Column.approvedOn)
        row.refuse(Column.approvedOn, approvedOn, before: Column.occurredOn, occurredOn)
        if finding == .notResponsible, approvedOn == nil, row.isSound(Column.approvedOn) {
            // Only the approved report settles that nobody answers for it (RD-21).
            row.refuse(
                Column.approvedOn,
                .missingWith(title: Column.finding.titles.title, value: AccidentFinding.notResponsible.label))
        }
        approvalNumber = row.value(Column.approvalNumber)
        reporting = row.value(Column.reporting) ?? .regular
        officerCode = row.value(Column.officerCode)

        guard row.isSound, let accidentNumber, let creditCode, let occurredOn, let severity, let finding else {
            return nil
        }
        rowNumber = row.rowNumber
        self.accidentNumber = accidentNumber
        self.creditCode = creditCode
        self.occurredOn = occurredOn
        self.severity = severity
        self.finding = finding
    }

    /// A stated grade may be above what the toll gives (the approved report decides), never below.
    private static func severity(
        stated: AccidentSeverity?, deaths: Int?, injuries: Int?, loss: Int64?, row: inout RowReader
    ) -> AccidentSeverity? {
        guard deaths != nil || injuries != nil || loss != nil else {
            let tollIsBlank = row.isSound(Column.deaths) && row.isSound(Column.injuries) && row.isSound(Column.loss)
            if stated == nil, tollIsBlank, row.isSound(Column.severity) { row.refuse(Column.severity, .gradeUnknown) }
            return stated
        }
        let due = AccidentSeverity(deaths: deaths ?? 0, seriousInjuries: injuries ?? 0, directLossFen: loss ?? 0)
        guard let stated else { return due }
        if stated < due { row.refuse(Column.severity, .gradeBelowToll(due: due.label)) }
        return stated
    }
}
