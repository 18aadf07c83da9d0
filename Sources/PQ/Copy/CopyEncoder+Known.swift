// The commonest types once more, without a protocol in between: see RowDecoder+Known.swift.
extension CopyEncoder {
    @inlinable @inline(__always) public mutating func write(_ value: Bool) {
        if isBinary { writeFixed(UInt8(value ? 1 : 0)) } else { writeText(value) }
    }

    @inlinable public mutating func write(_ value: Bool?) {
        if let value { write(value) } else { writeNull() }
    }

    @inlinable @inline(__always) public mutating func write(_ value: Int32) {
        if isBinary { writeFixed(value) } else { writeText(value) }
    }

    @inlinable public mutating func write(_ value: Int32?) {
        if let value { write(value) } else { writeNull() }
    }

    @inlinable @inline(__always) public mutating func write(_ value: Int64) {
        if isBinary { writeFixed(value) } else { writeText(value) }
    }

    @inlinable public mutating func write(_ value: Int64?) {
        if let value { write(value) } else { writeNull() }
    }

    @inlinable @inline(__always) public mutating func write(_ value: Int) {
        if isBinary { writeFixed(Int64(value)) } else { writeText(value) }
    }

    @inlinable public mutating func write(_ value: Int?) {
        if let value { write(value) } else { writeNull() }
    }

    @inlinable @inline(__always) public mutating func write(_ value: CivilDate) {
        if isBinary { writeFixed(value.daysSinceEpoch) } else { writeText(value) }
    }

    @inlinable public mutating func write(_ value: CivilDate?) {
        if let value { write(value) } else { writeNull() }
    }

    @inlinable @inline(__always) public mutating func write(_ value: Instant) {
        if isBinary { writeFixed(value.microsecondsSinceEpoch) } else { writeText(value) }
    }

    @inlinable public mutating func write(_ value: Instant?) {
        if let value { write(value) } else { writeNull() }
    }

    @inlinable @inline(__always) public mutating func write(_ value: String) {
        if isBinary { writeString(value) } else { writeText(value) }
    }

    @inlinable public mutating func write(_ value: String?) {
        if let value { write(value) } else { writeNull() }
    }

    /// A number with its length before it, room made once for both.
    @inlinable @inline(__always) mutating func writeFixed<I: FixedWidthInteger>(_ value: I) {
        fields &+= 1
        writer.reserve(4 &+ MemoryLayout<I>.size)
        writer.write(Int32(MemoryLayout<I>.size))
        writer.write(value)
    }

    @inlinable mutating func writeString(_ value: String) {
        fields &+= 1
        let isWritten: Void? = value.utf8.withContiguousStorageIfAvailable {
            writer.write(Int32(truncatingIfNeeded: $0.count))
            writer.write(bytes: UnsafeRawBufferPointer($0))
        }
        if isWritten == nil { writer.writeSized { $0.write(utf8: value) } }
    }
}
