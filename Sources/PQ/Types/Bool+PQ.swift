extension Bool: PQCodable {
    @inlinable public static var bindType: TypeOID { .bool }
    @inlinable public static func accepts(_ type: TypeOID) -> Bool { type == .bool }

    @inlinable @inline(__always) public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault)
    {
        guard bytes.count == 1 else { throw .length }
        self = bytes[0] != 0
    }

    @inlinable @inline(__always) public func encodeBinary(into writer: inout ByteWriter) {
        writer.write(UInt8(self ? 1 : 0))
    }
    @inlinable public func encodeText(into writer: inout ByteWriter) {
        writer.write(self ? UInt8(ascii: "t") : UInt8(ascii: "f"))
    }
}
