import FoundationEssentials

/// A Codable value in a `json` or `jsonb` column.
///
/// Keys are written in order, so that equal values give equal text.
public struct JSON<Value: Codable & Sendable>: Sendable {
    public var value: Value
    public init(_ value: Value) { self.value = value }
}

extension JSON: Equatable where Value: Equatable {}
extension JSON: Hashable where Value: Hashable {}

extension JSON: PQArrayEncodable, PQArrayDecodable, PQEncodable, PQDecodable {
    public static var bindType: TypeOID { .inferred }
    public static var elementType: TypeOID { .jsonb }
    public static var bindFormat: ValueFormat { .text }
    public static func accepts(_ type: TypeOID) -> Bool { JSONText.accepts(type) }

    public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault) {
        let body = try JSONText.body(bytes, type)
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(body)) else { throw .malformed }
        self.value = value
    }

    public func encodeBinary(into writer: inout ByteWriter) {
        writer.write(UInt8(1))
        encodeText(into: &writer)
    }

    public func encodeText(into writer: inout ByteWriter) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return writer.fail(.notEncodable) }
        data.withUnsafeBytes { writer.write(bytes: $0) }
    }
}
