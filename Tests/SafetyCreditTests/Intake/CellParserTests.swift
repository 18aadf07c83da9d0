import PQ
import SafetyCredit
import Testing

@Suite("Values from cells")
struct CellParserTests {
    @Test(
        "A date is read in every spelling of officers and spreadsheets",
        arguments: [
            "2025-02-28", "2025/2/28", "2025.2.28", "20250228", "2025年2月28日", "2025年02月28号", "45716",
            "2025-2-28 00:00:00",
            "2025-02-28T00:00:00.000", "2025/2/28 0:00", "２０２５－０２－２８",
        ])
    func date(text: String) throws {
        #expect(try CellParser<CivilDate>.date.parse(text).description == "2025-02-28")
    }

    @Test(
        "A date that is none says why",
        arguments: [
            ("2025-02-29", CellFault.dateImpossible), ("2024-02-30", .dateImpossible), ("2025-13-01", .dateImpossible),
            ("2025-00-10", .dateImpossible), ("2025年2月30日", .dateImpossible), ("20250231", .dateImpossible),
            ("1899-12-31", .dateImpossible), ("0025-02-28", .dateImpossible), ("2025-02-28 08:30:00", .dateHasTime),
            ("28/2/2025", .dateSpelling), ("2/28/2025", .dateSpelling), ("25-02-28", .dateSpelling),
            ("2025-02", .dateSpelling),
            ("2025年2月", .dateSpelling), ("2025-2/28", .dateSpelling), ("2025-02-28 下午", .dateSpelling),
            ("去年", .dateSpelling),
            ("2025--28", .dateSpelling), ("2025-002-28", .dateSpelling), ("9999", .dateSpelling),
            ("-2025-02-28", .dateSpelling),
            ("2025年2月28", .dateSpelling), ("00045", .dateSpelling),
        ])
    func noDate(text: String, fault: CellFault) {
        #expect(throws: fault) { try CellParser<CivilDate>.date.parse(text) }
    }

    @Test("29 February exists in leap years alone")
    func leapDay() throws {
        #expect(try CellParser<CivilDate>.date.parse("2024.2.29").description == "2024-02-29")
        #expect(throws: CellFault.dateImpossible) { try CellParser<CivilDate>.date.parse("2100.2.29") }
    }

    @Test(
        "Units of 10,000 yuan become fen exactly",
        arguments: [
            ("5", 5_000_000), ("0.000001", 1), ("1.23", 1_230_000), ("0.1", 100_000), ("12,345.678901", 12_345_678_901),
            ("2.5万元", 2_500_000), ("２．５", 2_500_000), ("0", 0), ("007", 7_000_000), ("1.5000000000", 1_500_000),
            ("+3", 3_000_000),
            ("999999999999.999999", 999_999_999_999_999_999),
        ] as [(String, Int64)])
    func tenThousandYuan(text: String, fen: Int64) throws {
        #expect(try CellParser<Int64>.tenThousandYuan.parse(text) == fen)
    }

    @Test(
        "Yuan become fen exactly",
        arguments: [("5", 500), ("0.01", 1), ("1,234,567.8", 123_456_780), ("20元", 2_000)] as [(String, Int64)])
    func yuan(text: String, fen: Int64) throws {
        #expect(try CellParser<Int64>.yuan.parse(text) == fen)
    }

    @Test(
        "An amount that is none says why",
        arguments: [
            ("-5", CellFault.numberNegative), ("−5", .numberNegative), ("-1,000.5", .numberNegative),
            ("--5", .numberSpelling),
            ("0.0000001", .numberTooFine(decimals: 6)), ("1.2.3", .numberSpelling), ("1,23", .numberSpelling),
            (",123", .numberSpelling), ("1,2345", .numberSpelling), ("5.", .numberSpelling), (".5", .numberSpelling),
            ("五", .numberSpelling), ("5元", .numberSpelling), ("1e3", .numberSpelling), ("", .numberSpelling),
            ("1000000000000", .numberOutside(from: 0, to: 999_999_999_999)),
        ])
    func noAmount(text: String, fault: CellFault) {
        #expect(throws: fault) { try CellParser<Int64>.tenThousandYuan.parse(text) }
    }

