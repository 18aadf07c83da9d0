extension Optional: PQArrayEncodable where Wrapped: PQEncodable {}
extension Optional: PQArrayDecodable where Wrapped: PQDecodable {}

extension Optional: PQEncodable where Wrapped: PQEncodable {
    @inlinable public static var bindType: TypeOID { Wrapped.bindType }
    @inlinable public static var elementType: TypeOID { Wrapped.elementType }
    @inlinable public static var bindFormat: ValueFormat { Wrapped.bindFormat }
    @inlinable public var isNull: Bool { self?.isNull ?? true }
    @inlinable @inline(__always) public func encodeBinary(into writer: inout ByteWriter) {
        self?.encodeBinary(into: &writer)
    }
    @inlinable public func encodeText(into writer: inout ByteWriter) { self?.encodeText(into: &writer) }
}

extension Optional: PQDecodable where Wrapped: PQDecodable {
    @inlinable public static func accepts(_ type: TypeOID) -> Bool { Wrapped.accepts(type) }

    @inlinable @inline(__always) public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault)
    {
        self = .some(try Wrapped(binary: bytes, type: type))
    }

    @inlinable @inline(__always)
    public static func decode(_ bytes: UnsafeRawBufferPointer?, type: TypeOID) throws(DecodingFault) -> Self {
        guard let bytes else { return nil }
        return .some(try Wrapped(binary: bytes, type: type))
    }
}
