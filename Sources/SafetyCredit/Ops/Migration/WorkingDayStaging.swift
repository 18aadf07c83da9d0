import PQ

/// Puts `data/working-day-exceptions.csv` into a temporary table, where the seeds of the calendar find it.
///
/// **Shape** `pg_temp.working_day_exception (day, kind, name, notice_year)`: one row per day on which a notice of the State
/// Council departs from Monday to Friday; gone at the end of the transaction.
struct WorkingDayStaging {
    static let tableDefinition = """
        create temporary table working_day_exception \
        (day date not null, kind text not null, name text not null, notice_year int not null) on commit drop
        """

    let file: SQLFile

    /// Makes and fills the table; the server checks days and years.
    ///
    /// **Throws** `OpsError.malformedLine` for a line without exactly four unquoted fields, `.fileFailed` for a value that is
    /// no day or year.
    func load(_ connection: isolated Connection) throws {
        let rows = try rows()
        do {
            try connection.script(Self.tableDefinition)
            try connection.execute(
                """
                insert into pg_temp.working_day_exception (day, kind, name, notice_year)
                select day::date, kind, name, notice_year::int
                from unnest(\(rows.map { $0[0] })::text[], \(rows.map { $0[1] })::text[],
                            \(rows.map { $0[2] })::text[], \(rows.map { $0[3] })::text[])
                    as e (day, kind, name, notice_year)
                """)
        } catch {
            throw OpsError.fileFailed(path: "sql/" + file.path, cause: error)
        }
    }

    /// The fields of each line after the header. The file is the product's own: no field is quoted.
    private func rows() throws(OpsError) -> [[String]] {
        var rows: [[String]] = []
        for (index, line) in file.content.split(whereSeparator: \.isNewline).enumerated().dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 4, !line.contains("\"") else {
                throw .malformedLine(path: "sql/" + file.path, line: index + 1)
            }
            rows.append(fields)
        }
        return rows
    }
}
