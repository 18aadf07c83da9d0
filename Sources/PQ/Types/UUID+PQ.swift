public import FoundationEssentials

extension UUID: PQCodable {
    public static var bindType: TypeOID { .uuid }
    public static func accepts(_ type: TypeOID) -> Bool { type == .uuid }

    public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault) {
        guard bytes.count == 16 else { throw .length }
        self.init(uuid: bytes.loadUnaligned(as: uuid_t.self))
    }

    public func encodeBinary(into writer: inout ByteWriter) {
        withUnsafeBytes(of: uuid) { writer.write(bytes: $0) }
    }

    public func encodeText(into writer: inout ByteWriter) { writer.write(utf8: uuidString) }
}