    @Test("An amount in 10,000 yuan is not taken for yuan")
    func foreignUnit() {
        #expect(throws: CellFault.numberSpelling) { try CellParser<Int64>.yuan.parse("5万元") }
        #expect(throws: CellFault.numberTooFine(decimals: 2)) { try CellParser<Int64>.yuan.parse("0.001") }
    }

    @Test("Whole numbers keep their range")
    func integers() throws {
        let parser = CellParser<Int>.integer(in: 0...10)
        #expect(try ["0", "3.0", "10", "０７"].map { try parser.parse($0) } == [0, 3, 10, 7])
        #expect(throws: CellFault.numberOutside(from: 0, to: 10)) { try parser.parse("11") }
        #expect(throws: CellFault.numberTooFine(decimals: 0)) { try parser.parse("3.5") }
        #expect(throws: CellFault.numberNegative) { try parser.parse("-1") }
        #expect(throws: CellFault.numberSpelling) { try parser.parse("三") }
    }

    @Test("Yes and no are read in the usual spellings")
    func yesNo() throws {
        for text in ["是", "1", "true", "TRUE", "Y", "y"] { #expect(try CellParser<Bool>.yesNo.parse(text)) }
        for text in ["否", "0", "false", "FALSE", "N", "n"] { #expect(try !CellParser<Bool>.yesNo.parse(text)) }
        for text in ["2", "有", "是否"] {
            #expect(throws: CellFault.notYesOrNo) { try CellParser<Bool>.yesNo.parse(text) }
        }
    }

    @Test("Choices are read by label, alias or code; several in any joining")
    func choices() throws {
        #expect(try CellParser<AccidentSeverity>.choice.parse("较大事故") == .larger)
        #expect(try CellParser<CertificationLevel>.choice.parse("一级") == .one)
        #expect(try CellParser<CertificationLevel>.choice.parse("three") == .three)
        #expect(throws: CellFault.unknownChoice(allowed: ["一级", "二级", "三级"])) {
            try CellParser<CertificationLevel>.choice.parse("四级")
        }
        let kinds = CellParser<[PenaltyKind]>.choices()
        #expect(try kinds.parse("警告;罚款") == [.warning, .fine])
        #expect(try kinds.parse("罚款、没收违法所得、罚款") == [.fine, .incomeConfiscation])
        #expect(try kinds.parse("责令停产停业；") == [.productionHalt])
        #expect(PenaltyKind.allCases.count == 14)
        #expect(throws: CellFault.unknownChoice(allowed: PenaltyKind.allCases.map(\.label))) {
            try kinds.parse("罚款、训诫")
        }
        #expect(throws: CellFault.unknownChoice(allowed: PenaltyKind.allCases.map(\.label))) { try kinds.parse("；") }
    }

    @Test("Text counts characters and refuses what cannot be shown or compared")
    func text() throws {
        let parser = CellParser<String>.text(max: 4)
        #expect(try parser.parse("随州矿业") == "随州矿业")
        #expect(try parser.parse("a\nb") == "a\nb")
        #expect(try CellParser<String>.line(max: 4).parse("随州\n矿业") == "随州矿业")
        #expect(throws: CellFault.tooLong(limit: 4)) { try parser.parse("随州矿业公") }
        #expect(throws: CellFault.controlCharacter) { try parser.parse("a\u{07}") }
        #expect(throws: CellFault.controlCharacter) { try parser.parse("a\u{202E}b") }
        #expect(throws: CellFault.privateUseCharacter) { try parser.parse("王\u{E863}") }
        #expect(throws: CellFault.privateUseCharacter) { try parser.parse("王\u{FFFD}") }
    }

    @Test("A broken credit code becomes the fault of its rule")
    func creditCode() throws {
        #expect(try CellParser<CreditCode>.creditCode.parse("91421321ma49k3c490").text == "91421321MA49K3C490")
        #expect(throws: CellFault.codeCheck) { try CellParser<CreditCode>.creditCode.parse("91412321MA49K3C490") }
        #expect(throws: CellFault.organisationCheck) {
            try CellParser<CreditCode>.creditCode.parse("91421321MA49K3C409")
        }
        #expect(throws: CellFault.codeLength(15)) { try CellParser<CreditCode>.creditCode.parse("421321750630451") }
        #expect(throws: CellFault.codeCharacter(position: 9)) {
            try CellParser<CreditCode>.creditCode.parse("91421321-A49K3C490")
        }
    }
}
