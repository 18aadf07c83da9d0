/// A value that can be read from a column of a binary result.
public protocol PQDecodable: PQArrayDecodable {
    /// Whether a column of this type can be read as this value; asked once per result.
    static func accepts(_ type: TypeOID) -> Bool
    /// Reads a value that is not NULL.
    ///
    /// **Throws** what is wrong with the bytes; row and column are added by the caller.
    init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault)
    /// Reads a value that may be NULL; only Optional changes this.
    static func decode(_ bytes: UnsafeRawBufferPointer?, type: TypeOID) throws(DecodingFault) -> Self
}

extension PQDecodable {
    @inlinable @inline(__always)  // a call costs more than the decoding of a number
    public static func decode(_ bytes: UnsafeRawBufferPointer?, type: TypeOID) throws(DecodingFault) -> Self {
        guard let bytes else { throw .null }
        return try Self(binary: bytes, type: type)
    }
}

/// A value whose arrays can be read. Every decodable value is; `UInt8` is this alone, so that `bytea` reads as its array.
public protocol PQArrayDecodable: Sendable {
    static func acceptsArray(_ type: TypeOID) -> Bool
    static func decodeArray(_ bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault) -> [Self]
}

/// A value that can be bound and read.
public typealias PQCodable = PQEncodable & PQDecodable

extension PQDecodable where Self: RawRepresentable, RawValue: PQDecodable {
    @inlinable public static func accepts(_ type: TypeOID) -> Bool { RawValue.accepts(type) }

    @inlinable public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault) {
        guard let value = Self(rawValue: try RawValue(binary: bytes, type: type)) else { throw .unknownCase }
        self = value
    }
}
