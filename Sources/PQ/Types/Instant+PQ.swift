extension Instant: PQCodable {
    @inlinable public static var bindType: TypeOID { .timestamptz }
    @inlinable public static func accepts(_ type: TypeOID) -> Bool { type == .timestamptz }

    @inlinable @inline(__always) public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault)
    {
        guard bytes.count == 8 else { throw .length }
        self.init(microsecondsSinceEpoch: Int64(bigEndian: bytes.loadUnaligned(as: Int64.self)))
    }

    @inlinable @inline(__always) public func encodeBinary(into writer: inout ByteWriter) {
        writer.write(microsecondsSinceEpoch)
    }
    public func encodeText(into writer: inout ByteWriter) { writer.write(utf8: description) }
}
