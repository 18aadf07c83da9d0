import PQ
import SafetyCredit
import Testing

@Suite("Large files")
struct LargeFileTests {
    @Test("Of 100,000 rows the one bad row is found")
    func oneBadRow() throws {
        var text = "企业名称,统一社会信用代码,主体类别,报送单位,行业代码,企业类型,经营范围,注册地址,注册日期,法定代表人\n"
        for number in 0..<100_000 {
            let code = number == 76_543 ? "91421321MA49K3C409" : "91421321MA49K3C490"
            text += "随风矿业\(number)有限公司,\(code),生产经营单位,随县,B1019,有限责任公司,\"矿产品开采、加工；销售\",随县某镇\(number)号,2019-01-31,某\n"
        }
        let clock = ContinuousClock()
        try withScratchFile(Array(text.utf8)) { path in
            var table: Table?
            let readingTime = try clock.measure { table = try TableFile.read(path) }
            let start = clock.now
            let reading = try ImportFormat<SubjectLine>.read(try #require(table), today: CivilDate(iso: "2025-03-01")!)
            print("100,000 rows: table \(readingTime), lines \(clock.now - start)")
            #expect(reading.lines.count == 99_999)
            #expect(
                reading.rejects == [
                    Reject(rowNumber: 76_545, columnTitle: "统一社会信用代码", column: 2, fault: .organisationCheck)
                ])
        }
    }
}
