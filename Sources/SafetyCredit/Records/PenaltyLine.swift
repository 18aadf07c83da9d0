public import PQ

/// A row of a file of penalties on units.
///
/// **Units** amounts in fen; the file gives units of 10,000 yuan. **Source** the CF_ list of the penalty exchange standard.
public struct PenaltyLine: ImportLine, Equatable {
    public let rowNumber: Int
    public let subjectName: String?
    public let creditCode: CreditCode
    public let documentNumber: String
    public let breachType: String?
    public let facts: String?
    public let basis: String?
    public let kinds: [PenaltyKind]
    public let content: String?
    public let fineFen: Int64?
    public let confiscationFen: Int64?
    public let licence: String?
    /// The date on the decision document (RD-08).
    public let decidedOn: CivilDate
    public let servedOn: CivilDate?
    /// The day it was first published, when that was before it is recorded here; the period counts from it (RD-16).
    public let publishedOn: CivilDate?
    public let agencyName: String
    public let agencyCode: CreditCode?
    public let field: PenaltyField
    /// Work Safety Law Art. 114 para. 2 was applied (RD-26).
    public let multipliedFine: Bool
    public let simplifiedProcedure: Bool
    public let accidentNumber: String?
    public let officerCode: String?

    public static let kind = ImportKind.penalties

    /// The rest of the exchange columns: other numbers of the party, its representative, the clock of publication, the data source.
    public static let passedOver = [
        "CF_XDR_LB", "行政相对人类别", "CF_XDR_GSZC", "工商注册号", "CF_XDR_ZZJG", "组织机构代码", "CF_XDR_SWDJ", "税务登记号",
        "CF_XDR_SYDW", "事业单位证书号", "CF_XDR_SHZZ", "社会组织登记证号", "CF_FRDB", "法定代表人", "CF_FR_ZJLX", "CF_FR_ZJHM",
        "CF_FR_SFZH", "CF_XDR_ZJLX", "CF_XDR_ZJHM", "CF_YXQ", "处罚有效期", "CF_GSJZQ", "公示截止期", "CF_SJLY", "数据来源单位",
        "CF_SJLYDM", "数据来源单位统一社会信用代码", "法定代表人证件类型", "法定代表人证件号码", "法定代表人身份证号", "证件类型",
        "证件号码", "行政相对人代码_2(工商注册号)", "行政相对人代码_3(组织机构代码)", "行政相对人代码_4(税务登记号)",
        "行政相对人代码_5(事业单位证书号)", "行政相对人代码_6(社会组织登记证号)",
    ]

