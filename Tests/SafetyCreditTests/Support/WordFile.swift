@testable import SafetyCredit

/// What a .docx file holds, read with a parser that takes nothing but well-formed XML.
struct WordFile {
    static let parts = [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/_rels/document.xml.rels",
        "word/styles.xml", "word/settings.xml", "word/fontTable.xml", "word/footer1.xml", "word/footer2.xml",
    ]

    /// The text of each paragraph of the document.
    private(set) var paragraphs: [String] = []
    /// The elements of every part, in order.
    private(set) var elementCount = 0

    /// - Throws: `TableFileError` when the archive is broken, a part is missing or is not well-formed.
    init(_ bytes: [UInt8]) throws {
        let archive = try ZipArchive(bytes, unpackedLimit: 10_000_000)
        for name in Self.parts {
            let part = try XMLPart(name, in: archive)
            while let node = try part.next() {
                if case .start = node {
                    elementCount += 1
                    if name == "word/document.xml", part.isNamed("p") { paragraphs.append("") }
                } else if case .text = node, name == "word/document.xml", !paragraphs.isEmpty {
                    paragraphs[paragraphs.count - 1] += part.text
                }
            }
        }
    }
}
