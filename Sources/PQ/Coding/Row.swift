/// A struct that one row of a result is read into, declared next to its SQL.
///
/// ```swift
/// struct Firm {
///     let id: Int64
///     let name: String
/// }
///
/// extension Firm: Row {
///     static let columns = [Column("subject_id", Int64.self), Column("name", String.self)]
///     init(decoding row: inout RowDecoder) throws(PQError) {
///         self.init(id: try row.next(), name: try row.next())
///     }
/// }
/// ```
/// The memberwise initialiser is also the fastest way: one that assigns property after property, any of which may
/// throw, copies the whole struct once more (7 % of the time of reading a million rows of eight columns).
public protocol Row: Sendable {
    /// Names and types, in the order read; checked once per result.
    static var columns: [Column] { get }
    /// Reads the columns in the order declared; reading one as another type stops a debug build.
    init(decoding row: inout RowDecoder) throws(PQError)
}
