public import CLibPQ

/// Reads the columns of one row from left to right, straight from libpq's memory.
@frozen public struct RowDecoder {
    @usableFromInline let result: OpaquePointer
    @usableFromInline let row: Int32
    /// One-based number of the row within the whole result.
    @usableFromInline let number: Int
    @usableFromInline var column: Int32 = 0

    @inlinable init(result: OpaquePointer, row: Int32, number: Int) {
        self.result = result
        self.row = row
        self.number = number
    }

    /// The next column's value.
    ///
    /// **Throws** `PQError.decoding` with row and column when it is NULL or does not fit.
    @inlinable public mutating func next<T: PQDecodable>(_: T.Type = T.self) throws(PQError) -> T {
        let at = column
        column &+= 1
        let length = PQgetlength(result, row, at)
        do throws(DecodingFault) {
            if length == 0 && PQgetisnull(result, row, at) != 0 {
                return try T.decode(nil, type: TypeOID(PQftype(result, at)))
            }
            let bytes = UnsafeRawBufferPointer(start: PQgetvalue(result, row, at), count: Int(length))
            return try T.decode(bytes, type: TypeOID(PQftype(result, at)))
        } catch {
            throw failure(error, at: at, expected: T.self)
        }
    }

    @usableFromInline
    func failure<T: PQDecodable>(_ fault: DecodingFault, at: Int32, expected: T.Type) -> PQError {
        let reason: DecodingError.Reason =
            at >= PQnfields(result) ? .exhausted : fault == .null ? .null : .value(fault)
        return .decoding(
            DecodingError(
                reason: reason, row: number, column: Int(at) + 1,
                columnName: PQfname(result, at).map { String(cString: $0) }, expected: "\(T.self)"))
    }
}
