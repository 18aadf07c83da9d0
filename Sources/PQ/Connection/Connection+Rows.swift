public import CLibPQ

extension Connection {
    /// All rows of a statement.
    ///
    /// **Throws** `PQError.decoding` when columns or values do not fit.
    @inlinable
    public func rows<R: Row>(_ statement: Statement, as: R.Type = R.self) throws(PQError) -> [R] {
        let session = try live()
        try session.open(statement, columns: R.columns)
        var rows: [R] = []
        var number = 0
        while let result = try session.nextRow() {
            number &+= 1
            var decoder = RowDecoder(result: result, row: 0, number: number, types: session.types)
            do throws(PQError) {
                rows.append(try R(decoding: &decoder))
            } catch {
                session.abandon()
                throw error
            }
        }
        return rows
    }

    /// Hands the rows of a statement to `body` as they arrive; memory does not grow with their number.
    ///
    /// An error of `body` ends the statement. Other statements must wait until the last row.
    @inlinable
    public func forEach<R: Row>(
        _ statement: Statement, as: R.Type = R.self, _ body: (consuming R) throws -> Void
    ) throws {
        let session = try live()
        try session.open(statement, columns: R.columns)
        session.activity = .rows
        defer { session.activity = .idle }
        var number = 0
        while let result = try session.nextRow() {
            number &+= 1
            var decoder = RowDecoder(result: result, row: 0, number: number, types: session.types)
            do {
                try body(try R(decoding: &decoder))
            } catch {
                session.abandon()
                throw error
            }
        }
    }

    /// The first row, or nil when there is none; the others are read and dropped, so that the statement runs to its end.
    @inlinable
    public func firstRow<R: Row>(_ statement: Statement, as: R.Type = R.self) throws(PQError) -> R? {
        try live().firstRow(statement, columns: R.columns) { decoder throws(PQError) in try R(decoding: &decoder) }
    }

    /// The only row.
    ///
    /// **Throws** `PQError.unexpectedRowCount` when there is none or there are several.
    @inlinable
    public func row<R: Row>(_ statement: Statement, as: R.Type = R.self) throws(PQError) -> R {
        let result = try live().fetch(statement)
        defer { PQclear(result) }
        try ResultColumns.check(result, against: R.columns)
        guard PQntuples(result) == 1 else { throw .unexpectedRowCount(Int(PQntuples(result))) }
        var decoder = RowDecoder(result: result, row: 0, number: 1)
        return try R(decoding: &decoder)
    }
}
