/// What a row type expects of one column.
public struct Column: Sendable {
    /// nil leaves the name unchecked.
    public let name: String?
    let expected: String
    let accepts: @Sendable (TypeOID) -> Bool

    public init<T: PQDecodable>(_ name: String?, _ type: T.Type) {
        self.name = name
        self.expected = "\(T.self)"
        self.accepts = { T.accepts($0) }
    }

    public init<T: PQDecodable>(_ type: T.Type) { self.init(nil, type) }
}
