extension ChannelError: UserFacingError {
    public var exitStatus: ExitStatus {
        switch self {
        case .busy, .unreachable, .throttled, .stopped: .tryLater
        case .io, .damaged: .inputOutput
        case .denied: .configuration
        case .badTime: .bug
        }
    }

    public func sentence(in language: Language) -> String {
        guard language == .chinese else { return description }
        return switch self {
        case .busy(let channel): "渠道 \(channel) 正由另一进程处理，请稍后再试。"
        case .io(let operation, let path, let code): "\(path) 无法\(operation)（错误 \(code)）。"
        case .damaged(let path, let reason): "\(path) 内容有误（\(reason.rawValue)），需要人工检查。"
        case .unreachable(let reason): "对方系统无法访问（\(reason)）。"
        case .denied(let status): "对方系统不接受本机的证书或签名（状态 \(status)）。"
        case .throttled(let seconds): "对方系统要求暂停 \(seconds) 秒。"
        case .stopped: "工作在完成前被叫停。"
        case .badTime(let text): "“\(text)”不是 ISO 8601 时刻。"
        }
    }
}
