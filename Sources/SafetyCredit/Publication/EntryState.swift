public import PQ

/// What a channel is proven to show of an entry.
public enum EntryState: String, CaseIterable, Sendable, PQDecodable {
    case absent, shown
    /// After an answer that was not clear: never taken for shown or gone.
    case unknown

    public func name(in language: Language) -> String {
        switch self {
        case .absent: language.choose("未公示", "absent")
        case .shown: language.choose("已公示", "shown")
        case .unknown: language.choose("不明", "unknown")
        }
    }
}
