import PQ

extension JobError: UserFacingError {
    public var exitStatus: ExitStatus {
        switch self {
        case .clocksDisagree: .tryLater
        case .goesBack, .longGap: .failure
        }
    }

    public func sentence(in language: Language) -> String {
        switch self {
        case .clocksDisagree(let host, let database):
            language.choose(
                "本机日期 \(host) 与数据库日期 \(database) 不一致，请校时；或用 --as-of 写明日期。",
                "The host's day \(host) and the database's day \(database) disagree: set the clocks, or name the day with --as-of."
            )
        case .goesBack(let day, let lastRun):
            language.choose(
                "今日 \(day) 早于上次作业的日期 \(lastRun)，请核对时钟；或用 --as-of 写明日期。",
                "Today, \(day), is before the job's last day \(lastRun): check the clock, or name the day with --as-of."
            )
        case .longGap(let day, let lastRun):
            language.choose(
                "距上次作业（\(lastRun)）超过 45 天，请核对时钟后用 --as-of \(day) 写明日期。",
                "More than 45 days since the last run (\(lastRun)): check the clock, then name the day with --as-of \(day)."
            )
        }
    }
}
