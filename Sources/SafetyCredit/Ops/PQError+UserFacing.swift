public import PQ

extension PQError: UserFacingError {
    public var exitStatus: ExitStatus {
        if isUnavailable { return .unavailable }
        return switch sqlState {
        case .insufficientPrivilege?: .notPermitted
        case .lockNotAvailable?, .serializationFailure?, .deadlockDetected?: .tryLater
        default: .failure
        }
    }

    public func sentence(in language: Language) -> String {
        isUnavailable
            ? language.choose("无法使用数据库：\(description)", "The database is unavailable: \(description)")
            : language.choose("数据库报告错误：\(description)", "The database reported an error: \(description)")
    }
}
