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

    /// Runs the job for a day and notes the run.
    public func run(asOf day: CivilDate, on connection: isolated Connection) throws -> Report {
        let startedAt = try connection.value("select clock_timestamp()", as: Instant.self)
        let changedCount = try perform(asOf: day, on: connection)
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

    private func perform(asOf day: CivilDate, on connection: isolated Connection) throws -> Int {
        switch self {
        case .expireMemberships: try ExpireMemberships.run(asOf: day, on: connection)
        case .closeMootCases: try CloseMootCases.run(asOf: day, on: connection)
        case .computeGrades: try GradeComputation.compute(asOf: day, on: connection).changedCount
        case .reconcilePublication: try Reconciliation.run(asOf: day, on: connection)
        case .sealLedger: try LedgerSeal.seal(on: connection)
        }
    }
}
