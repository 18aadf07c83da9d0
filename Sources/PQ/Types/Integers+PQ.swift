extension Int16: PQCodable {
    @inlinable public static var bindType: TypeOID { .int2 }
    @inlinable public static func accepts(_ type: TypeOID) -> Bool { type == .int2 }

    @inlinable @inline(__always) public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault)
    {
        self = try decodeInteger(bytes)
    }

    @inlinable @inline(__always) public func encodeBinary(into writer: inout ByteWriter) { writer.write(self) }
    public func encodeText(into writer: inout ByteWriter) { writer.write(decimal: Int64(self)) }
}

extension Int32: PQCodable {
    @inlinable public static var bindType: TypeOID { .int4 }
    @inlinable public static func accepts(_ type: TypeOID) -> Bool { type == .int4 || type == .int2 }

    @inlinable @inline(__always) public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault)
    {
        self = try decodeInteger(bytes)
    }

    @inlinable @inline(__always) public func encodeBinary(into writer: inout ByteWriter) { writer.write(self) }
    public func encodeText(into writer: inout ByteWriter) { writer.write(decimal: Int64(self)) }
}

extension Int64: PQCodable {
    @inlinable public static var bindType: TypeOID { .int8 }
    @inlinable public static func accepts(_ type: TypeOID) -> Bool {
        type == .int8 || type == .int4 || type == .int2 || type == .oid
    }

    @inlinable @inline(__always) public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault)
    {
        if bytes.count == 8 {
            self = Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
        } else if type == .oid {
            self = Int64(UInt32(bitPattern: try decodeInteger(bytes)))
        } else {
            self = try decodeInteger(bytes)
        }
    }

    @inlinable @inline(__always) public func encodeBinary(into writer: inout ByteWriter) { writer.write(self) }
    public func encodeText(into writer: inout ByteWriter) { writer.write(decimal: self) }
}

extension Int: PQCodable {
    @inlinable public static var bindType: TypeOID { .int8 }
    @inlinable public static func accepts(_ type: TypeOID) -> Bool { Int64.accepts(type) }

    @inlinable @inline(__always) public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault)
    {
        self = Int(try Int64(binary: bytes, type: type))
    }

    @inlinable @inline(__always) public func encodeBinary(into writer: inout ByteWriter) { writer.write(Int64(self)) }
    public func encodeText(into writer: inout ByteWriter) { writer.write(decimal: Int64(self)) }
}

/// A two's complement integer of two, four or eight bytes that must fit `I`.
@inlinable @inline(__always) func decodeInteger<I: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer)
    throws(DecodingFault) -> I
{
    let wide: Int64
    switch bytes.count {
    case 2: wide = Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
    case 4: wide = Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
    case 8: wide = Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
    default: throw .length
    }
    guard let value = I(exactly: wide) else { throw .outOfRange }
    return value
}

extension ByteWriter {
    /// Writes an integer in decimal digits.
    @usableFromInline mutating func write(decimal value: Int64) {
        var magnitude = value.magnitude
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = 20
            repeat {
                start &-= 1
                digits[start] = UInt8(truncatingIfNeeded: magnitude % 10) &+ 0x30
                magnitude /= 10
            } while magnitude != 0
            if value < 0 {
                start &-= 1
                digits[start] = UInt8(ascii: "-")
            }
            write(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(digits)[start...]))
        }
    }
}
