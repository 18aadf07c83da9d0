public import PQ

/// An empty file of one kind, to be filled in.
public struct ImportTemplate: Sendable {
    let titles: [String]
    let name: String

    /// Writes the titles as CSV when the path ends in `.csv`, else as a workbook whose cells keep codes and dates as text.
    ///
    /// **Throws** `WorkbookError`.
    public func write(to path: String, created: CivilDate) throws(WorkbookError) {
        if path.lowercased().hasSuffix(".csv") {
            var writer = CSVWriter(for: .spreadsheet)
            writer.row(titles)
            do throws(FileError) { try FileBytes.write(writer.bytes, to: path) } catch { throw .file(error) }
        } else {
            try workbook(created: created).write(to: path)
        }
    }

    /// How many rows stand ready to take text.
    private static var rowCount: Int { 500 }

    private func workbook(created: CivilDate) -> Workbook {
        let head = SheetRow(titles.map { .text($0, .header) })
        let blank = SheetRow(titles.map { _ in .text("", .body) })
        var sheet = Sheet(
            name: name, widths: titles.map { max(12, TextWidth.column(of: [$0])) },
            rows: [head] + Array(repeating: blank, count: Self.rowCount))
        sheet.frozenRows = 1
        return Workbook(title: name, created: created, sheets: [sheet])
    }
}

extension ImportFormat {
    /// The columns of the kind in their order; a required one is marked 必填, which counts for nothing when the file is read.
    public static var template: ImportTemplate {
        ImportTemplate(
            titles: Line.columns.map { $0.isRequired ? $0.title + "（必填）" : $0.title }, name: Line.kind.rawValue)
    }
}
