/// A notice or warning of the server that fails no statement.
///
/// It has the shape of an error: `description` is safe, message and detail are for the debug log.
public struct Notice: Sendable, CustomStringConvertible {
    public let report: ServerError
    public var description: String { "\(report.severity) \(report.sqlState.rawValue)" }
}
