/// A row that writes its fields, in the order of the target's columns.
///
/// ```swift
/// extension Firm: CopyRow {
///     func encode(to encoder: inout CopyEncoder) {
///         encoder.write(id)
///         encoder.write(name)
///     }
/// }
/// ```
public protocol CopyRow {
    func encode(to encoder: inout CopyEncoder)
}
