import Foundation
import PQ
import Testing

@testable import SafetyCredit

@Suite("A document's template") struct DocumentTemplateTests {
    @Test("Makes the bytes of every document ever issued with it", arguments: DocumentFixture.all)
    func sameBytes(_ issued: DocumentFixture) throws {
        let file = try issued.file()
        #expect(
            SHA256.hex(of: file.word) == issued.wordDigest,
            "a template or the layout was changed: add a version beside it instead")
        #expect(SHA256.hex(of: file.printView) == issued.printDigest)
    }

    @Test("Stands here in every version with a document issued with it, versions without a gap")
    func versions() {
        let known = DocumentTemplate.all.map { "\($0.kind.rawValue) \($0.version)" }
        #expect(known.count == Set(known).count)
        #expect(Set(known) == Set(DocumentFixture.all.map(\.description)))
        for kind in DocumentKind.allCases {
            let versions = DocumentTemplate.all.filter { $0.kind == kind }.map(\.version).sorted()
            #expect(versions == Array(1...Int16(max(1, versions.count))))
        }
    }

    @Test("A version that this program lacks is named")
    func unknownVersion() throws {
        let error = #expect(throws: DocumentError.self) {
            try DocumentFile(.priorNotice, version: 99, [:], datedOn: CivilDate(iso: "2024-03-05")!)
        }
        #expect(error?.sentence(in: .chinese).contains("99") == true)
    }

    static let hostile = [
        "<w:p>有限公司</w:p>", "甲&乙&amp;丙", "]]><script>alert(1)</script>", "\"引号\"'单引号'",
        "{{agency_name}}{{{dated_on}}}{{#persons}}",
        "{{/agency_name}}{{=<% %>=}}", "a\u{0}b\u{1}\u{8}\u{B}\u{C}\u{1F}\u{7F}c", "😀公司👩‍👩‍👧", "𠮷野家𪚥有限公司",
        "\"\u{301}<\u{301}b onload=x>",
        "甲\u{202E}司公限有乙", "首行\nh 二、伪造的标题\nsign 假机关\ndate 2099年1月1日", "\u{2028}p 伪造的段落", "\u{FFFE}\u{FFFF}名称",
        "\t制表\r\n换行",
        String(repeating: "很长的名称", count: 200),
    ]

    /// Every text of the data that is not a date, in lists too, replaced.
    private static func replaced(_ data: [String: JSONValue], by text: String) -> [String: JSONValue] {
        data.reduce(into: [:]) { changed, member in
            changed[member.key] =
                switch member.value {
                case .string where member.key.hasSuffix("_on"): member.value
                case .string: .string(text)
                case .array(let elements):
                    .array(elements.map { .object(replaced($0.members ?? [:], by: text)) })
                default: member.value
                }
        }
    }

    @Test("Shows hostile values as text: the file stays whole, with the blocks of an innocent one", arguments: hostile)
    func escaping(_ text: String) throws {
        for issued in DocumentFixture.all {
            let hostile = try issued.file { Self.replaced($0, by: text) }
            // A value with line feeds may make paragraphs, never another block.
            let lines = text.replacing("\r\n", with: "\n").split(separator: "\n").count
            let innocent = try issued.file {
                Self.replaced($0, by: "名" + String(repeating: "\n名", count: lines - 1))
            }
            let (read, plain) = (try WordFile(hostile.word), try WordFile(innocent.word))
            #expect(read.paragraphs.count == plain.paragraphs.count, "\(issued)")
            #expect(read.elementCount == plain.elementCount)
            #expect(Self.shape(hostile) == Self.shape(innocent))
            let isShownWhole = !VisibleText.of(text).escapedForMarkup.contains("\u{FFFD}")
            if isShownWhole, lines == 1 { #expect(read.paragraphs.contains { $0.contains(text) }, "\(issued)") }
        }
    }

    private static func shape(_ file: DocumentFile) -> [String] {
        Markup.shape(String(decoding: file.printView, as: UTF8.self))
    }

    /// What need not be known; a template has a section around each.
    private static let optional: Set<String> = [
        "contact", "address", "registered_address", "illegal_act", "penalty_text", "credit_code", "defence_answer",
        "period_basis", "last_day_on", "masked_number",
    ]

    @Test("Leaves out what is not known, and leaves no hole", arguments: DocumentFixture.all)
    func emptyFields(_ issued: DocumentFixture) throws {
        for data in [issued.data, issued.data.filter { !Self.optional.contains($0.key) }] {
            for paragraph in try WordFile(issued.file { _ in data }.word).paragraphs {
                for hole in ["（）", "“”", "：。", "，，", "。。", "；。", "{{", "}}"] {
                    #expect(!paragraph.contains(hole), "\(issued): \(paragraph)")
                }
                #expect(!paragraph.isEmpty)
            }
        }
    }

    @Test("Asks for nothing that the data of its kind does not hold", arguments: DocumentFixture.all)
    func complete(_ issued: DocumentFixture) throws {
        let lists = issued.data.values.flatMap { value in
            if case .array(let elements) = value {
                elements.flatMap { Array($0.members?.keys ?? [:].keys) }
            } else {
                [String]()
            }
        }
        let known = Set(issued.data.keys).union(lists).union(Self.optional)
        let asked = try DocumentTemplate.find(issued.kind, version: issued.version).body
            .matches(of: /\{\{[#^]?([a-z_]+)\}\}/).map { String($0.1) }
        // A section that is absent because its matter is of the other kind.
        let flags: Set = ["is_objection", "is_serious", "is_keep", "is_change", "is_delete"]
        let otherMatter = issued.data["is_objection"] == .bool(false) ? ["record_number", "statement"] : []
        #expect(Set(asked).subtracting(known).subtracting(flags).subtracting(otherMatter) == [])
        #expect(asked.count > 5)
    }
}
