public import CLibPQ

extension Connection {
    /// All rows as tuples: `as: (Int64, String?, CivilDate).self`.
    ///
    /// **Throws** `PQError.decoding` when columns or values do not fit.
    @inlinable
    public func rows<each C: PQDecodable>(
        _ statement: Statement, as: (repeat each C).Type
    ) throws(PQError) -> sending [(repeat each C)] {
        let session = try live()
        try session.open(statement, columns: columnList(repeat (each C).self))
        var rows: [(repeat each C)] = []
        var number = 0
        while let result = try session.nextRow() {
            number &+= 1
            var decoder = RowDecoder(result: result, row: 0, number: number, types: session.types)
            do throws(PQError) {
                rows.append((repeat try decoder.next((each C).self)))
            } catch {
                session.abandon()
                throw error
            }
        }
        return rows
    }

    /// The first row as a tuple, or nil when there is none; the others are read and dropped, so that the statement runs to
    /// its end.
    @inlinable
    public func firstRow<each C: PQDecodable>(
        _ statement: Statement, as: (repeat each C).Type
    ) throws(PQError) -> sending (repeat each C)? {
        try live().firstRow(statement, columns: columnList(repeat (each C).self)) { decoder throws(PQError) in
            (repeat try decoder.next((each C).self))
        }
    }

    /// The only row as a tuple.
    ///
    /// **Throws** `PQError.unexpectedRowCount` when there is none or there are several.
    @inlinable
    public func row<each C: PQDecodable>(
        _ statement: Statement, as: (repeat each C).Type
    ) throws(PQError) -> sending (repeat each C) {
        let result = try live().fetch(statement)
        defer { PQclear(result) }
        try ResultColumns.check(result, against: columnList(repeat (each C).self))
        guard PQntuples(result) == 1 else { throw .unexpectedRowCount(Int(PQntuples(result))) }
        var decoder = RowDecoder(result: result, row: 0, number: 1)
        return (repeat try decoder.next((each C).self))
    }

    /// The only column of the only row.
    ///
    /// **Throws** `PQError.unexpectedRowCount` when there is none or there are several.
    @inlinable
    public func value<V: PQDecodable>(_ statement: Statement, as: V.Type = V.self) throws(PQError) -> V {
        let result = try live().fetch(statement)
        defer { PQclear(result) }
        return try onlyValue(result, as: V.self)
    }

    /// The only column of all rows.
    @inlinable
    public func values<V: PQDecodable>(_ statement: Statement, as: V.Type = V.self) throws(PQError) -> [V] {
        let session = try live()
        try session.open(statement, columns: columnList(V.self))
        var values: [V] = []
        var number = 0
        while let result = try session.nextRow() {
            number &+= 1
            var decoder = RowDecoder(result: result, row: 0, number: number, types: session.types)
            do throws(PQError) {
                values.append(try decoder.next(V.self))
            } catch {
                session.abandon()
                throw error
            }
        }
        return values
    }
}

/// What is expected of the columns of a tuple: their types; names are free.
@inlinable func columnList<each C: PQDecodable>(_ types: repeat (each C).Type) -> [Column] {
    var columns: [Column] = []
    for type in repeat each types { columns.append(Column(type)) }
    return columns
}
