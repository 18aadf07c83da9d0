public import FoundationEssentials

extension UInt8: PQArrayEncodable, PQArrayDecodable {
    @inlinable public static var arrayType: TypeOID { .bytea }
    @inlinable public static var arrayElementType: TypeOID { .bytea }
    @inlinable public static func acceptsArray(_ type: TypeOID) -> Bool { type == .bytea }

    @inlinable public static func encodeArrayBinary(_ values: [UInt8], into writer: inout ByteWriter) {
        values.withUnsafeBytes { writer.write(bytes: $0) }
    }

    public static func encodeArrayText(_ values: [UInt8], into writer: inout ByteWriter) {
        writer.write(hex: values)
    }

    @inlinable
    public static func decodeArray(_ bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault) -> [UInt8] {
        [UInt8](bytes)
    }
}

extension Data: PQCodable {
    public static var bindType: TypeOID { .bytea }
    public static func accepts(_ type: TypeOID) -> Bool { type == .bytea }
    public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault) { self.init(bytes) }
    public func encodeBinary(into writer: inout ByteWriter) { withUnsafeBytes { writer.write(bytes: $0) } }
    public func encodeText(into writer: inout ByteWriter) { writer.write(hex: self) }
}

extension ByteWriter {
    mutating func write(hex bytes: some Sequence<UInt8>) {
        write(utf8: "\\x")
        for byte in bytes {
            write(hexDigit(byte >> 4))
            write(hexDigit(byte & 15))
        }
    }

    private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? value + 0x30 : value + 0x57 }
}
