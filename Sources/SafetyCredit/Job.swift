public import PQ

/// The jobs of the register and how each is run: once for a day, noted, and repeatable without effect.
public enum Job: String, CaseIterable, Sendable {
    case expireMemberships = "expire-memberships"
    case closeMootCases = "close-moot-cases"
    case computeGrades = "compute-grades"
    case reconcilePublication = "reconcile-publication"
    case sealLedger = "seal-ledger"

    /// Days after its last run on which a job is late: a job runs every day.
    static let longestPause = 1

    /// What one run did.
    public struct Report: Sendable {
        public let runID: Int64
        public let job: Job
        public let day: CivilDate
        public let changedCount: Int
    }

    /// Runs the job for a day and notes the run, once no other session is at it.
    ///
    /// Not inside a transaction: a job commits batch by batch, and what another session did meanwhile must be seen.
    public func run(asOf day: CivilDate, on connection: isolated Connection) throws -> Report {
        try exclusively(on: connection) { try perform(asOf: day, on: connection) }
    }

    /// Runs the job unless it was run for the day or another session is at it.
    ///
    /// - Returns: nil where there was nothing to do.
    public func runIfDue(asOf day: CivilDate, on connection: isolated Connection) throws -> Report? {
        guard try connection.value("select pg_try_advisory_lock(\(lockKey))", as: Bool.self) else { return nil }
        defer { unlock(on: connection) }
        let isDone = try connection.value(
            "select exists (select from ops.job_run as r where r.job = \(rawValue) and r.as_of = \(day))", as: Bool.self
        )
        return isDone ? nil : try perform(asOf: day, on: connection)
    }

    /// Does what the job does while no other session runs it.
    public func exclusively<T>(on connection: isolated Connection, _ body: () throws -> T) throws -> T {
        try connection.execute("select pg_advisory_lock(\(lockKey))")
        defer { unlock(on: connection) }
        return try body()
    }

    private var lockKey: Statement { "hashtextextended(\("job " + rawValue), 0)" }

    /// A session that cannot unlock is at its end, and its locks with it.
    private func unlock(on connection: isolated Connection) {
        _ = try? connection.execute("select pg_advisory_unlock(\(lockKey))")
    }

    private func perform(asOf day: CivilDate, on connection: isolated Connection) throws -> Report {
        let startedAt = try connection.value("select clock_timestamp()", as: Instant.self)
        let changedCount = try work(asOf: day, on: connection)
        let runID = try connection.value(
            """
            insert into ops.job_run (job, as_of, started_at, finished_at, changed_count, summary)
            values (\(rawValue), \(day), \(startedAt), clock_timestamp(), \(Int32(changedCount)), '{}')
            returning job_run_id
            """,
            as: Int64.self
        )
        return Report(runID: runID, job: self, day: day, changedCount: changedCount)
    }

    private func work(asOf day: CivilDate, on connection: isolated Connection) throws -> Int {
        switch self {
        case .expireMemberships: try ExpireMemberships.run(asOf: day, on: connection)
        case .closeMootCases: try CloseMootCases.run(asOf: day, on: connection)
        case .computeGrades: try GradeComputation.compute(asOf: day, on: connection).changedCount
        case .reconcilePublication: try Reconciliation.run(asOf: day, on: connection)
        case .sealLedger: try LedgerSeal.seal(on: connection)
        }
    }
}
