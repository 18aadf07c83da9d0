import Mustache
internal import PQ

/// What a document's template sees: the stored data, made safe to show; members that end in `_on` are dates.
struct DocumentView: MustacheParent {
    /// Stands in a value where an officer began a new line.
    static let newLine: Character = "\u{2028}"

    private let members: [String: JSONValue]

    init(_ members: [String: JSONValue]) { self.members = members }

    func child(named name: String) -> Any? {
        switch members[name] {
        case .string(let text) where name.hasSuffix("_on"):
            CivilDate(iso: text).map { ChineseDate.text($0) } ?? text
        case .string(let text):
            VisibleText.of(text.replacing("\r\n", with: "\n")).replacing("\n", with: String(Self.newLine))
        case .integer(let number): String(number)
        case .bool(let flag): flag
        case .array(let elements): elements.map { DocumentView($0.members ?? [:]) }
        case .object(let members): DocumentView(members)
        case .number, .null, nil: nil
        }
    }
}
