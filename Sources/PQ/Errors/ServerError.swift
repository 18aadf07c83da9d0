import CLibPQ

/// What the server reported about a failed statement.
///
/// Printed, it is safe to show and to log: the SQLSTATE, a fixed phrase and the names of schema objects.
/// Message, detail, hint and SQL may hold data of people; they appear in `details` only.
public struct ServerError: Error, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    public let sqlState: SQLState
    public let severity: String
    public let schema: String?
    public let table: String?
    public let column: String?
    public let datatype: String?
    public let constraint: String?
    /// One-based character position in the SQL text.
    public let position: Int?
    /// The server's function that raised the error.
    public let routine: String?
    /// For the debug log alone.
    public let message: String
    /// For the debug log alone.
    public let detail: String?
    /// For the debug log alone.
    public let hint: String?
    /// For the debug log alone.
    public let context: String?
    var sql: String?

    public var description: String {
        var text = "\(sqlState.rawValue): \(sqlState.phrase)"
        var names: [String] = []
        if let constraint { names.append("constraint \(constraint)") }
        if let table { names.append("table \(schema.map { $0 + "." } ?? "")\(table)") }
        if let column { names.append("column \(column)") }
        if let datatype { names.append("type \(datatype)") }
        if !names.isEmpty { text += " (\(names.joined(separator: ", ")))" }
        return text
    }

    /// What an array, an optional or an enclosing error prints: as safe as `description`.
    public var debugDescription: String { description }

    /// For the debug log alone: everything the server said, and the SQL.
    public var details: String {
        var lines = ["\(severity) \(description)", "message: \(message)"]
        if let detail { lines.append("detail: \(detail)") }
        if let hint { lines.append("hint: \(hint)") }
        if let context { lines.append("context: \(context)") }
        if let sql { lines.append("sql: \(marked(sql))") }
        return lines.joined(separator: "\n")
    }

    /// The SQL with `⟨here⟩` where the server saw the mistake.
    private func marked(_ sql: String) -> String {
        guard let position, position >= 1, position - 1 <= sql.unicodeScalars.count else { return sql }
        let scalars = sql.unicodeScalars
        let at = scalars.index(scalars.startIndex, offsetBy: position - 1)
        return "\(sql[..<at])⟨here⟩\(sql[at...])"
    }
}

extension ServerError {
    init(result: OpaquePointer, sql: String?) {
        func field(_ code: Int32) -> String? { PQresultErrorField(result, code).map { String(cString: $0) } }
        sqlState = SQLState(rawValue: field(pq_diag_sqlstate) ?? "XX000")
        severity = field(pq_diag_severity) ?? "ERROR"
        schema = field(pq_diag_schema)
        table = field(pq_diag_table)
        column = field(pq_diag_column)
        datatype = field(pq_diag_datatype)
        constraint = field(pq_diag_constraint)
        position = field(pq_diag_position).flatMap { Int($0) }
        routine = field(pq_diag_function)
        message = field(pq_diag_message) ?? ""
        detail = field(pq_diag_detail)
        hint = field(pq_diag_hint)
        context = field(pq_diag_context)
        self.sql = sql
    }

    var copyLine: Int? { context.flatMap { Self.copyLine(in: $0) } }

    /// The line number in the context of a failed COPY: "COPY t, line N[, column c: …]" in the server's language.
    ///
    /// Every translation that begins so has the line's number next. Japanese and Korean begin with the table: nil.
    static func copyLine(in context: String) -> Int? {
        let lines = context.utf8.split(separator: UInt8(ascii: "\n"))
        guard let line = lines.first(where: { $0.starts(with: "COPY ".utf8) }),
            let comma = line.firstIndex(of: UInt8(ascii: ","))
        else { return nil }
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        return Int(String(Substring(line[comma...].drop { !isDigit($0) }.prefix(while: isDigit))))
    }
}
