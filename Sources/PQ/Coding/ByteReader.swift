/// Reads the parts of one binary value in order, never beyond its end.
@frozen public struct ByteReader {
    @usableFromInline let bytes: UnsafeRawBufferPointer
    @usableFromInline var offset = 0

    @inlinable public init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    @inlinable public var remaining: Int { bytes.count &- offset }

    @inlinable public mutating func read<I: FixedWidthInteger>(_: I.Type = I.self) throws(DecodingFault) -> I {
        guard remaining >= MemoryLayout<I>.size else { throw .length }
        let value = I(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: I.self))
        offset &+= MemoryLayout<I>.size
        return value
    }

    @inlinable public mutating func read(count: Int) throws(DecodingFault) -> UnsafeRawBufferPointer {
        guard count >= 0, remaining >= count else { throw .length }
        defer { offset &+= count }
        return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset &+ count])
    }

    /// The next value with its Int32 length before it; nil for NULL.
    @inlinable public mutating func readSized() throws(DecodingFault) -> UnsafeRawBufferPointer? {
        let count = try read(Int32.self)
        return count < 0 ? nil : try read(count: Int(count))
    }
}
