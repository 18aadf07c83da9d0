/// The text of a `json` or `jsonb` value, as it is.
public struct JSONText: Hashable, Sendable, CustomStringConvertible {
    public let text: String
    public init(_ text: String) { self.text = text }
    public var description: String { text }
}

extension JSONText: PQCodable {
    public static var bindType: TypeOID { .inferred }
    public static var elementType: TypeOID { .jsonb }
    public static var bindFormat: ValueFormat { .text }
    public static func accepts(_ type: TypeOID) -> Bool { type == .jsonb || type == .json }

    public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault) {
        text = String(decoding: try Self.body(bytes, type), as: UTF8.self)
    }

    /// jsonb in binary is a version byte and the text.
    public func encodeBinary(into writer: inout ByteWriter) {
        writer.write(UInt8(1))
        writer.write(utf8: text)
    }

    public func encodeText(into writer: inout ByteWriter) { writer.write(utf8: text) }

    static func body(_ bytes: UnsafeRawBufferPointer, _ type: TypeOID) throws(DecodingFault) -> Slice<
        UnsafeRawBufferPointer
    > {
        guard type == .jsonb else { return bytes[...] }
        guard bytes.first == 1 else { throw .malformed }
        return bytes.dropFirst()
    }
}
