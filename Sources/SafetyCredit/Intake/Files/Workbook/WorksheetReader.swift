/// Reads the rows of one worksheet.
struct WorksheetReader {
    let sharedStrings: [String]
    let styles: CellStyles
    let usesDateSystem1904: Bool
    let limits: TableLimits

    /// Array formulas over several cells that a sheet may hold: each is compared with every cell.
    private static let arrayLimit = 1_000

    struct Sheet {
        var rows: [TableRow] = []
        /// Merged areas, as written (`B5:B6`).
        var merges: [String] = []
    }

    /// **Throws** what `XMLPart` throws; `tooManyRows`, `tooManyColumns`.
    func read(_ name: String, in archive: ZipArchive) throws(TableFileError) -> Sheet {
        let part = try XMLPart(name, in: archive)
        var sheet = Sheet()
        var arrays: [CellArea] = []
        var row = TableRow(number: 0, cells: [])
        while let node = try part.next() {
            if node == .start, part.isNamed("row") {
                let number = part.attribute("r").flatMap { Int($0) } ?? row.number + 1
                guard number > row.number else { throw .brokenPart(name) }
                row = TableRow(number: number, cells: [])
            } else if node == .start, part.isNamed("c") {
                try readCell(from: part, name: name, into: &row, arrays: &arrays)
            } else if node == .end, part.isNamed("row") {
                try finish(row, in: &sheet)
            } else if node == .start, part.isNamed("mergeCell") {
                if let area = part.attribute("ref") { sheet.merges.append(area) }
            }
        }
        if !arrays.isEmpty { Self.mark(arrays, in: &sheet.rows) }
        return sheet
    }

    private func finish(_ row: TableRow, in sheet: inout Sheet) throws(TableFileError) {
        guard !row.cells.allSatisfy(\.isBlank) else { return }
        guard sheet.rows.count < limits.rows else { throw .tooManyRows(limit: limits.rows) }
        sheet.rows.append(row)
    }

    private func readCell(
        from part: XMLPart, name: String, into row: inout TableRow, arrays: inout [CellArea]
    ) throws(TableFileError) {
        var column = row.cells.count + 1
        var draft = CellDraft()
        part.forEachAttribute { part in
            if part.isNamed("r") {
                column = CellReference(part.text)?.column ?? column
            } else if part.isNamed("t") {
                draft.type = part.text
            } else if part.isNamed("s") {
                draft.style = Int(part.text) ?? 0
            }
        }
        if part.isEmptyElement { return }
        while let node = try part.next() {
            if node == .end, part.isNamed("c") { break }
            if node == .start, part.isNamed("f"), let area = part.attribute("ref"), let type = part.attribute("t"),
                type == "array" || type == "dataTable", let cells = CellArea(area)
            {
                if cells.first != cells.last { arrays.append(cells) }
                guard arrays.count <= Self.arrayLimit else { throw .brokenPart(name) }
            }
            draft.take(node, of: part)
        }
        guard let cell = cell(from: draft) else { throw .brokenPart(name) }
        if cell == .text("") { return }
        guard column > row.cells.count else { throw .brokenPart(name) }
        guard column <= limits.columns else { throw .tooManyColumns(row: row.number, limit: limits.columns) }
        while row.cells.count < column - 1 { row.cells.append(.text("")) }
        row.cells.append(cell)
    }

    /// The cell, or nil when it points to a shared text that does not exist.
    private func cell(from draft: CellDraft) -> Cell? {
        if draft.hasFormula { return .damaged(.formula, shown: "=" + draft.formula) }
        switch draft.type {
        case "s":
            guard let index = Int(draft.value), sharedStrings.indices.contains(index) else { return nil }
            return .text(sharedStrings[index])
        case "inlineStr": return .text(draft.inline.text)
        case "str": return .text(draft.value)
        case "b": return .text(draft.value == "1" || draft.value == "true" ? "TRUE" : "FALSE")
        case "e": return .damaged(.errorValue, shown: draft.value)
        case "d": return .text(Self.plainDate(draft.value))
        default:
            if draft.value.isEmpty { return .text("") }
            return styles.showsDate(style: draft.style)
                ? ExcelNumber.dateCell(draft.value, system1904: usesDateSystem1904) : ExcelNumber.cell(draft.value)
        }
    }

    /// `2025-02-28T00:00:00` without its midnight.
    private static func plainDate(_ value: String) -> String {
        let parts = value.split(separator: "T", maxSplits: 1)
        guard parts.count == 2 else { return value }
        let midnight = parts[1].utf8.allSatisfy { [0x30, 0x3A, 0x2E].contains($0) }
        return midnight ? String(parts[0]) : parts.joined(separator: " ")
    }

    /// Only the first cell of an array formula holds the formula; the others hold its results.
    private static func mark(_ areas: [CellArea], in rows: inout [TableRow]) {
        for row in rows.indices {
            for column in rows[row].cells.indices
            where areas.contains(where: { $0.contains(column: column + 1, row: rows[row].number) }) {
                guard case .text(let text) = rows[row].cells[column], !text.isEmpty else { continue }
                rows[row].cells[column] = .damaged(.formula, shown: "=")
            }
        }
    }
}

/// A cell while its elements are read.
struct CellDraft {
    var type = ""
    var style = 0
    private(set) var value = ""
    private(set) var formula = ""
    private(set) var hasFormula = false
    private(set) var inline = RichText()
    private var inside = Element.none

    private enum Element { case none, value, formula }

    mutating func take(_ node: XMLPart.Node, of part: XMLPart) {
        switch node {
        case .start:
            if part.isNamed("f") {
                hasFormula = true
                inside = part.isEmptyElement ? .none : .formula
            } else if part.isNamed("v"), !part.isEmptyElement {
                inside = .value
            }
        case .end:
            if part.isNamed("f") || part.isNamed("v") { inside = .none }
        case .text:
            if inside == .value { value += part.text } else if inside == .formula { formula += part.text }
        case .other: break
        }
        if type == "inlineStr" { inline.take(node, of: part) }
    }
}
