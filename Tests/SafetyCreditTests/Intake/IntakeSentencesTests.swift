import SafetyCredit
import Testing

@Suite("Sentences about files")
struct IntakeSentencesTests {
    @Test(
        "A sentence names row, column and rule in both languages",
        arguments: [
            (
                TableFileError.unterminatedQuote(row: 3, column: 28), "第 3 行 AB 列的引号没有结束，文件可能不完整。",
                "The quote in row 3, column AB never closes; the file may be cut off."
            ),
            (
                .undecodable(.gb18030, offset: 13, line: 2), "第 2 行（第 13 字节处）不是有效的 GB18030 编码。",
                "Line 2 (byte 13) is not valid GB18030."
            ),
            (
                .duplicateTitle("甲", columns: [1, 3]), "列名“甲”在 A、C 列重复。", "The title “甲” stands in columns A, C."
            ),
        ])
    func table(error: TableFileError, chinese: String, english: String) {
        #expect(error.sentence(in: .chinese) == chinese)
        #expect(error.sentence(in: .english) == english)
        #expect(error.exitStatus == .inputRejected)
    }

    @Test("A header that does not fit is told in full, with a suggestion")
    func header() throws {
        let error = #expect(throws: ImportFileError.self) {
            try readLine([("企业名称", "甲"), ("统一社会信用号", "1")], as: SubjectLine.self)
        }
        #expect(
            error?.sentence(in: .chinese) == "缺少必需的列：统一社会信用代码。B 列的列名“统一社会信用号”无法识别，是否为“统一社会信用代码”？")
        #expect(
            error?.sentence(in: .english) == "Required columns are missing: 统一社会信用代码. "
                + "Column B, “统一社会信用号”, is unknown; is it “统一社会信用代码”?")
    }

    @Test("A missing file ends with the status for it")
    func status() {
        #expect(ImportFileError.table(.file(.missing(path: "x"))).exitStatus == .noInput)
        #expect(ImportFileError.table(.headerOnly).exitStatus == .inputRejected)
    }
}
