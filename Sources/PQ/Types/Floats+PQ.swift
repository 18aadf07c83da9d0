extension Double: PQCodable {
    @inlinable public static var bindType: TypeOID { .float8 }
    @inlinable public static func accepts(_ type: TypeOID) -> Bool { type == .float8 || type == .float4 }

    @inlinable @inline(__always) public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault)
    {
        switch bytes.count {
        case 8: self = Double(bitPattern: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)))
        case 4: self = Double(Float(bitPattern: UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self))))
        default: throw .length
        }
    }

    @inlinable @inline(__always) public func encodeBinary(into writer: inout ByteWriter) { writer.write(bitPattern) }
    public func encodeText(into writer: inout ByteWriter) { writer.write(utf8: description) }
}

extension Float: PQCodable {
    @inlinable public static var bindType: TypeOID { .float4 }
    @inlinable public static func accepts(_ type: TypeOID) -> Bool { type == .float4 }

    @inlinable @inline(__always) public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault)
    {
        guard bytes.count == 4 else { throw .length }
        self = Float(bitPattern: UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self)))
    }

    @inlinable @inline(__always) public func encodeBinary(into writer: inout ByteWriter) { writer.write(bitPattern) }
    public func encodeText(into writer: inout ByteWriter) { writer.write(utf8: description) }
}
