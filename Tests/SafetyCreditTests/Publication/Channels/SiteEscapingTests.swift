import FoundationEssentials
import Testing

@testable import SafetyCredit

@Suite struct SiteEscapingTests {
    static let hostile = [
        "<script>alert(1)</script>有限公司", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
        "</title></script><b>",
        "\"\u{301} onmouseover=\"\u{301}alert(1)", "\u{600}\"\u{301} autofocus onfocus=alert(1) x=\"",
        "甲\u{202E}司公限有乙", "=cmd|'/c calc'!A1", "{{{json}}} {{#rows}}", "\u{2028}\u{0}名称",
        String(repeating: "长", count: 5_000),
        "a & b &lt; c",
    ]

    @Test("A hostile name is shown as text on every page", arguments: hostile) func hostileNameShownAsTextOn(
        name: String
    ) async throws {
        let folder = try TemporaryFolder()
        let site = BureauSite(root: folder.path, settings: Sample.settings)
        var entry = Sample.entry(9, name: name)
        entry.measures = [name]
        entry.decisionNumber = name
        entry.basis = name
        entry.reportingUnitName = name
        let innocent = Sample.entry(9, name: "甲")
        #expect(try await site.deliver([Sample.publish(entry)], at: Sample.time)[0].isDone)
        let plain = try TemporaryFolder()
        _ = try await BureauSite(root: plain.path, settings: Sample.settings)
            .deliver([Sample.publish(innocent)], at: Sample.time)
        for page in ["entry/9.html", "index.html", "list-penalised.html"] {
            #expect(
                try Markup.shape(folder.text("current/" + page)) == Markup.shape(plain.text("current/" + page)),
                "\(page) has other markup than with a plain name")
        }
        #expect(try await site.readBack() == [ShownEntry(entryID: 9, version: 1, sha256: entry.sha256)])
    }

    @Test("Marks that turn or hide text become visible")
    func marksTurnOrHideTextBecome() {
        #expect(VisibleText.of("甲\u{202E}乙") == "甲\u{FFFD}乙")
        #expect(VisibleText.of("\"\u{301}") == "\"\u{FFFD}")
        #expect(VisibleText.of("éà 龘𠮷\u{301} a b") == "éà 龘𠮷\u{301} a b")
    }

    @Test("The list for spreadsheets runs no formula and rounds no number")
    func listForSpreadsheetsRunsNoFormula() async throws {
        let folder = try TemporaryFolder()
        var entry = Sample.entry(9, name: "=1+1")
        entry.creditCode = "914213030000000012"
        _ = try await BureauSite(root: folder.path, settings: Sample.settings)
            .deliver([Sample.publish(entry)], at: Sample.time)
        let csv = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/current/list.csv"))
        #expect(csv.starts(with: [0xEF, 0xBB, 0xBF]))
        let text = String(decoding: csv, as: UTF8.self)
        #expect(text.contains("\"\t=1+1\",\"\t914213030000000012\""))
        #expect(text.hasSuffix("\r\n"))
    }
}

/// The tags of a page with their attribute names, as a browser would see them: two pages of one template must agree.
enum Markup {
    static func shape(_ page: String) -> [String] {
        var tags: [String] = []
        var rest = Array(page.unicodeScalars)[...]
        while let start = rest.firstIndex(of: "<") {
            rest = rest[(start + 1)...]
            var quote: Unicode.Scalar?
            var tag = ""
            while let scalar = rest.popFirst() {
                if let open = quote {
                    if scalar == open { quote = nil }
                } else if scalar == "\"" || scalar == "'" {
                    quote = scalar
                } else if scalar == ">" {
                    break
                } else {
                    tag.unicodeScalars.append(scalar)
                }
            }
            tags.append(tag)
        }
        return tags.filter { !$0.hasPrefix("option") }
    }
}
