/// The texts that the cells of a workbook share.
enum SharedStrings {
    /// **Throws** what `XMLPart` throws.
    static func read(_ name: String, in archive: ZipArchive) throws(TableFileError) -> [String] {
        let part = try XMLPart(name, in: archive)
        var texts: [String] = []
        var collector = RichText()
        while let node = try part.next() {
            if node == .start, part.isNamed("si") {
                collector = RichText()
                if part.isEmptyElement { texts.append("") }
            } else if node == .end, part.isNamed("si") {
                texts.append(collector.text)
            } else {
                collector.take(node, of: part)
            }
        }
        return texts
    }
}

/// Collects the text of a `si` or `is` element: its runs joined, its phonetic guides left out.
struct RichText {
    private(set) var collected = ""
    private var insideText = false
    private var insidePhonetic = false

    mutating func take(_ node: XMLPart.Node, of part: XMLPart) {
        switch node {
        case .start:
            if part.isEmptyElement { return }
            if part.isNamed("t") { insideText = true } else if part.isNamed("rPh") { insidePhonetic = true }
        case .end:
            if part.isNamed("t") { insideText = false } else if part.isNamed("rPh") { insidePhonetic = false }
        case .text:
            if insideText, !insidePhonetic { collected += part.text }
        case .other: break
        }
    }

    /// The text with the escapes of OOXML (`_x000D_` for a carriage return) undone.
    var text: String { collected.utf8.contains(UInt8(ascii: "_")) ? Self.unescape(collected) : collected }

    private static func unescape(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "_") {
            result += rest[..<start]
            let escape = rest[start...].prefix(7)
            if escape.count == 7, escape.hasPrefix("_x"), escape.hasSuffix("_"),
                let value = UInt32(escape.dropFirst(2).dropLast(), radix: 16), let scalar = Unicode.Scalar(value)
            {
                result.unicodeScalars.append(scalar)
                rest = rest[escape.endIndex...]
            } else {
                result += "_"
                rest = rest[rest.index(after: start)...]
            }
        }
        return result + rest
    }
}