    enum Column {
        static let subjectName = ImportColumn<String>.optional(
            "行政相对人名称", ["CF_XDR_MC", "单位名称", "企业名称", "生产经营单位名称"], .line(max: 200))
        static let creditCode = ImportColumn<CreditCode>.required(
            "统一社会信用代码",
            [
                "CF_XDR_SHXYM", "行政相对人代码_1(统一社会信用代码)", "行政相对人统一社会信用代码", "信用代码", "社会信用代码",
            ], .creditCode)
        static let documentNumber = ImportColumn<String>.required(
            "行政处罚决定书文号", ["CF_WSH", "处罚决定书文号", "决定书文号", "文号"], .line(max: 128))
        static let breachType = ImportColumn<String>.optional("违法行为类型", ["CF_WFXW"], .text(max: 2_000))
        static let facts = ImportColumn<String>.optional("违法事实", ["CF_SY"], .text(max: 5_000))
        static let basis = ImportColumn<String>.optional("处罚依据", ["CF_YJ"], .text(max: 2_048))
        static let kinds = ImportColumn<[PenaltyKind]>.required("处罚类别", ["CF_CFLB", "处罚种类"], .choices())
        static let content = ImportColumn<String>.optional("处罚内容", ["CF_NR"], .text(max: 4_000))
        static let fine = ImportColumn<Int64>.optional("罚款金额(万元)", ["CF_NR_FK"], .tenThousandYuan)
        static let confiscation = ImportColumn<Int64>.optional(
            "没收金额(万元)", ["CF_NR_WFFF", "没收违法所得、没收非法财物的金额(万元)", "没收违法所得、非法财物金额(万元)"], .tenThousandYuan)
        static let licence = ImportColumn<String>.optional("暂扣或吊销证照名称及编号", ["CF_NR_ZKDX"], .line(max: 200))
        static let decidedOn = ImportColumn<CivilDate>.required("处罚决定日期", ["CF_JDRQ", "决定日期"], .date)
        static let servedOn = ImportColumn<CivilDate>.optional("送达日期", [], .date)
        static let publishedOn = ImportColumn<CivilDate>.optional("公示日期", ["首次公示日期"], .date)
        static let agencyName = ImportColumn<String>.required("处罚机关", ["CF_CFJG", "处罚机关名称"], .line(max: 255))
        static let agencyCode = ImportColumn<CreditCode>.optional("处罚机关统一社会信用代码", ["CF_CFJGDM"], .creditCode)
        static let field = ImportColumn<PenaltyField>.optional("处罚领域", [], .choice)
        static let multipliedFine = ImportColumn<Bool>.optional(
            "适用第一百一十四条第二款", ["适用第一百一十四条第二款(是/否)", "适用114条第二款"], .yesNo)
        static let simplifiedProcedure = ImportColumn<Bool>.optional("简易程序", ["简易程序(是/否)", "是否简易程序"], .yesNo)
        static let accidentNumber = ImportColumn<String>.optional("关联事故编号", ["事故编号"], .line(max: 64))
        static let officerCode = ImportColumn<String>.optional("经办人", ["经办人编号"], .line(max: 64))
    }

    public static let columns = [
        Column.subjectName.titles, Column.creditCode.titles, Column.documentNumber.titles, Column.breachType.titles,
        Column.facts.titles, Column.basis.titles, Column.kinds.titles, Column.content.titles, Column.fine.titles,
        Column.confiscation.titles, Column.licence.titles, Column.decidedOn.titles, Column.servedOn.titles,
        Column.publishedOn.titles,
        Column.agencyName.titles, Column.agencyCode.titles, Column.field.titles, Column.multipliedFine.titles,
        Column.simplifiedProcedure.titles, Column.accidentNumber.titles, Column.officerCode.titles,
    ]

    public init?(reading row: inout RowReader) {
        subjectName = row.value(Column.subjectName)
        let creditCode = row.value(Column.creditCode)
        let documentNumber = row.value(Column.documentNumber)
        breachType = row.value(Column.breachType)
        facts = row.value(Column.facts)
        basis = row.value(Column.basis)
        kinds = row.value(Column.kinds) ?? []
        content = row.value(Column.content)
        fineFen = row.value(Column.fine)
        if kinds.contains(.fine), fineFen == nil, row.isSound(Column.fine) {
            row.refuse(Column.fine, .missingWith(title: Column.kinds.titles.title, value: PenaltyKind.fine.label))
        }
        confiscationFen = row.value(Column.confiscation)
        licence = row.value(Column.licence)
        let decidedOn = row.pastDate(Column.decidedOn)
        servedOn = row.pastDate(Column.servedOn)
        row.refuse(Column.servedOn, servedOn, before: Column.decidedOn, decidedOn)
        publishedOn = row.pastDate(Column.publishedOn)
        row.refuse(Column.publishedOn, publishedOn, before: Column.decidedOn, decidedOn)
        let agencyName = row.value(Column.agencyName)
        agencyCode = row.value(Column.agencyCode)
        field = row.value(Column.field) ?? .workSafety
        multipliedFine = row.value(Column.multipliedFine) ?? false
        simplifiedProcedure = row.value(Column.simplifiedProcedure) ?? false
        accidentNumber = row.value(Column.accidentNumber)
        officerCode = row.value(Column.officerCode)

        guard row.isSound, let creditCode, let documentNumber, let decidedOn, let agencyName else { return nil }
        rowNumber = row.rowNumber
        self.creditCode = creditCode
        self.documentNumber = documentNumber
        self.decidedOn = decidedOn
        self.agencyName = agencyName
    }
}
