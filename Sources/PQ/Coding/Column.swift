/// What a row type expects of one column.
public struct Column: Sendable {
    /// nil leaves the name unchecked.
    public let name: String?
    let type: any PQDecodable.Type

    public init<T: PQDecodable>(_ name: String?, _ type: T.Type) {
        self.name = name
        self.type = type
    }

    public init<T: PQDecodable>(_ type: T.Type) { self.init(nil, type) }
}
