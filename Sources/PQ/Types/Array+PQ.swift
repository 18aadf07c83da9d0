extension Array: PQArrayEncodable where Element: PQArrayEncodable {}
extension Array: PQArrayDecodable where Element: PQArrayDecodable {}

/// One-dimensional arrays; an array of bytes is `bytea`.
extension Array: PQEncodable where Element: PQArrayEncodable {
    @inlinable public static var bindType: TypeOID { Element.arrayType }
    @inlinable public func encodeBinary(into writer: inout ByteWriter) {
        Element.encodeArrayBinary(self, into: &writer)
    }
    @inlinable public func encodeText(into writer: inout ByteWriter) {
        Element.encodeArrayText(self, into: &writer)
    }
}

extension Array: PQDecodable where Element: PQArrayDecodable {
    @inlinable public static func accepts(_ type: TypeOID) -> Bool { Element.acceptsArray(type) }
    @inlinable public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault) {
        self = try Element.decodeArray(bytes, type: type)
    }
}

extension PQEncodable {
    @inlinable public static var arrayElementType: TypeOID { elementType }
    public static var arrayType: TypeOID { elementType.array ?? .inferred }

    @inlinable public static func encodeArrayBinary(_ values: [Self], into writer: inout ByteWriter) {
        if arrayType == .inferred { writer.fail(.noArrayType) }
        writer.write(Int32(values.isEmpty ? 0 : 1))
        writer.write(Int32(0))
        let flag = writer.count - 4
        writer.write(arrayElementType.rawValue)
        if values.isEmpty { return }
        writer.write(Int32(truncatingIfNeeded: values.count))
        writer.write(Int32(1))
        for value in values {
            if value.isNull {
                writer.overwrite(Int32(1), at: flag)
                writer.write(Int32(-1))
            } else {
                writer.writeSized { value.encodeBinary(into: &$0) }
            }
        }
    }

    /// PostgreSQL's array literal, every element in quotes.
    public static func encodeArrayText(_ values: [Self], into writer: inout ByteWriter) {
        writer.write(UInt8(ascii: "{"))
        for (index, value) in values.enumerated() {
            if index > 0 { writer.write(UInt8(ascii: ",")) }
            if value.isNull {
                writer.write(utf8: "NULL")
                continue
            }
            var element = ByteWriter()
            value.encodeText(into: &element)
            if let fault = element.fault { writer.fail(fault) }
            writer.write(UInt8(ascii: "\""))
            for byte in element.bytes {
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { writer.write(UInt8(ascii: "\\")) }
                writer.write(byte)
            }
            writer.write(UInt8(ascii: "\""))
        }
        writer.write(UInt8(ascii: "}"))
    }
}

extension PQDecodable {
    /// Arrays of built-in elements are known by their type; those of types made in the database by their content.
    public static func acceptsArray(_ type: TypeOID) -> Bool {
        if let element = type.arrayElement { return accepts(element) }
        return type.isUserDefined
    }

    @inlinable
    public static func decodeArray(_ bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault) -> [Self] {
        var reader = ByteReader(bytes)
        let dimensions = try reader.read(Int32.self)
        _ = try reader.read(Int32.self)
        let element = TypeOID(try reader.read(UInt32.self))
        guard accepts(element) else { throw .elementType(element) }
        if dimensions == 0 { return [] }
        guard dimensions == 1 else { throw .dimensions }
        let count = Int(try reader.read(Int32.self))
        _ = try reader.read(Int32.self)
        // Each element takes four bytes at least: a count beyond that is a lie.
        guard count >= 0, count <= reader.remaining / 4 else { throw .length }
        var values: [Self] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try decode(try reader.readSized(), type: element)) }
        guard reader.remaining == 0 else { throw .length }
        return values
    }
}
