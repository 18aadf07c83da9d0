import PQ
import SafetyCredit
import Testing

@Suite("Lines of the import files")
struct ImportLineTests {
    typealias Cells = [(title: String, text: String)]

    static let penalty: Cells = [
        ("行政相对人名称", "随风矿业有限公司"), ("统一社会信用代码", "91421321MA49K3C490"), ("行政处罚决定书文号", "随应急罚〔2025〕1号"),
        ("处罚类别", "警告;罚款"), ("罚款金额（万元）", "2.5"), ("处罚决定日期", "2025年2月28日"), ("送达日期", "2025-03-01"),
        ("处罚机关", "随州市应急管理局"), ("适用第一百一十四条第二款", "否"), ("简易程序", ""), ("经办人", "A01"),
    ]
    static let accident: Cells = [
        ("事故编号", "SG-2025-1"), ("统一社会信用代码", "91421321MA49K3C490"), ("发生日期", "2025-02-28"), ("事故等级", ""), ("死亡人数", "3"),
        ("重伤人数", ""), ("直接经济损失(万元)", ""), ("责任认定", "责任事故"), ("批复日期", ""), ("报告情形", ""),
    ]
    static let certification: Cells = [
        ("统一社会信用代码", "91421321MA49K3C490"), ("证书编号", "AQB-3-001"), ("标准化等级", "三级"), ("发证日期", "2024-02-29"),
        ("有效期至", "2027-02-28"), ("撤销日期", ""),
    ]
    static let honour: Cells = [
        ("统一社会信用代码", "91421321MA49K3C490"), ("荣誉类型", "先进单位"), ("授予级别", "市级"), ("年度", "2024年度"),
        ("授予日期", "2025-01-15"), ("文号", "随安〔2025〕3号"),
    ]

    @Test("A penalty line carries amounts in fen and defaults")
    func penaltyLine() throws {
        let line = try #require(readLine(Self.penalty, as: PenaltyLine.self).lines.first)
        #expect(line.rowNumber == 2)
        #expect(line.kinds == [.warning, .fine])
        #expect(line.fineFen == 2_500_000)
        #expect(line.decidedOn.description == "2025-02-28")
        #expect(line.field == .workSafety)
        #expect(!line.multipliedFine && !line.simplifiedProcedure)
    }

    @Test("The codes of the exchange standard are titles too, and its other columns are passed over")
    func exchangeCodes() throws {
        let cells: Cells = [
            ("CF_XDR_MC", "随风矿业"), ("CF_XDR_LB", "法人"), ("CF_XDR_SHXYM", "91421321MA49K3C490"), ("CF_WSH", "1"),
            ("CF_CFLB", "罚款"),
            ("cf_nr_fk", "0.000001"), ("CF_JDRQ", "20250228"), ("CF_CFJG", "随州市应急管理局"),
            ("CF_FR_ZJHM", "421321197506304511"),
            ("BZ", "x"),
        ]
        let reading = try readLine(cells, as: PenaltyLine.self)
        #expect(reading.rejects == [])
        #expect(reading.lines.first?.fineFen == 1)
    }

    @Test("The twenty-eight columns of the exchange standard are taken as other departments write them")
    func exchangeTitles() throws {
        let cells: Cells = [
            ("行政相对人名称（必填）", "随风矿业"), ("行政相对人类别", "法人及非法人组织"), ("行政相对人代码_1（统一社会信用代码）", "91421321MA49K3C490"),
            ("行政相对人代码_2（工商注册号）", ""), ("行政相对人代码_3（组织机构代码）", ""), ("行政相对人代码_4（税务登记号）", ""),
            ("行政相对人代码_5（事业单位证书号）", ""), ("行政相对人代码_6（社会组织登记证号）", ""), ("法定代表人", "张三"), ("法定代表人证件类型", "身份证"),
            ("法定代表人证件号码", "421321197506304511"), ("证件类型", ""), ("证件号码", ""), ("* 行政处罚\n决定书文号", "随应急罚〔2025〕1号"),
            ("违法行为类型", "培训"), ("违法事实", "未培训"), ("处罚依据", "第九十七条"), ("处罚类别", "罚款"), ("处罚内容", "罚款"),
            ("罚款金额（万元）", "5.000000"), ("没收违法所得、没收非法财物的金额（万元）", ""), ("暂扣或吊销证照名称及编号", ""), ("处罚决定日期", "2025/02/28"),
            ("处罚有效期", "2099/12/31"), ("公示截止期", "2026/02/28"), ("处罚机关", "随州市应急管理局"), ("处罚机关统一社会信用代码", ""),
            ("数据来源单位", "随州市应急管理局"), ("数据来源单位统一社会信用代码", ""), ("备注", ""),
        ]
        let reading = try readLine(cells, as: PenaltyLine.self)
        #expect(reading.rejects == [])
        #expect(reading.lines.first?.fineFen == 5_000_000)
        #expect(reading.lines.first?.documentNumber == "随应急罚〔2025〕1号")
    }

    @Test("Words in brackets that may name a unit of measure are no remark")
    func unitOfMeasure() throws {
        let cells = Self.penalty.map { ($0.title == "罚款金额（万元）" ? "罚款金额（元）" : $0.title, $0.text) }
        #expect(throws: ImportFileError.self) { try readLine(cells, as: PenaltyLine.self) }
    }

