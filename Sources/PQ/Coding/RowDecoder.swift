public import CLibPQ

/// Reads the columns of one row from left to right, straight from libpq's memory.
@frozen public struct RowDecoder {
    /// nil when the row comes from a COPY.
    @usableFromInline let result: OpaquePointer?
    @usableFromInline let row: Int32
    @usableFromInline var column: Int32 = 0
    /// One-based number of the row within the whole result.
    @usableFromInline let number: Int
    @usableFromInline var cursor: UnsafeRawPointer?
    @usableFromInline let end: UnsafeRawPointer?
    /// Those of a result need not be known: libpq knows them too.
    @usableFromInline let types: UnsafeBufferPointer<TypeOID>

    @inlinable init(
        result: OpaquePointer, row: Int32, number: Int,
        types: UnsafeMutableBufferPointer<TypeOID> = UnsafeMutableBufferPointer(start: nil, count: 0)
    ) {
        self.result = result
        self.row = row
        self.number = number
        cursor = nil
        end = nil
        self.types = UnsafeBufferPointer(types)
    }

    @inlinable init(copied fields: CopyFields, types: UnsafeBufferPointer<TypeOID>, number: Int) {
        result = nil
        row = 0
        self.number = number
        cursor = fields.start
        end = fields.end
        self.types = types
    }

    /// The next column's value.
    ///
    /// **Throws** `PQError.decoding` with row and column when it is NULL or does not fit.
    @inlinable public mutating func next<T: PQDecodable>(_: T.Type = T.self) throws(PQError) -> T {
        try read { bytes, type throws(DecodingFault) in try T.decode(bytes, type: type) }
    }

    /// Reads the next column by `decode`, which gets nil for NULL.
    @inlinable @inline(__always)  // so that `decode` is inlined too: a call costs more than the decoding of a number
    mutating func read<T: PQDecodable>(
        _ decode: (UnsafeRawBufferPointer?, TypeOID) throws(DecodingFault) -> T
    ) throws(PQError) -> T {
        let at = column
        column &+= 1
        do throws(DecodingFault) {
            guard let result else {
                let (bytes, type) = try nextCopied(at)
                assert(T.accepts(type), "the row type reads \(type) as \(T.self)")
                return try decode(bytes, type)
            }
            let length = PQgetlength(result, row, at)
            let type = Int(at) < types.count ? types[Int(at)] : TypeOID(PQftype(result, at))
            if length == 0 && PQgetisnull(result, row, at) != 0 {
                // To libpq, a column that does not exist is NULL.
                guard Int(at) < types.count || at < PQnfields(result) else { throw .length }
                return try decode(nil, type)
            }
            assert(T.accepts(type), "the row type reads \(type) as \(T.self)")
            return try decode(UnsafeRawBufferPointer(start: PQgetvalue(result, row, at), count: Int(length)), type)
        } catch {
            throw failure(error, at: at, expected: T.self)
        }
    }

    @inlinable mutating func nextCopied(_ at: Int32) throws(DecodingFault) -> (UnsafeRawBufferPointer?, TypeOID) {
        guard let start = cursor, let end, Int(at) < types.count, end - start >= 4 else { throw .length }
        let length = Int(Int32(bigEndian: start.loadUnaligned(as: Int32.self)))
        guard length <= end - start - 4 else { throw .length }
        cursor = start + 4 + max(0, length)
        return (length < 0 ? nil : UnsafeRawBufferPointer(start: start + 4, count: length), types[Int(at)])
    }

    @usableFromInline
    func failure<T: PQDecodable>(_ fault: DecodingFault, at: Int32, expected: T.Type) -> PQError {
        let count = result.map { PQnfields($0) } ?? Int32(types.count)
        let reason: DecodingError.Reason = at >= count ? .exhausted : fault == .null ? .null : .value(fault)
        return .decoding(
            DecodingError(
                reason: reason, row: number, column: Int(at) + 1,
                columnName: result.flatMap { PQfname($0, at) }.map { String(cString: $0) }, expected: "\(T.self)"))
    }
}
