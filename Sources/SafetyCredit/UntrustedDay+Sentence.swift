import PQ

extension UntrustedDay: UserFacingError {
    public var exitStatus: ExitStatus {
        switch self {
        case .clocksDisagree: .tryLater
        case .goesBack, .longGap, .takesBack: .failure
        }
    }

    public func sentence(in language: Language) -> String {
        switch self {
        case .clocksDisagree(let host, let database):
            language.choose(
                "本机日期 \(host) 与数据库日期 \(database) 不一致，请校时；或用 --as-of 写明日期。",
                "The host's day \(host) and the database's day \(database) disagree: set the clocks, or name the day with --as-of."
            )
        case .goesBack(let day, let last):
            language.choose(
                "今日 \(day) 早于最近一次作业或公示的日期 \(last)，请核对时钟；或用 --as-of 写明日期。",
                "Today, \(day), is before the last day worked (\(last)): check the clock, or name the day with --as-of."
            )
        case .longGap(let day, let last):
            language.choose(
                "距最近一次作业或公示（\(last)）超过 45 天，请核对时钟后用 --as-of \(day) 写明日期。",
                "More than 45 days since the last day worked (\(last)): check the clock, then name the day with --as-of \(day)."
            )
        case .takesBack(let day, let reconciled):
            language.choose(
                "各渠道已按 \(reconciled) 比对；退回 \(day) 会撤下此后列入的、重新公示此后到期的。确要如此请加 --yes。",
                "The channels were brought to \(reconciled) already; \(day) would withdraw what was listed since and show again what expired. Add --yes if that is meant."
            )
        }
    }
}
