public import PQ

/// A row of a file of honours.
public struct HonourLine: ImportLine, Equatable {
    public let rowNumber: Int
    public let creditCode: CreditCode
    public let subjectName: String?
    public let kind: HonourKind
    public let level: AwardLevel
    /// The year an 先进单位 is named for; nil for the other kinds unless stated.
    public let year: Int?
    public let awardedOn: CivilDate
    public let awardedBy: String?
    public let documentNumber: String
    public let officerCode: String?

    public static let kind = ImportKind.honours
    public static let passedOver = ["荣誉名称"]

    enum Column {
        static let creditCode = ImportColumn<CreditCode>.required("统一社会信用代码", ["信用代码", "社会信用代码"], .creditCode)
        static let subjectName = ImportColumn<String>.optional("单位名称", ["企业名称", "生产经营单位名称"], .line(max: 200))
        static let kind = ImportColumn<HonourKind>.required("荣誉类型", ["表彰类型"], .choice)
        static let level = ImportColumn<AwardLevel>.required("授予级别", ["级别"], .choice)
        static let year = ImportColumn<Int>.optional("年度", ["所属年度"], .year)
        static let awardedOn = ImportColumn<CivilDate>.required("授予日期", ["表彰日期"], .date)
        static let awardedBy = ImportColumn<String>.optional("授予机关", ["授予单位"], .line(max: 255))
        static let documentNumber = ImportColumn<String>.required("文号", ["文件文号"], .line(max: 128))
        static let officerCode = ImportColumn<String>.optional("经办人", ["经办人编号"], .line(max: 64))
    }

    public static let columns = [
        Column.creditCode.titles, Column.subjectName.titles, Column.kind.titles, Column.level.titles,
        Column.year.titles,
        Column.awardedOn.titles, Column.awardedBy.titles, Column.documentNumber.titles, Column.officerCode.titles,
    ]

    public init?(reading row: inout RowReader) {
        let creditCode = row.value(Column.creditCode)
        subjectName = row.value(Column.subjectName)
        let kind = row.value(Column.kind)
        let level = row.value(Column.level)
        year = row.value(Column.year)
        if kind == .advancedUnit, year == nil, row.isSound(Column.year) {
            row.refuse(Column.year, .missingWith(title: Column.kind.titles.title, value: HonourKind.advancedUnit.label))
        }
        let awardedOn = row.pastDate(Column.awardedOn)
        if let year, let awardedOn, year > awardedOn.year {
            row.refuse(Column.year, .numberOutside(from: 1949, to: Int64(awardedOn.year)))
        }
        awardedBy = row.value(Column.awardedBy)
        let documentNumber = row.value(Column.documentNumber)
        officerCode = row.value(Column.officerCode)

        guard row.isSound, let creditCode, let kind, let level, let awardedOn, let documentNumber else { return nil }
        rowNumber = row.rowNumber
        self.creditCode = creditCode
        self.kind = kind
        self.level = level
        self.awardedOn = awardedOn
        self.documentNumber = documentNumber
    }
}

extension CellParser where Value == Int {
    /// A calendar year; 年 or 年度 may stand behind it.
    static var year: CellParser {
        let number = CellParser.integer(in: 1949...9999)
        return CellParser { text throws(CellFault) in
            var text = text
            for suffix in ["年度", "年"] where text.hasSuffix(suffix) { text.removeLast(suffix.count) }
            return try number.parse(text)
        }
    }
}
