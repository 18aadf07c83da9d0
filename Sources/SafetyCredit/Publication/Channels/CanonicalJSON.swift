import FoundationEssentials

/// JSON in one spelling: sorted keys, absent values left out, slashes as they are.
enum CanonicalJSON {
    /// The JSON of a value whose encoding cannot fail: no floating point number, no user-written `encode`.
    static func encode(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else {
            preconditionFailure("a value of only strings, integers and dates has a JSON form")
        }
        return [UInt8](data)
    }

    /// The value, or nil when the bytes are not its JSON.
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
        try? JSONDecoder().decode(type, from: Data(bytes))
    }
}
