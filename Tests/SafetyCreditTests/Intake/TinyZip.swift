/// Builds a zip archive of stored entries, with nothing but what a test needs to spoil it.
enum TinyZip {
    static func make(_ parts: [(name: String, text: String)]) -> [UInt8] {
        var body: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let name = Array(part.name.utf8)
            let data = Array(part.text.utf8)
            let common =
                little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
                + little(crc32(data), 4)
                + little(UInt32(data.count), 4) + little(UInt32(data.count), 4) + little(UInt32(name.count), 2)
                + little(0, 2)
            directory += [0x50, 0x4B, 0x01, 0x02] + little(20, 2) + common + [UInt8](repeating: 0, count: 10)
            directory += little(UInt32(body.count), 4) + name
            body += [0x50, 0x4B, 0x03, 0x04] + common + name + data
        }
        let count = little(UInt32(parts.count), 2)
        let end = [0x50, 0x4B, 0x05, 0x06] + little(0, 4) + count + count + little(UInt32(directory.count), 4)
        return body + directory + end + little(UInt32(body.count), 4) + little(0, 2)
    }

    private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var register: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            register ^= UInt32(byte)
            for _ in 0..<8 { register = register & 1 == 1 ? register >> 1 ^ 0xEDB8_8320 : register >> 1 }
        }
        return ~register
    }
}

/// A workbook of hand-written XML.
struct TinyWorkbook {
    /// Name, state and the XML inside `<worksheet>` of each sheet.
    var sheets: [(name: String, state: String, xml: String)] = []
    var sharedStrings: String?
    var styles: String?
    var date1904 = false
    var strict = false

    /// One visible sheet with these rows inside `<sheetData>` and anything behind it.
    init(rows: String, behind: String = "") {
        sheets = [("表1", "visible", "<sheetData>\(rows)</sheetData>\(behind)")]
    }

    var bytes: [UInt8] { TinyZip.make(parts) }

    var parts: [(name: String, text: String)] {
        let main =
            strict
            ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
            : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office =
            strict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        var links = sheets.indices.map {
            "<Relationship Id=\"rId\($0)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
        }
        if sharedStrings != nil {
            links.append("<Relationship Id=\"s\" Type=\"\(office)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>")
        }
        if styles != nil { links.append("<Relationship Id=\"y\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>") }
        let tabs = sheets.enumerated().map {
            "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" state=\"\($1.state)\" r:id=\"rId\($0)\"/>"
        }
        var parts: [(name: String, text: String)] = [
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(package)\"><Relationship Id=\"w\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr date1904=\"\(date1904 ? 1 : 0)\"/><sheets>\(tabs.joined())</sheets></workbook>"
            ),
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"\(package)\">\(links.joined())</Relationships>"),
        ]
        for (index, sheet) in sheets.enumerated() {
            parts.append(("xl/worksheets/sheet\(index).xml", "<worksheet xmlns=\"\(main)\">\(sheet.xml)</worksheet>"))
        }
        if let sharedStrings { parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(sharedStrings)</sst>")) }
        if let styles { parts.append(("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>")) }
        return parts
    }

    /// A cell with text of its own.
    static func text(_ reference: String, _ text: String) -> String {
        "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }

    /// A header row of two titles in row 1.
    static let header = "<row r=\"1\">\(text("A1", "企业名称"))\(text("B1", "信用代码"))</row>"
}
