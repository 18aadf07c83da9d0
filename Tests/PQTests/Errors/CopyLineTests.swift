import Testing

@testable import PQ

@Suite struct CopyLineTests {
    /// As PostgreSQL 15 says it in the languages it speaks.
    @Test(arguments: [
        ("COPY firm, line 3", 3), ("COPY firm2, line 12, column c4: \"x, 5\"", 12),
        ("COPY firm, line 1235, column id: \"7\"", 1_235), ("COPY 企业, 第 3 行", 3),
        ("COPY 企业2, 第 31 行, 列 编号7: \"第 9 行\"", 31), ("COPY firm, Zeile 8, Spalte id: »x«", 8),
        ("COPY firm, ligne 8, colonne id : « x »", 8), ("COPY firm, строка 8: \"1\"", 8),
        ("PL/pgSQL function check_firm() line 4 at RAISE\nCOPY firm, line 2", 2),
        ("COPY firm, line 5, column name: \"a\nCOPY firm, line 9\"", 5),
    ])
    func theLineIsReadInEveryLanguage(context: String, line: Int) {
        #expect(ServerError.copyLine(in: context) == line)
    }

    @Test(arguments: ["", "COPY firm", "PL/pgSQL function f() line 4 at RAISE", "COPY firm, line 99999999999999999999"])
    func noLineIsInvented(context: String) { #expect(ServerError.copyLine(in: context) == nil) }
}
