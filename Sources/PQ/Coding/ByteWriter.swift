/// A growing buffer that values write themselves into, in network byte order.
@frozen public struct ByteWriter: Sendable {
    @usableFromInline var storage: [UInt8]
    @usableFromInline var used: Int
    /// Set by a value that cannot be encoded; whoever sends the buffer must look.
    @usableFromInline var fault: PQError.BindFault?

    @inlinable public init(capacity: Int = 0) {
        storage = capacity == 0 ? [] : [UInt8](repeating: 0, count: capacity)
        used = 0
        fault = nil
    }

    /// Bytes written so far.
    @inlinable public var count: Int { used }

    /// Makes room for so many bytes more.
    @inlinable mutating func reserve(_ extra: Int) {
        if used &+ extra > storage.count { grow(extra) }
    }

    @usableFromInline mutating func grow(_ extra: Int) {
        let target = Swift.max(64, storage.count * 2, used + extra)
        storage = [UInt8](unsafeUninitializedCapacity: target) { [storage] buffer, count in
            buffer.update(repeating: 0)
            storage.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
            count = target
        }
    }

    @inlinable public mutating func write<I: FixedWidthInteger>(_ value: I) {
        reserve(MemoryLayout<I>.size)
        let at = used
        storage.withUnsafeMutableBytes { $0.storeBytes(of: value.bigEndian, toByteOffset: at, as: I.self) }
        used &+= MemoryLayout<I>.size
    }

    @inlinable public mutating func write(bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress, bytes.count > 0 else { return }
        reserve(bytes.count)
        let at = used
        storage.withUnsafeMutableBytes { ($0.baseAddress! + at).copyMemory(from: source, byteCount: bytes.count) }
        used &+= bytes.count
    }

    @inlinable public mutating func write(utf8 text: String) {
        var text = text
        text.withUTF8 { write(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// Says that the value being written cannot be encoded.
    public mutating func fail(_ fault: PQError.BindFault) { self.fault = fault }

    /// Writes an Int32 length that `body`'s bytes turn out to have.
    @inlinable mutating func writeSized(_ body: (inout ByteWriter) -> Void) {
        let start = used
        write(Int32(0))
        body(&self)
        overwrite(Int32(truncatingIfNeeded: used &- start &- 4), at: start)
    }

    @inlinable mutating func overwrite(_ value: Int32, at offset: Int) {
        storage.withUnsafeMutableBytes { $0.storeBytes(of: value.bigEndian, toByteOffset: offset, as: Int32.self) }
    }

    @inlinable mutating func clear() { used = 0 }

    @inlinable func withBytes<T, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> T) throws(E) -> T {
        let used = used
        // Written without `withUnsafeBytes`' rethrow so that the typed error survives.
        let result: Result<T, E> = storage.withUnsafeBytes { all in
            do throws(E) { return .success(try body(UnsafeRawBufferPointer(rebasing: all[..<used]))) } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
