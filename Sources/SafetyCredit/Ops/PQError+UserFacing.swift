public import PQ

extension PQError: UserFacingError {
    public var exitStatus: ExitStatus {
        switch sqlState {
        // The server answered: what helps is a grant or a password, not trying again.
        case .insufficientPrivilege?, .invalidAuthorization?, .invalidPassword?: .notPermitted
        case .lockNotAvailable?, .serializationFailure?, .deadlockDetected?: .tryLater
        default: isUnavailable ? .unavailable : .failure
        }
    }

    public func sentence(in language: Language) -> String {
        if case .connectionFailed(let fault) = self { return fault.sentence(in: language) }
        if sqlState == .insufficientPrivilege {
            return language.choose(
                "数据库登录用户没有所需的权限（\(description)），请换用其他登录用户或请管理员授权。",
                "The database login lacks a privilege (\(description)); use another login or ask an administrator for it."
            )
        }
        return isUnavailable
            ? language.choose("数据库中断：\(description)", "The database went away: \(description)")
            : language.choose("数据库报告错误：\(description)", "The database reported an error: \(description)")
    }
}

extension ConnectionFault {
    /// What to look at, by the names the connection string has for it.
    fileprivate func sentence(in language: Language) -> String {
        let names = settings.map(\.rawValue)
        let state = sqlState.map { language.choose("（\($0)）", " (\($0))") } ?? ""
        return language.choose(
            "无法连接数据库\(state)，请检查连接设置 \(names.joined(separator: "、"))。",
            "Cannot connect to the database\(state); look at the connection's \(names.joined(separator: ", ")).")
    }
}
