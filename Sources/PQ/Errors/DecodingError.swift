/// A value or a column of a result that does not fit the Swift type asked for.
public struct DecodingError: Error, Sendable, CustomStringConvertible {
    public enum Reason: Sendable, Equatable {
        /// The result has another number of columns.
        case columnCount(expected: Int, found: Int)
        /// The column has a type the Swift type does not take.
        case type(found: TypeOID)
        /// The column has another name than the row type says.
        case name(found: String)
        /// NULL, and the Swift type is not optional.
        case null
        /// The value's bytes are not such a value, or it does not fit.
        case value(DecodingFault)
        /// The row type read more columns than the result has.
        case exhausted
        /// Labels of an enumeration that only one side knows.
        case labels(onlyInDatabase: [String], onlyInSwift: [String])
    }

    public let reason: Reason
    /// One-based row of the result; nil when the columns themselves do not fit.
    public let row: Int?
    /// One-based column of the result.
    public let column: Int?
    public let columnName: String?
    /// The Swift type asked for.
    public let expected: String

    public var description: String {
        var place = ""
        if let row { place += "row \(row), " }
        if let column { place += "column \(column)" }
        if let columnName { place += " \"\(columnName)\"" }
        switch reason {
        case .columnCount(let expected, let found): return "the result has \(found) columns, \(expected) were expected"
        case .type(let found): return "\(place): \(found) cannot be read as \(expected)"
        case .name(let found): return "\(place): the result calls this column \"\(found)\""
        case .null: return "\(place): NULL cannot be read as \(expected)"
        case .value(let fault): return "\(place): \(fault) for \(expected)"
        case .exhausted: return "\(place): no such column for \(expected)"
        case .labels(let database, let swift):
            return "enumeration\(place): \(database) only in the database, \(swift) only in \(expected)"
        }
    }
}

/// What is wrong with the bytes of one value.
public enum DecodingFault: Error, Sendable, Equatable, CustomStringConvertible {
    case null
    case length
    case outOfRange
    case malformed
    case elementType(TypeOID)
    case dimensions
    case unknownCase

    public var description: String {
        switch self {
        case .null: "NULL"
        case .length: "wrong number of bytes"
        case .outOfRange: "value out of range"
        case .malformed: "malformed value"
        case .elementType(let oid): "array of \(oid)"
        case .dimensions: "array of several dimensions"
        case .unknownCase: "value is no case of the enumeration"
        }
    }
}
