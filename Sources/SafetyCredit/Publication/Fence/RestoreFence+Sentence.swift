extension RestoreFence.Closed: UserFacingError {
    public var exitStatus: ExitStatus { .notPermitted }

    public func sentence(in language: Language) -> String {
        let advice = language.choose(
            "未送出任何内容。请核对后执行 anxin publish replay，并由值班员签字。",
            "Nothing was sent. Check, run `anxin publish replay`, and have an officer sign.")
        switch self {
        case .unknownCluster(let identifier, let timeline):
            return language.choose(
                "数据库（集群 \(identifier)，时间线 \(timeline)）不是送达日志所认可的那一个，可能是由备份恢复的。",
                "The database (cluster \(identifier), timeline \(timeline)) is not the one the send journal was accepted for; it may be a restored copy. "
            ) + advice
        case .databaseBehind(let sends):
            return language.choose(
                "送达日志中有 \(sends) 项送达是数据库不知道的，数据库可能是由较早的备份恢复的。",
                "The send journal holds \(sends) sends of which the database knows nothing; it may be an older copy. ")
                + advice
        case .unsigned:
            return language.choose("送达日志已重放，尚无人签字。", "The send journal was replayed, and nobody has signed yet. ")
                + advice
        case .journalBehind:
            return language.choose(
                "送达日志比数据库所知的短，日志可能被恢复成旧的或被截断。",
                "The send journal is shorter than the database knows it; it was put back or cut short. ") + advice
        }
    }
}
