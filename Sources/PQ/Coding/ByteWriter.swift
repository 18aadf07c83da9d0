/// A growing buffer that values write themselves into, in network byte order.
///
/// It owns plain memory and not an array: a write is one comparison and one store.
@frozen public struct ByteWriter: ~Copyable, @unchecked Sendable {  // nothing else knows its memory
    @usableFromInline var start: UnsafeMutableRawPointer
    @usableFromInline var used = 0
    @usableFromInline var capacity: Int
    /// Set by a value that cannot be encoded.
    @usableFromInline var fault: PQError.BindFault?

    @inlinable public init(capacity: Int = 0) {
        self.capacity = Swift.max(capacity, 64)
        start = .allocate(byteCount: self.capacity, alignment: 16)
    }

    deinit { start.deallocate() }

    /// Why what was written cannot be sent, nil when it can; whoever sends it must look.
    ///
    /// Lengths and counts are sent in 32 bits. None can be cut while all bytes together do not need more: one look at
    /// the whole saves one at every value.
    var reasonNotToSend: PQError.BindFault? { fault ?? (used > Int(Int32.max) ? .tooLong : nil) }

    /// Bytes written so far.
    @inlinable public var count: Int { used }

    /// Valid until the next write.
    @inlinable var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: used) }

    /// Makes room for so many bytes more.
    @inlinable mutating func reserve(_ extra: Int) {
        if extra > capacity &- used { grow(extra) }
    }

    @usableFromInline mutating func grow(_ extra: Int) {
        capacity = Swift.max(capacity * 2, used + extra)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        larger.copyMemory(from: start, byteCount: used)
        start.deallocate()
        start = larger
    }

    @inlinable public mutating func write<I: FixedWidthInteger>(_ value: I) {
        reserve(MemoryLayout<I>.size)
        (start + used).storeBytes(of: value.bigEndian, as: I.self)
        used &+= MemoryLayout<I>.size
    }

    @inlinable public mutating func write(bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress, bytes.count > 0 else { return }
        reserve(bytes.count)
        (start + used).copyMemory(from: source, byteCount: bytes.count)
        used &+= bytes.count
    }

    @inlinable public mutating func write(utf8 text: String) {
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { write(bytes: UnsafeRawBufferPointer($0)) }
        if isWritten == nil { for byte in text.utf8 { write(byte) } }
    }

    /// Says that the value being written cannot be encoded.
    public mutating func fail(_ fault: PQError.BindFault) { self.fault = fault }

    /// Writes an Int32 length that `body`'s bytes turn out to have.
    @inlinable @inline(__always) mutating func writeSized(_ body: (inout ByteWriter) -> Void) {
        let start = used
        write(Int32(0))
        body(&self)
        overwrite(Int32(truncatingIfNeeded: used &- start &- 4), at: start)
    }

    @inlinable mutating func overwrite<I: FixedWidthInteger>(_ value: I, at offset: Int) {
        (start + offset).storeBytes(of: value.bigEndian, as: I.self)
    }

    @inlinable mutating func clear() { used = 0 }
}
