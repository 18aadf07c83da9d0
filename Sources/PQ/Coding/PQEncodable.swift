/// Whether a value travels in PostgreSQL's binary or text representation.
public enum ValueFormat: Int32, Sendable {
    case text = 0
    case binary = 1
}

/// A value that can be bound to a statement or written to a COPY.
///
/// An enumeration with a raw value that conforms needs only to say so:
/// `enum Grade: String, PQEncodable, PQDecodable { case a = "A" … }`.
public protocol PQEncodable: PQArrayEncodable {
    /// The type sent with a bind; `.inferred` leaves it to the server.
    static var bindType: TypeOID { get }
    /// The type inside an array and in a binary COPY.
    static var elementType: TypeOID { get }
    static var bindFormat: ValueFormat { get }
    var isNull: Bool { get }
    func encodeBinary(into writer: inout ByteWriter)
    func encodeText(into writer: inout ByteWriter)
}

extension PQEncodable {
    @inlinable public static var elementType: TypeOID { bindType }
    @inlinable public static var bindFormat: ValueFormat { .binary }
    @inlinable public var isNull: Bool { false }
}

/// A value whose arrays can be bound. Every encodable value is; `UInt8` is this alone, so that its arrays are `bytea`.
public protocol PQArrayEncodable: Sendable {
    static var arrayType: TypeOID { get }
    static var arrayElementType: TypeOID { get }
    static func encodeArrayBinary(_ values: [Self], into writer: inout ByteWriter)
    static func encodeArrayText(_ values: [Self], into writer: inout ByteWriter)
}

extension PQEncodable where Self: RawRepresentable, RawValue: PQEncodable {
    @inlinable public static var bindType: TypeOID { RawValue.bindType }
    @inlinable public static var elementType: TypeOID { RawValue.elementType }
    @inlinable public static var bindFormat: ValueFormat { RawValue.bindFormat }
    @inlinable public var isNull: Bool { rawValue.isNull }
    @inlinable public func encodeBinary(into writer: inout ByteWriter) { rawValue.encodeBinary(into: &writer) }
    @inlinable public func encodeText(into writer: inout ByteWriter) { rawValue.encodeText(into: &writer) }
}