    @Test(
        "A broken penalty row names column and rule",
        arguments: [
            (["统一社会信用代码": "91412321MA49K3C490"], "统一社会信用代码", CellFault.codeCheck),
            (["统一社会信用代码": ""], "统一社会信用代码", .missing),
            (["处罚决定日期": "2025-03-02"], "处罚决定日期", .dateAhead),
            (["处罚决定日期": "2025-02-30"], "处罚决定日期", .dateImpossible),
            (["送达日期": "2025-02-27"], "送达日期", .dateBefore(title: "处罚决定日期")),
            (["罚款金额（万元）": ""], "罚款金额（万元）", .missingWith(title: "处罚类别", value: "罚款")),
            (["罚款金额（万元）": nil], "罚款金额(万元)", .missingWith(title: "处罚类别", value: "罚款")),
            (["罚款金额（万元）": "-1"], "罚款金额（万元）", .numberNegative),
            (["行政处罚决定书文号": String(repeating: "号", count: 129)], "行政处罚决定书文号", .tooLong(limit: 128)),
            (["处罚类别": "训诫"], "处罚类别", .unknownChoice(allowed: PenaltyKind.allCases.map(\.label))),
            (["适用第一百一十四条第二款": "不详"], "适用第一百一十四条第二款", .notYesOrNo),
            (["处罚机关统一社会信用代码": "1"], "处罚机关统一社会信用代码", .codeLength(1)),
        ] as [([String: String?], String, CellFault)])
    func brokenPenalty(change: [String: String?], title: String, fault: CellFault) throws {
        let reading = try readLine(with(Self.penalty, change), as: PenaltyLine.self)
        #expect(reading.lines.isEmpty)
        #expect(reading.rejects.map(\.columnTitle) == [title])
        #expect(reading.rejects.map(\.fault) == [fault])
        #expect(reading.rejects.map(\.rowNumber) == [2])
    }

    @Test("A decision of today is no future date, and no fine is asked of a warning")
    func penaltyEdges() throws {
        let today = with(Self.penalty, ["处罚决定日期": "2025-03-01"])
        #expect(try readLine(today, as: PenaltyLine.self).rejects == [])
        let warning = with(Self.penalty, ["处罚类别": "警告", "罚款金额（万元）": ""])
        #expect(try readLine(warning, as: PenaltyLine.self).lines.first?.fineFen == nil)
    }

    @Test(
        "An accident's grade is as stated or as the toll gives it",
        arguments: [
            ([:], AccidentSeverity.larger),
            (["事故等级": "较大"], .larger),
            (["事故等级": "重大"], .major),
            (["事故等级": "一般", "死亡人数": ""], .ordinary),
            (["死亡人数": "0"], .ordinary),
            (["直接经济损失(万元)": "10000"], .extraordinary),
        ] as [([String: String?], AccidentSeverity)])
    func severity(change: [String: String?], due: AccidentSeverity) throws {
        let line = try #require(readLine(with(Self.accident, change), as: AccidentLine.self).lines.first)
        #expect(line.severity == due)
        #expect(line.reporting == .regular)
    }

    @Test(
        "A broken accident row names column and rule",
        arguments: [
            (["事故等级": "一般"], "事故等级", CellFault.gradeBelowToll(due: "较大")),
            (["死亡人数": ""], "事故等级", .gradeUnknown),
            (["死亡人数": "三"], "死亡人数", .numberSpelling),
            (["发生日期": "2025-03-02"], "发生日期", .dateAhead),
            (["批复日期": "2025-02-27"], "批复日期", .dateBefore(title: "发生日期")),
            (["责任认定": ""], "责任认定", .missing),
            (["报告情形": "误报"], "报告情形", .unknownChoice(allowed: ["正常", "迟报", "漏报", "谎报", "瞒报"])),
        ] as [([String: String?], String, CellFault)])
    func brokenAccident(change: [String: String?], title: String, fault: CellFault) throws {
        let reading = try readLine(with(Self.accident, change), as: AccidentLine.self)
        #expect(reading.lines.isEmpty)
        #expect(reading.rejects.map(\.columnTitle) == [title])
        #expect(reading.rejects.map(\.fault) == [fault])
    }

    @Test("A certificate may end ahead but not before it begins")
    func certifications() throws {
        let line = try #require(readLine(Self.certification, as: CertificationLine.self).lines.first)
        #expect(line.level == .three)
        #expect(line.validTo.description == "2027-02-28")
        let reading = try readLine(
            with(Self.certification, ["有效期至": "2024-02-28", "撤销日期": "2024-02-28"]), as: CertificationLine.self)
        #expect(reading.rejects.map(\.columnTitle) == ["有效期至", "撤销日期"])
        #expect(reading.rejects.map(\.fault) == [.dateBefore(title: "发证日期"), .dateBefore(title: "发证日期")])
        #expect(reading.rejectedRowCount == 1)
    }

    @Test("An honour of an advanced unit needs its year")
    func honours() throws {
        let line = try #require(readLine(Self.honour, as: HonourLine.self).lines.first)
        #expect(line.year == 2024)
        #expect(line.level == .city)
        let without = try readLine(with(Self.honour, ["年度": ""]), as: HonourLine.self)
        #expect(without.rejects.map(\.fault) == [.missingWith(title: "荣誉类型", value: "先进单位")])
        let ahead = try readLine(with(Self.honour, ["年度": "2026"]), as: HonourLine.self)
        #expect(ahead.rejects.map(\.fault) == [.numberOutside(from: 1949, to: 2025)])
        #expect(try readLine(with(Self.honour, ["年度": "", "荣誉类型": "通报表扬"]), as: HonourLine.self).rejects == [])
    }

    @Test("Every broken rule of a row is told, in the order of the columns")
    func severalFaults() throws {
        let cells = with(Self.penalty, ["统一社会信用代码": "1", "处罚决定日期": "昨天", "处罚机关": ""])
        let reading = try readLine(cells, as: PenaltyLine.self)
        #expect(reading.rejects.map(\.fault) == [.codeLength(1), .dateSpelling, .missing])
    }
}
