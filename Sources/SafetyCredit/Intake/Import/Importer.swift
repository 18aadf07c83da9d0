public import PQ

/// Takes the lines of one file into the register: all of them, or with `.partial` those that break no rule.
public struct Importer<Line: StagedLine>: Sendable {
    public enum Mode: String, Sendable {
        /// Nothing is written unless every row passes.
        case whole
        /// Rows that pass are written, the others come back.
        case partial
    }

    /// What came of the file.
    public struct Report: Sendable {
        public let fileID: Int64
        public let rowCount: Int
        public let counts: ImportCounts
        public let rejects: [Reject]
        /// Whether anything was written.
        public let isWritten: Bool

        public var rejectedRowCount: Int { Set(rejects.map(\.rowNumber)).count }
    }

    let mode: Mode
    let isDryRun: Bool
    /// Statements of later stages that belong to the same transaction, such as the memberships that penalties found.
    let followUp: @Sendable (ImportContext, isolated Connection) throws -> Void

    public init(
        mode: Mode, isDryRun: Bool,
        followUp: @escaping @Sendable (ImportContext, isolated Connection) throws -> Void = { _, _ in }
    ) {
        self.mode = mode
        self.isDryRun = isDryRun
        self.followUp = followUp
    }

    /// Stages, checks and stores the lines in one transaction.
    ///
    /// A dry run does the same and rolls back. A file of which a row fails is rolled back too, unless rows may be left out.
    /// - Throws: `PQError`.
    public func run(
        _ reading: ImportReading<Line>, named fileName: String, on day: CivilDate, by officer: Officer,
        on connection: isolated Connection, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws -> Report {
        do {
            let report = try connection.transaction { connection in
                let report = try perform(
                    reading, named: fileName, on: day, by: officer, on: connection, progress: progress)
                if isDryRun || !report.isWritten { throw Unwritten(report: report) }
                return report
            }
            // Never inside a transaction: its locks would hold up other imports until that ends.
            if report.counts.new + report.counts.changed >= Self.largeFile, !connection.isInTransaction {
                try connection.execute("select intake.refresh_statistics()")
            }
            return report
        } catch let unwritten as Unwritten {
            return unwritten.report
        }
    }

    /// So many rows change what the planner has to know about the register; autovacuum sees to smaller files in its time.
    private static var largeFile: Int { 1_000 }

    /// Carries a report out of a transaction that must not leave a row behind.
    private struct Unwritten: Error {
        let report: Report
    }

    private func perform(
        _ given: ImportReading<Line>, named fileName: String, on day: CivilDate, by officer: Officer,
        on connection: isolated Connection, progress: @escaping @Sendable (Int) -> Void
    ) throws -> Report {
        // Imports of one kind follow one another: the claims they check are the claims they write.
        try connection.execute("select pg_advisory_xact_lock(hashtextextended('import-' || \(Line.kind.rawValue), 0))")
        let reading = try given.taking(vouchedCodes: VouchedCodes.all(on: connection))
        let fileID = try connection.value("select nextval('ops.register_id')", as: Int64.self)
        let context = ImportContext(fileID: fileID, on: day, officer: officer)
        try stage(reading.lines, on: connection, progress: progress)

        var rejects = reading.rejects
        for rule in Line.rules(context) {
            let offenders = try connection.rows(rule.offenders, as: (Int64, Int64).self)
            rejects += offenders.map { reading.reject(row: Int($0.0), rule.column, rule.fault($0.1)) }
        }
        rejects.sort { ($0.rowNumber, $0.column ?? 0) < ($1.rowNumber, $1.column ?? 0) }
        let rowCount = reading.table.rows.count
        guard rejects.isEmpty || mode == .partial else {
            return Report(
                fileID: fileID, rowCount: rowCount, counts: ImportCounts(), rejects: rejects, isWritten: false)
        }
        let rejectedRows = Set(rejects.map(\.rowNumber)).map(Int64.init)
        try connection.execute(
            "delete from \(identifier: Line.stagingTable) as s where s.row_no = any (\(rejectedRows))")
        let counts = try Line.store(context, on: connection)
        try followUp(context, connection)
        try note(reading, rejects, context, named: fileName, counts: counts, on: connection)
        return Report(fileID: fileID, rowCount: rowCount, counts: counts, rejects: rejects, isWritten: !isDryRun)
    }

    private func stage(
        _ lines: [Line], on connection: isolated Connection, progress: @escaping @Sendable (Int) -> Void
    ) throws {
        let columns = (Line.stagedColumns + Line.derivedColumns).map { "\($0.name) \($0.type)" }
        try connection.script(
            "create temporary table \(Line.stagingTable) (\(columns.joined(separator: ", "))) on commit drop")
        let target = CopyTarget(table: Line.stagingTable, columns: Line.stagedColumns.map(\.name), format: .binary)
        _ = try connection.copyIn(target, rows: lines, progress: progress)
        try connection.script("analyze \(Line.stagingTable)")
    }

    private func note(
        _ reading: ImportReading<Line>, _ rejects: [Reject], _ context: ImportContext, named fileName: String,
        counts: ImportCounts, on connection: isolated Connection
    ) throws {
        let rowCount = reading.table.rows.count
        try connection.execute(
            """
            insert into intake.file (file_id, kind, name, sha256, row_count, accepted_count, rejected_count, officer_code, received_at)
            values (\(context.fileID), \(Line.kind.rawValue), \(fileName.maskingResidentNumbers()),
                \(reading.table.source.digest.bytes), \(Int32(rowCount)), \(Int32(counts.accepted)),
                \(Int32(rowCount - counts.accepted)), \(context.officer.code), now())
            """
        )
        try connection.execute(
            """
            insert into intake.reject (file_id, row_no, column_title, rule_code)
            select \(context.fileID), r.row_no, r.column_title, r.rule_code
            from unnest(\(rejects.map { Int32($0.rowNumber) }), \(rejects.map(\.columnTitle)), \(rejects.map(\.fault.code)))
                as r (row_no, column_title, rule_code)
            on conflict (file_id, row_no, column_title, rule_code) do nothing
            """
        )
    }
}

extension ImportReading {
    /// A reject of a row for a rule that only the register could check.
    func reject(row: Int, _ column: ColumnTitles, _ fault: CellFault) -> Reject {
        let titles = Set(([column.title] + column.aliases).map(HeaderTitle.normalise))
        let index = table.header.firstIndex { titles.contains(HeaderTitle.normalise($0)) }
        return Reject(
            rowNumber: row, columnTitle: index.map { table.header[$0] } ?? column.title, column: index.map { $0 + 1 },
            fault: fault)
    }
}
