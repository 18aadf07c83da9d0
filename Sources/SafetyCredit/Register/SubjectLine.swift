public import PQ

/// A row of a file of subjects.
public struct SubjectLine: ImportLine, Equatable {
    public let rowNumber: Int
    public let name: String
    public let creditCode: CreditCode
    public let kind: UnitKind
    public let reportingUnit: String?
    /// GB/T 4754, as written; the edition is the import's.
    public let industryCode: String?
    public let enterpriseType: String?
    public let businessScope: String?
    public let registeredAddress: String?
    public let registeredOn: CivilDate?
    public let legalRepresentative: String?

    public static let kind = ImportKind.subjects
    public static let passedOver = ["企业状态", "经营状态", "登记机关"]

    enum Column {
        static let name = ImportColumn<String>.required(
            "生产经营单位名称", ["企业名称", "单位名称", "信用主体名称", "主体名称"], .line(max: 200))
        static let creditCode = ImportColumn<CreditCode>.required("统一社会信用代码", ["信用代码", "社会信用代码"], .creditCode)
        static let kind = ImportColumn<UnitKind>.optional("主体类别", [], .choice)
        static let reportingUnit = ImportColumn<String>.optional("报送单位", [], .line(max: 100))
        static let industryCode = ImportColumn<String>.optional("行业代码", ["行业代码(GB/T 4754)", "国民经济行业代码"], .industryCode)
        static let enterpriseType = ImportColumn<String>.optional("企业类型", ["类型", "市场主体类型"], .line(max: 100))
        static let businessScope = ImportColumn<String>.optional("经营范围", [], .text(max: 8_000))
        static let address = ImportColumn<String>.optional("注册地址", ["住所", "地址", "企业地址"], .line(max: 500))
        static let registeredOn = ImportColumn<CivilDate>.optional("注册日期", ["成立日期", "登记日期"], .date)
        static let legalRepresentative = ImportColumn<String>.optional("法定代表人", ["法人代表"], .line(max: 100))
    }

    public static let columns = [
        Column.name.titles, Column.creditCode.titles, Column.kind.titles, Column.reportingUnit.titles,
        Column.industryCode.titles, Column.enterpriseType.titles, Column.businessScope.titles, Column.address.titles,
        Column.registeredOn.titles, Column.legalRepresentative.titles,
    ]

    public init?(reading row: inout RowReader) {
        let name = row.value(Column.name)
        let creditCode = row.value(Column.creditCode)
        kind = row.value(Column.kind) ?? .business
        reportingUnit = row.value(Column.reportingUnit)
        industryCode = row.value(Column.industryCode)
        enterpriseType = row.value(Column.enterpriseType)
        businessScope = row.value(Column.businessScope)
        registeredAddress = row.value(Column.address)
        registeredOn = row.pastDate(Column.registeredOn)
        legalRepresentative = row.value(Column.legalRepresentative)

        guard row.isSound, let name, let creditCode else { return nil }
        rowNumber = row.rowNumber
        self.name = name
        self.creditCode = creditCode
    }
}

extension CellParser where Value == String {
    /// A code of GB/T 4754: a letter, digits, or both (`C2672`, `2672`, `C`).
    ///
    /// **Throws** `codeLength`, `codeCharacter`.
    static var industryCode: CellParser {
        CellParser { text throws(CellFault) in
            let characters = IdentifierText.normalise(text)
            guard (1...5).contains(characters.count) else { throw .codeLength(characters.count) }
            for (index, character) in characters.enumerated() {
                let isSection = index == 0 && (UInt8(ascii: "A")...UInt8(ascii: "T")).contains(character)
                guard isSection || CellText.isDigit(character) else { throw .codeCharacter(position: index + 1) }
            }
            return String(decoding: characters, as: UTF8.self)
        }
    }
}
