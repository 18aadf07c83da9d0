/// Which cell styles of a workbook show a number as a date.
struct CellStyles {
    private var isDate: [Bool] = []

    init() {}

    /// **Throws** what `XMLPart` throws.
    init(_ name: String, in archive: ZipArchive) throws(TableFileError) {
        let part = try XMLPart(name, in: archive)
        var custom: [Int: String] = [:]
        var insideFormats = false
        var insideCells = false
        while let node = try part.next() {
            guard node == .start || node == .end else { continue }
            if part.isNamed("numFmts") {
                insideFormats = node == .start && !part.isEmptyElement
            } else if part.isNamed("cellXfs") {
                insideCells = node == .start && !part.isEmptyElement
            } else if node == .start, insideFormats, part.isNamed("numFmt") {
                guard let id = part.attribute("numFmtId").flatMap({ Int($0) }) else { continue }
                custom[id] = part.attribute("formatCode") ?? ""
            } else if node == .start, insideCells, part.isNamed("xf") {
                let id = part.attribute("numFmtId").flatMap { Int($0) } ?? 0
                isDate.append(custom[id].map(Self.showsDate) ?? Self.builtInShowsDate(id))
            }
        }
    }

    func showsDate(style: Int) -> Bool { isDate.indices.contains(style) && isDate[style] }

    /// **Source** ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are the dates of Chinese, Japanese and Korean versions.
    static func builtInShowsDate(_ id: Int) -> Bool {
        switch id {
        case 14...22, 27...36, 45...47, 50...58: true
        default: false
        }
    }

    /// Whether a format code holds a part of a date or time outside quotes, escapes and brackets.
    static func showsDate(_ code: String) -> Bool {
        var scalars = code.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            switch scalar {
            case "\"": while let next = scalars.next(), next != "\"" {}
            case "\\", "_", "*": _ = scalars.next()
            case "[":
                var inner = ""
                while let next = scalars.next(), next != "]" { inner.unicodeScalars.append(next) }
                if ["h", "hh", "m", "mm", "s", "ss"].contains(inner.lowercased()) { return true }
            case ";": return false
            case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S": return true
            default: continue
            }
        }
        return false
    }
}
