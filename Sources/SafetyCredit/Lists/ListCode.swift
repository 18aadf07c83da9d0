public import PQ

/// A list with members, by the code the database keeps.
///
/// **Source** plan IV(3), IV(4): 被行政处理 and 严重失信主体名单.
public enum ListCode: String, CaseIterable, Sendable, PQCodable {
    case penalised, serious

    public func name(in language: Language) -> String {
        switch self {
        case .penalised: language.choose("被行政处理", "penalised")
        case .serious: language.choose("严重失信", "serious")
        }
    }
}
