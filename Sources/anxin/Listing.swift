import Foundation
import SafetyCredit

/// A table of results: columns with a key for machines and a title for people, and rows of values as text.
struct Listing {
    struct Column {
        let key: String
        let title: String
        /// Whether a machine reads the values as numbers.
        var isNumber = false
    }

    let columns: [Column]
    var rows: [[String?]] = []

    /// Writes the table in the form asked for, to the file asked for or to standard output.
    func write(_ options: OutputOptions, language: Language) throws {
        let bytes: [UInt8] =
            switch options.format {
            case .table: Array(text.utf8)
            case .json: Array((json + "\n").utf8)
            case .csv: CSVWriter.bytes(header: columns.map(\.title), rows: rows.map { $0.map { $0 ?? "" } })
            case .xlsx: try workbook()
            }
        if let output = options.output {
            try FileBytes.write(bytes, to: output)
        } else if options.format == .xlsx {
            throw CommandError.workbookNeedsFile
        } else {
            Console.write(bytes)
        }
    }

    /// Columns aligned as a terminal shows them: a Chinese character is two cells wide.
    private var text: String {
        let table = [columns.map(\.title)] + rows.map { $0.map { $0 ?? "" } }
        let widths = columns.indices.map { index in table.map { Self.width($0[index]) }.max() ?? 0 }
        return table.map { row in
            row.enumerated().map { index, value in
                index == row.count - 1 ? value : value + String(repeating: " ", count: widths[index] - Self.width(value))
            }.joined(separator: "  ") + "\n"
        }.joined()
    }

    private var json: String {
        JSONValue.object([
            "schema_version": 1,
            "rows": .array(
                rows.map { row in
                    .object(
                        Dictionary(
                            uniqueKeysWithValues: zip(columns, row).map { column, value in
                                (column.key, Self.value(value, isNumber: column.isNumber))
                            }))
                }),
        ]).canonicalText
    }

    private static func value(_ text: String?, isNumber: Bool) -> JSONValue {
        guard let text else { return .null }
        return isNumber ? Int64(text).map { .integer($0) } ?? .string(text) : .string(text)
    }

    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
