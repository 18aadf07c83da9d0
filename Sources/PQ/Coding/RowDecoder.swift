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
        guard let result else { return try nextCopied() }
        let at = column
        column &+= 1
        let length = PQgetlength(result, row, at)
        let type = Int(at) < types.count ? types[Int(at)] : TypeOID(PQftype(result, at))
        do throws(DecodingFault) {
            if length == 0 && PQgetisnull(result, row, at) != 0 { return try T.decode(nil, type: type) }
            let bytes = UnsafeRawBufferPointer(start: PQgetvalue(result, row, at), count: Int(length))
            return try T.decode(bytes, type: type)
        } catch {
            throw failure(error, at: at, expected: T.self)
        }
    }

    @inlinable mutating func nextCopied<T: PQDecodable>() throws(PQError) -> T {
        let at = column
        column &+= 1
        guard let start = cursor, let end, Int(at) < types.count, end - start >= 4 else {
            throw failure(.length, at: at, expected: T.self)
        }
        let length = Int(Int32(bigEndian: start.loadUnaligned(as: Int32.self)))
        guard length <= end - start - 4 else { throw failure(.length, at: at, expected: T.self) }
        cursor = start + 4 + max(0, length)
        do throws(DecodingFault) {
            let bytes = length < 0 ? nil : UnsafeRawBufferPointer(start: start + 4, count: length)
            return try T.decode(bytes, type: types[Int(at)])
        } catch {
            throw failure(error, at: at, expected: T.self)
        }
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
