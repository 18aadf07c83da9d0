/// Why a document could not be made.
public enum DocumentError: Error, Sendable, Hashable {
    case unknownDocument(String)
    case severalDocuments(String, kinds: [DocumentKind])
    case unknownTemplate(kind: DocumentKind, version: Int16)
    /// The template gives other bytes than when the document was issued.
    case differs(number: String)
}

extension DocumentError: UserFacingError {
    public var exitStatus: ExitStatus {
        switch self {
        case .unknownDocument, .severalDocuments: .usage
        case .unknownTemplate: .configuration
        case .differs: .bug
        }
    }

    public func sentence(in language: Language) -> String {
        switch self {
        case .unknownDocument(let name):
            language.choose(
                "没有已出具的文书“\(name)”；先用 anxin doc issue 出具。",
                "No document “\(name)” was issued; issue it with anxin doc issue."
            )
        case .severalDocuments(let name, let kinds):
            language.choose(
                "“\(name)”有多份文书，请加 --kind：\(Self.list(kinds))。",
                "“\(name)” has several documents; add --kind: \(Self.list(kinds)).")
        case .unknownTemplate(let kind, let version):
            language.choose(
                "本程序没有 \(kind.rawValue) 的第 \(version) 版模板，请使用新版 anxin。",
                "This program has no version \(version) of the template \(kind.rawValue); use a newer anxin.")
        case .differs(let number):
            language.choose(
                "文书 \(number) 重新生成的内容与出具时不一致，未输出。",
                "The document \(number) no longer comes out as it was issued; nothing was written.")
        }
    }

    private static func list(_ kinds: [DocumentKind]) -> String { kinds.map(\.rawValue).joined(separator: ", ") }
}
