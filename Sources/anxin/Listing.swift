import PQ
import SafetyCredit

/// A table of results: columns with a key for machines and a title for people, and rows of values as text.
struct Listing {
    struct Column {
        let key: String
        let title: String
        /// Whether a machine reads the values as numbers.
        var isNumber = false
        /// What people read instead of the codes that machines read.
        var names: [String: String] = [:]

        func text(_ value: String?) -> String { value.map { names[$0] ?? $0 } ?? "" }
    }

    let columns: [Column]
    var rows: [[String?]] = []

    /// Writes the table in the form asked for, to the file asked for or to standard output.
    ///
    /// - Parameter created: the day noted in a workbook.
    func write(_ options: OutputOptions, created: CivilDate) throws {
        try write(as: options.format, to: options.output, created: created)
    }

    func write(as format: OutputFormat, to output: String?, created: CivilDate) throws {
        let bytes: [UInt8] =
            switch format {
            case .table: Array(text.utf8)
            case .json: Array((json + "\n").utf8)
            case .csv: csv
            case .xlsx: []
            }
        switch (format, output) {
        case (.xlsx, nil): throw CommandError.workbookNeedsFile
        case (.xlsx, let output?): try workbook(created: created).write(to: output)
        case (_, let output): try Console.print(bytes, to: output)
        }
    }

    private var csv: [UInt8] {
        var writer = CSVWriter(for: .spreadsheet)
        writer.row(columns.map(\.title))
        for row in texts { writer.row(row) }
        return writer.bytes
    }

    private func workbook(created: CivilDate) -> Workbook {
        Workbook(title: "anxin", created: created, sheets: [sheet(named: "Sheet1")])
    }

    func sheet(named name: String) -> Sheet {
        let texts = texts
        let head = SheetRow(columns.map { .text($0.title, .header) })
        let body = texts.map { row in SheetRow(row.map { .text($0, .body) }) }
        let widths = columns.indices.map { index in
            TextWidth.column(of: [columns[index].title] + texts.prefix(200).map { $0[index] })
        }
        var sheet = Sheet(name: name, widths: widths, rows: [head] + body)
        sheet.frozenRows = 1
        return sheet
    }

    /// The values as people read them.
    private var texts: [[String]] { rows.map { row in zip(columns, row).map { $0.text($1) } } }

    /// Columns aligned as a terminal shows them: a Chinese character is two cells wide.
    var text: String {
        let table = [columns.map(\.title)] + texts
        let widths = columns.indices.map { index in table.map { TextWidth.of($0[index]) }.max() ?? 0 }
        return table.map { row in
            row.enumerated().map { index, value in
                index == row.count - 1
                    ? value : value + String(repeating: " ", count: widths[index] - TextWidth.of(value))
            }.joined(separator: "  ") + "\n"
        }.joined()
    }

    private var json: String { JSONValue.object(["schema_version": 1, "rows": rowsJSON]).canonicalText }

    /// The rows as objects by the columns' keys.
    var rowsJSON: JSONValue {
        .array(
            rows.map { row in
                .object(
                    Dictionary(
                        uniqueKeysWithValues: zip(columns, row).map { column, value in
                            (column.key, Self.value(value, isNumber: column.isNumber))
                        }))
            })
    }

    private static func value(_ text: String?, isNumber: Bool) -> JSONValue {
        guard let text else { return .null }
        return isNumber ? Int64(text).map { .integer($0) } ?? .string(text) : .string(text)
    }
}
