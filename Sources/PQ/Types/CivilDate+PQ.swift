extension CivilDate: PQCodable {
    @inlinable public static var bindType: TypeOID { .date }
    @inlinable public static func accepts(_ type: TypeOID) -> Bool { type == .date }

    @inlinable @inline(__always) public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault)
    {
        guard bytes.count == 4 else { throw .length }
        self.init(daysSinceEpoch: Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
    }

    @inlinable @inline(__always) public func encodeBinary(into writer: inout ByteWriter) {
        writer.write(daysSinceEpoch)
    }
    public func encodeText(into writer: inout ByteWriter) { writer.write(utf8: description) }
}
