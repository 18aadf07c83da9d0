import SafetyCredit

/// What can go wrong with the demo itself; the register's own errors pass through.
enum DemoError: Error {
    /// The database holds subjects.
    case databaseInUse
    /// The folder holds something that no demo left there.
    case folderInUse(path: String)
    /// An act that has to succeed was refused.
    case refused(act: String, Refusal)
    /// An act that has to be refused was performed.
    case notRefused(act: String)
    /// What the demo was about to say is not so.
    case notSo(chinese: String, english: String)
}

extension DemoError: UserFacingError {
    var exitStatus: ExitStatus {
        switch self {
        case .databaseInUse, .folderInUse: .usage
        case .refused, .notRefused, .notSo: .failure
        }
    }

    func sentence(in language: Language) -> String {
        switch self {
        case .databaseInUse:
            language.choose(
                "该数据库已有信用主体，演示只在空库上进行。", "The database holds subjects; the demo runs on an empty one only.")
        case .folderInUse(let path):
            language.choose(
                "目录 \(path) 不是演示留下的，也不是空的；请用 --directory 另指一处。",
                "\(path) is neither empty nor left by a demo; name another place with --directory.")
        case .refused(let act, let refusal):
            language.choose(
                "演示中断：\(act) 被拒绝：\(refusal.sentence(in: .chinese))",
                "The demo broke off: \(act) was refused: \(refusal.sentence(in: .english))")
        case .notRefused(let act):
            language.choose("演示中断：\(act) 应被拒绝，却办成了", "The demo broke off: \(act) was performed but had to be refused")
        case .notSo(let chinese, let english):
            language.choose("演示中断，与事实不符：\(chinese)", "The demo broke off, this is not so: \(english)")
        }
    }
}
