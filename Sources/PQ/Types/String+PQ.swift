/// Bound as text of inferred type, so that a string fits text, enumerations, dates, jsonb and the rest.
extension String: PQCodable {
    @inlinable public static var bindType: TypeOID { .inferred }
    @inlinable public static var elementType: TypeOID { .text }
    @inlinable public static var bindFormat: ValueFormat { .text }

    public static func accepts(_ type: TypeOID) -> Bool {
        switch type {
        case .text, .varchar, .bpchar, .name, .char, .unknown, .xml: true
        default: type.isUserDefined
        }
    }

    @inlinable @inline(__always) public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault)
    {
        self.init(serverText: bytes)
    }

    @inlinable @inline(__always) public func encodeBinary(into writer: inout ByteWriter) { writer.write(utf8: self) }
    @inlinable public func encodeText(into writer: inout ByteWriter) { writer.write(utf8: self) }
}
