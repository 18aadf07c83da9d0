import PQ
import SafetyCredit

/// The database that the options name, telling on standard error when the embedded one is made or started.
func database(_ options: CommonOptions) throws -> Database {
    let configuration = try options.configuration()
    let (language, quiet) = (configuration.language, options.quiet)
    return Database(configuration) { event in Console.note(event.sentence(in: language), quiet: quiet) }
}

/// Runs a body on one connection as `anxin_worker`.
///
/// **Throws** what the body throws, and `OpsError` or `PQError` when the database cannot be used, for instance
/// `OpsError.schemaOutdated` where `anxin db up` has to run first.
func withDatabase<T: Sendable>(
    _ options: CommonOptions, role: DatabaseRole = .worker, _ body: @Sendable (isolated Connection) throws -> T
) async throws -> T {
    try await database(options).withConnection(role: role, body)
}

/// Runs a body that writes: for the day that was named, or for the host's day if the database's clock bears it out.
///
/// **Throws** `UntrustedDay.clocksDisagree` besides.
func withDatabase<T: Sendable>(
    _ options: CommonOptions, writingOn day: AsOfOptions, _ body: @Sendable (isolated Connection) throws -> T
) async throws -> T {
    let hostDay = day.asOf == nil ? BusinessMoment.now().day : nil
    return try await withDatabase(options) { connection in
        if let hostDay { try DayCheck.acceptHostClock(hostDay, on: connection) }
        return try body(connection)
    }
}

extension EmbeddedCluster.Event {
    func sentence(in language: Language) -> String {
        switch self {
        case .creating(let directory):
            language.choose("正在 \(directory) 创建内嵌数据库…", "creating the embedded database at \(directory) …")
        case .started(let directory):
            language.choose(
                "已启动内嵌数据库：\(directory)（停止：anxin db stop）",
                "started embedded database at \(directory) (to stop it: anxin db stop)")
        case .stopped(let directory):
            language.choose("已停止内嵌数据库：\(directory)", "stopped embedded database at \(directory)")
        }
    }
}
