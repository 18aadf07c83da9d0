public import PQ

/// The jobs of the register and how each is run: once for a day, noted, and repeatable without effect.
public enum Job: String, CaseIterable, Sendable {
    case expireMemberships = "expire-memberships"
    case closeMootCases = "close-moot-cases"
    case computeGrades = "compute-grades"
    case reconcilePublication = "reconcile-publication"
    case sealLedger = "seal-ledger"

    /// Who vouches for the day a job is made for.
    public enum DaySource: Sendable {
        /// A person named it.
        case person
        /// The host's clock gave it; then it must agree with the database's clock and with the job's last run.
        case clock
    }

    /// Longest gap since the last run that a clock may bridge without a person.
    static let longestGap = 45

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
    ///
    /// - Throws: `JobError` when a clock cannot be trusted; `PQError`.
    public func run(asOf day: CivilDate, from source: DaySource, on connection: isolated Connection) throws -> Report {
        if source == .clock { try refuseUntrustedClock(day, on: connection) }
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

    /// Refuses a day that the host's clock gave and the database's clock does not bear out: a clock years ahead would withdraw every page.
    ///
    /// - Throws: `JobError.clocksDisagree`; `PQError`.
    public static func refuseDisagreeingClocks(_ day: CivilDate, on connection: isolated Connection) throws {
        let serverDay = try connection.value("select (now() at time zone 'Asia/Shanghai')::date", as: CivilDate.self)
        guard abs(serverDay - day) <= 1 else { throw JobError.clocksDisagree(host: day, database: serverDay) }
    }

    private func refuseUntrustedClock(_ day: CivilDate, on connection: isolated Connection) throws {
        try Self.refuseDisagreeingClocks(day, on: connection)
        let lastDay = try connection.value(
            "select max(r.as_of) from ops.job_run as r where r.job = \(rawValue)", as: CivilDate?.self)
        guard let lastDay else { return }
        guard day >= lastDay else { throw JobError.goesBack(day: day, lastRun: lastDay) }
        guard day - lastDay <= Self.longestGap else { throw JobError.longGap(day: day, lastRun: lastDay) }
    }
}

/// Why a job would not trust the day a clock gave.
public enum JobError: Error, Sendable, Hashable {
    case clocksDisagree(host: CivilDate, database: CivilDate)
    case goesBack(day: CivilDate, lastRun: CivilDate)
    case longGap(day: CivilDate, lastRun: CivilDate)
}
