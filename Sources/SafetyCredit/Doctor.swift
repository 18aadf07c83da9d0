public import PQ

/// Looks at the whole of a register: server and schema, clocks, jobs, the ledger's seals, the queue, and every invariant.
public struct Doctor: Sendable {
    /// What one look found.
    public struct Finding: Sendable {
        public enum State: String, Sendable {
            case healthy, unhealthy
            /// Worth knowing, but nothing is wrong.
            case note
        }

        /// Kebab-case name of what was looked at.
        public let check: String
        public let state: State
        public let sentence: Bilingual
        /// Ids of cases, memberships, records or acts at fault.
        public let ids: [Int64]
    }

    /// A sentence in both languages.
    public struct Bilingual: Sendable {
        private let chinese: String
        private let english: String

        init(_ chinese: String, _ english: String) { (self.chinese, self.english) = (chinese, english) }

        public func text(in language: Language) -> String { language.choose(chinese, english) }
    }

    let catalogue: SQLCatalogue
    /// The day for which jobs should have run.
    let today: CivilDate

    public init(catalogue: SQLCatalogue, today: CivilDate) {
        (self.catalogue, self.today) = (catalogue, today)
    }

    /// Looks at server and schema; the rest makes sense only when nothing is found here.
    ///
    /// The connection is the login's own, without `set role`.
    public func foundation(_ connection: isolated Connection) throws -> [Finding] {
        let found = try DatabaseVerification.findings(connection, catalogue: catalogue)
        guard !found.isEmpty else {
            return [Finding("schema", .healthy, "数据库和结构与本程序一致", "server and schema are as this program needs them")]
        }
        return found.map {
            Finding("schema", .unhealthy, $0.sentence(in: .chinese), $0.sentence(in: .english))
        }
    }

    /// Looks at everything else, as `anxin_worker`.
    ///
    /// - Parameter keyID: id of the key of resident numbers; nil when it cannot be read.
    public func examine(
        hostDay: CivilDate, keyID: String?, _ connection: isolated Connection
    ) throws -> [Finding] {
        try clocks(hostDay, connection) + earlyActs(connection) + identityKey(keyID, connection) + jobs(connection)
            + seals(connection)
            + queue(connection)
            + Invariant.all(in: catalogue).map { try judge($0, connection) }
    }

    private func clocks(_ hostDay: CivilDate, _ connection: isolated Connection) throws -> [Finding] {
        do {
            try DayCheck.acceptHostClock(hostDay, on: connection)
            return [Finding("clock", .healthy, "本机与数据库的日期一致", "host and database agree on the day")]
        } catch UntrustedDay.clocksDisagree(_, let serverDay) {
            return [
                Finding(
                    "clock", .unhealthy, "本机日期 \(hostDay) 与数据库日期 \(serverDay) 不一致",
                    "the host's day \(hostDay) and the database's day \(serverDay) disagree")
            ]
        }
    }

    /// Acts dated after the day on which the register was told: a person named a later day, as `--as-of` allows.
    private func earlyActs(_ connection: isolated Connection) throws -> [Finding] {
        let early = try connection.values(
            """
            select a.act_id
            from intake.act as a
            where a.refusal_code is null and a.acted_on > (a.known_at at time zone 'Asia/Shanghai')::date
            order by a.act_id
            limit 20
            """,
            as: Int64.self)
        guard early.isEmpty else {
            return [
                Finding(
                    "act-dates", .note, "有行为的日期晚于登记之时（用 --as-of 提前办理的），请核对",
                    "some acts are dated later than they were told (--as-of named a day to come); look at them", early)
            ]
        }
        return [Finding("act-dates", .healthy, "没有行为的日期晚于登记之时", "no act is dated later than it was told")]
    }

