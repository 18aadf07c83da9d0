public import PQ

/// A row of a file of work-safety standardization certificates.
public struct CertificationLine: ImportLine, Equatable {
    public let rowNumber: Int
    public let creditCode: CreditCode
    public let subjectName: String?
    public let certificateNumber: String
    public let level: CertificationLevel
    public let issuer: String?
    public let validFrom: CivilDate
    /// The last day on which the certificate holds.
    public let validTo: CivilDate
    public let revokedOn: CivilDate?
    public let officerCode: String?

    public static let kind = ImportKind.certifications
    public static let passedOver = ["行业", "专业", "公告文号"]

    enum Column {
        static let creditCode = ImportColumn<CreditCode>.required("统一社会信用代码", ["信用代码", "社会信用代码"], .creditCode)
        static let subjectName = ImportColumn<String>.optional("单位名称", ["企业名称", "生产经营单位名称"], .line(max: 200))
        static let certificateNumber = ImportColumn<String>.required("证书编号", [], .line(max: 64))
        static let level = ImportColumn<CertificationLevel>.required("标准化等级", ["等级", "达标等级"], .choice)
        static let issuer = ImportColumn<String>.optional("发证机关", ["发证单位"], .line(max: 255))
        static let validFrom = ImportColumn<CivilDate>.required("有效期起", ["发证日期", "有效期自"], .date)
        static let validTo = ImportColumn<CivilDate>.required("有效期至", ["有效期止"], .date)
        static let revokedOn = ImportColumn<CivilDate>.optional("撤销日期", [], .date)
        static let officerCode = ImportColumn<String>.optional("经办人", ["经办人编号"], .line(max: 64))
    }

    public static let columns = [
        Column.creditCode.titles, Column.subjectName.titles, Column.certificateNumber.titles, Column.level.titles,
        Column.issuer.titles, Column.validFrom.titles, Column.validTo.titles, Column.revokedOn.titles,
        Column.officerCode.titles,
    ]

    public init?(reading row: inout RowReader) {
        let creditCode = row.value(Column.creditCode)
        subjectName = row.value(Column.subjectName)
        let certificateNumber = row.value(Column.certificateNumber)
        let level = row.value(Column.level)
        issuer = row.value(Column.issuer)
        let validFrom = row.pastDate(Column.validFrom)
        let validTo = row.value(Column.validTo)
        row.refuse(Column.validTo, validTo, before: Column.validFrom, validFrom)
        revokedOn = row.pastDate(Column.revokedOn)
        row.refuse(Column.revokedOn, revokedOn, before: Column.validFrom, validFrom)
        officerCode = row.value(Column.officerCode)

        guard row.isSound, let creditCode, let certificateNumber, let level, let validFrom, let validTo else {
            return nil
        }
        rowNumber = row.rowNumber
        self.creditCode = creditCode
        self.certificateNumber = certificateNumber
        self.level = level
        self.validFrom = validFrom
        self.validTo = validTo
    }
}
