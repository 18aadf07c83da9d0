public import PQ

/// Gives rows back to the officer who sent them: the same columns in the same kind of file, with the reasons behind each row.
public enum RejectFile {
    /// Writes the rows of `table` that have rejects.
    ///
    /// **Shape** the header of the table and 错误原因, which is refreshed where the file already has it; then each bad row as it
    /// was, in the order of the file. Several reasons of a row are joined with a semicolon. In a workbook the cells at fault are
    /// coloured. What would be run as a formula or lose digits is kept as text.
    /// **Throws** `WorkbookError`; no file is left behind.
    public static func write(
        _ rejects: [Reject], of table: Table, to path: String, language: Language, created: CivilDate
    ) throws(WorkbookError) {
        let sheet = RejectSheet(rejects: rejects, table: table, language: language)
        switch table.source.kind {
        case .csv:
            var writer = CSVWriter(for: .spreadsheet)
            writer.row(sheet.header)
            for row in sheet.rows { writer.row(row.texts) }
            do throws(FileError) { try FileBytes.write(writer.bytes, to: path) } catch { throw .file(error) }
        case .xlsx:
            try sheet.workbook(named: table.source.sheet ?? "", created: created).write(to: path)
        }
    }
}

/// The rows to give back, before they are written in one kind of file or the other.
private struct RejectSheet {
    struct Row {
        var texts: [String]
        /// Counted from 0.
        var faultyColumns: Set<Int>
    }

    let header: [String]
    let reasonColumn: Int
    let rows: [Row]

    init(rejects: [Reject], table: Table, language: Language) {
        let wanted = HeaderTitle.normalise(rejectReasonTitle)
        let existing = table.header.firstIndex { HeaderTitle.normalise($0) == wanted }
        let reasonColumn = existing ?? table.header.count
        self.reasonColumn = reasonColumn
        header = existing == nil ? table.header + [rejectReasonTitle] : table.header

        let byRow = Dictionary(grouping: rejects, by: \.rowNumber)
        rows = table.rows.compactMap { row in
            guard let own = byRow[row.number] else { return nil }
            var texts = row.cells.map(\.shown)
            if existing == nil { texts.append("") }
            texts[reasonColumn] = own.map { $0.sentence(in: language) }.joined(separator: language.choose("；", "; "))
            return Row(texts: texts, faultyColumns: Set(own.compactMap { $0.column.map { $0 - 1 } }))
        }
    }

    func workbook(named name: String, created: CivilDate) -> Workbook {
        let head = SheetRow(header.map { .text($0, .header) })
        let body = rows.map { row in
            SheetRow(
                row.texts.enumerated().map { column, text in
                    let style: SheetStyle =
                        column == reasonColumn ? .wrapped : row.faultyColumns.contains(column) ? .fault : .body
                    // A blank cell keeps text as text too: a code is often just what was missing.
                    return .text(text, style)
                })
        }
        let widths = header.indices.map { column in
            column == reasonColumn
                ? 60 : TextWidth.column(of: [header[column]] + rows.prefix(200).map { $0.texts[column] })
        }
        var sheet = Sheet(name: name, widths: widths, rows: [head] + body)
        sheet.frozenRows = 1
        var print = PrintSetup()
        print.isLandscape = true
        print.repeatedRows = 0...0
        sheet.print = print
        return Workbook(title: rejectReasonTitle, created: created, sheets: [sheet])
    }
}