    private func identityKey(_ keyID: String?, _ connection: isolated Connection) throws -> [Finding] {
        let others = try connection.values(
            "select p.subject_id from register.person as p where p.key_id is distinct from \(keyID) order by p.subject_id limit 20",
            as: Int64.self)
        let inUse = try IdentityKey.idOfRegister(on: connection)
        guard others.isEmpty, inUse == nil || inUse == keyID else {
            return [
                Finding(
                    "identity-key", .unhealthy, "本库的身份号码不能用现有密钥查找和解开，请找回原密钥文件",
                    "the key at hand is not the one of this register: find the key file its numbers were encrypted with",
                    others)
            ]
        }
        return keyID == nil
            ? [
                Finding(
                    "identity-key", .note, "没有可读的身份号码密钥，也没有已登记的人员",
                    "no readable key of resident numbers, and no person to need it")
            ]
            : [Finding("identity-key", .healthy, "身份号码密钥与已登记的人员相符", "the key of resident numbers fits every person")]
    }

    private func jobs(_ connection: isolated Connection) throws -> [Finding] {
        let last = try connection.rows(
            "select r.job, max(r.as_of) from ops.job_run as r group by r.job", as: (String, CivilDate).self)
        return Job.allCases.map { job in
            let name = job.rawValue
            guard let lastDay = last.first(where: { $0.0 == name })?.1 else {
                return Finding("job \(name)", .note, "从未运行", "has never run")
            }
            guard lastDay <= today else {
                return Finding(
                    "job \(name)", .unhealthy, "曾以将来日期 \(lastDay) 运行，应到期的可能已提前处理",
                    "was run for \(lastDay), a day to come: what is not yet due may be done already")
            }
            guard today - lastDay > Job.longestPause else {
                return Finding("job \(name)", .healthy, "最近为 \(lastDay) 运行", "last run for \(lastDay)")
            }
            return Finding(
                "job \(name)", .unhealthy, "最近为 \(lastDay) 运行，已迟 \(today - lastDay) 日",
                "last run for \(lastDay), \(today - lastDay) days ago")
        }
    }

    private func seals(_ connection: isolated Connection) throws -> [Finding] {
        let breaks = try LedgerSeal.breaks(on: connection)
        guard breaks.isEmpty else {
            return [
                Finding(
                    "ledger-seal", .unhealthy, "\(breaks.count) 个封印与行为账不符", "\(breaks.count) seals do not hold",
                    breaks.map(\.sealNo))
            ]
        }
        let late = try LedgerSeal.unsealedCount(on: connection)
        guard late == 0 else {
            return [
                Finding(
                    "ledger-seal", .unhealthy, "\(late) 项超过一天的行为没有封印：作业没有运行，或者有会话的事务一直没有结束",
                    "\(late) acts older than a day are not sealed: the job does not run, or a session leaves its transaction open"
                )
            ]
        }
        return [Finding("ledger-seal", .healthy, "封印与行为账相符", "every seal holds")]
    }

    private func queue(_ connection: isolated Connection) throws -> [Finding] {
        let dead = try connection.values(
            "select i.membership_id from publication.item as i where i.state = 'dead' order by i.membership_id",
            as: Int64.self)
        guard dead.isEmpty else {
            return [
                Finding(
                    "publication-queue", .unhealthy, "\(dead.count) 项公示变更被渠道拒绝，须由人处理",
                    "\(dead.count) changes were refused by their channel and need a person", dead)
            ]
        }
        return [Finding("publication-queue", .healthy, "没有被拒绝的公示变更", "no change is refused by its channel")]
    }

    private func judge(_ invariant: Invariant, _ connection: isolated Connection) throws -> Finding {
        let violations = try invariant.violations(on: connection)
        let (chinese, english) = (invariant.sentence(in: .chinese), invariant.sentence(in: .english))
        guard let first = violations.first else { return Finding(invariant.name, .healthy, chinese, english) }
        return Finding(
            invariant.name, .unhealthy, "不成立：\(chinese)如 \(first.fact)",
            "broken: \(english) For instance \(first.fact)",
            violations.map(\.aboutID))
    }
}

extension Doctor.Finding {
    public init(_ check: String, _ state: State, _ chinese: String, _ english: String, _ ids: [Int64] = []) {
        self.init(check: check, state: state, sentence: Doctor.Bilingual(chinese, english), ids: ids)
    }
}
