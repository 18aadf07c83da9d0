/// A struct that one row of a result is read into, declared next to its SQL.
///
/// ```swift
/// struct Firm: Row {
///     let id: Int64
///     let name: String
///     static let columns = [Column("subject_id", Int64.self), Column("name", String.self)]
///     init(decoding row: inout RowDecoder) throws(PQError) {
///         id = try row.next()
///         name = try row.next()
///     }
/// }
/// ```
public protocol Row: Sendable {
    /// Names and types, in the order read; checked once per result.
    static var columns: [Column] { get }
    init(decoding row: inout RowDecoder) throws(PQError)
}
