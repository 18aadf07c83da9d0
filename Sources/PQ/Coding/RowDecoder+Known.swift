// The commonest types once more, without a protocol in between: calls through a conformance are not inlined into
// another module, and there they were a third of the time of reading a row. The results are the same.
extension RowDecoder {
    @inlinable @inline(__always) public mutating func next(_: Bool.Type = Bool.self) throws(PQError) -> Bool {
        try read { bytes, type throws(DecodingFault) in try Bool(binary: try present(bytes), type: type) }
    }

    @inlinable @inline(__always) public mutating func next(_: Bool?.Type = Bool?.self) throws(PQError) -> Bool? {
        try read { bytes, type throws(DecodingFault) in
            bytes == nil ? nil : try Bool(binary: try present(bytes), type: type)
        }
    }

    @inlinable @inline(__always) public mutating func next(_: Int32.Type = Int32.self) throws(PQError) -> Int32 {
        try read { bytes, type throws(DecodingFault) in try Int32(binary: try present(bytes), type: type) }
    }

    @inlinable @inline(__always) public mutating func next(_: Int32?.Type = Int32?.self) throws(PQError) -> Int32? {
        try read { bytes, type throws(DecodingFault) in
            bytes == nil ? nil : try Int32(binary: try present(bytes), type: type)
        }
    }

    @inlinable @inline(__always) public mutating func next(_: Int64.Type = Int64.self) throws(PQError) -> Int64 {
        try read { bytes, type throws(DecodingFault) in try Int64(binary: try present(bytes), type: type) }
    }

    @inlinable @inline(__always) public mutating func next(_: Int64?.Type = Int64?.self) throws(PQError) -> Int64? {
        try read { bytes, type throws(DecodingFault) in
            bytes == nil ? nil : try Int64(binary: try present(bytes), type: type)
        }
    }

    @inlinable @inline(__always) public mutating func next(_: Int.Type = Int.self) throws(PQError) -> Int {
        try read { bytes, type throws(DecodingFault) in try Int(binary: try present(bytes), type: type) }
    }

    @inlinable @inline(__always) public mutating func next(_: Int?.Type = Int?.self) throws(PQError) -> Int? {
        try read { bytes, type throws(DecodingFault) in
            bytes == nil ? nil : try Int(binary: try present(bytes), type: type)
        }
    }

    @inlinable @inline(__always) public mutating func next(_: String.Type = String.self) throws(PQError) -> String {
        try read { bytes, type throws(DecodingFault) in try String(binary: try present(bytes), type: type) }
    }

    @inlinable @inline(__always) public mutating func next(_: String?.Type = String?.self) throws(PQError) -> String? {
        try read { bytes, type throws(DecodingFault) in
            bytes == nil ? nil : try String(binary: try present(bytes), type: type)
        }
    }

    @inlinable @inline(__always) public mutating func next(_: CivilDate.Type = CivilDate.self) throws(PQError)
        -> CivilDate
    {
        try read { bytes, type throws(DecodingFault) in try CivilDate(binary: try present(bytes), type: type) }
    }

    @inlinable @inline(__always) public mutating func next(_: CivilDate?.Type = CivilDate?.self) throws(PQError)
        -> CivilDate?
    {
        try read { bytes, type throws(DecodingFault) in
            bytes == nil ? nil : try CivilDate(binary: try present(bytes), type: type)
        }
    }

    @inlinable @inline(__always) public mutating func next(_: Instant.Type = Instant.self) throws(PQError) -> Instant {
        try read { bytes, type throws(DecodingFault) in try Instant(binary: try present(bytes), type: type) }
    }

    @inlinable @inline(__always) public mutating func next(_: Instant?.Type = Instant?.self) throws(PQError) -> Instant?
    {
        try read { bytes, type throws(DecodingFault) in
            bytes == nil ? nil : try Instant(binary: try present(bytes), type: type)
        }
    }
}

/// The bytes of a value that may not be NULL.
@inlinable @inline(__always)
func present(_ bytes: UnsafeRawBufferPointer?) throws(DecodingFault) -> UnsafeRawBufferPointer {
    guard let bytes else { throw .null }
    return bytes
}
