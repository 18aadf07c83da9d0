import PQ

/// Reads files of a few rows that are no import of records: calendars and policies.
enum SmallFile {
    /// Reads each row with `line`, which gives nil for a row that has rejects.
    ///
    /// - Parameter passedOver: titles known and not read.
    /// - Throws: `ImportFileError`; what is wrong in a row becomes a reject.
    static func read<Line>(
        path: String, today: CivilDate, columns: [ColumnTitles], passedOver: [String] = [],
        line: (inout RowReader) -> Line?
    ) throws(ImportFileError) -> (lines: [Line], rejects: [Reject]) {
        let known = columns.flatMap { [$0.title] + $0.aliases } + passedOver
        let table: Table
        do { table = try TableFile.read(path, options: TableReadOptions(knownTitles: known)) } catch {
            throw .table(error)
        }
        let map: ColumnMap
        do {
            map = try ColumnMap(header: table.header, columns: columns, known: passedOver, ignoring: [])
        } catch { throw .format(error) }
        var lines: [Line] = []
        var rejects: [Reject] = []
        for row in table.rows {
            var reader = RowReader(row: row, map: map, today: today)
            if let line = line(&reader) { lines.append(line) }
            rejects += reader.rejects
        }
        return (lines, rejects)
    }
}
