/// Where a COPY writes and in which format.
public struct CopyTarget: Sendable {
    /// Binary is fastest and takes values only of exactly the column's type (`Int` needs `bigint`, `String` any
    /// text or enumeration); text takes whatever the column's input function reads.
    public enum Format: Sendable { case binary, text }

    public let sql: String
    public let format: Format

    /// Table and columns by name; every name is quoted.
    public init(schema: String? = nil, table: String, columns: [String], format: Format = .binary) {
        let names = columns.map(\.quotedAsIdentifier).joined(separator: ", ")
        let place = (schema.map { $0.quotedAsIdentifier + "." } ?? "") + table.quotedAsIdentifier
        self.init(
            sql: "copy \(place) (\(names)) from stdin\(format == .binary ? " (format binary)" : "")", format: format)
    }

    /// A complete `copy … from stdin` whose options fit the format.
    public init(sql: String, format: Format) {
        self.sql = sql
        self.format = format
    }
}
