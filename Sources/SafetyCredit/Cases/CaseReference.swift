/// How an act names a case: `"case"` holds the id or the key of the act that opened it.
enum CaseReference: Sendable, CustomStringConvertible {
    case id(Int64)
    case openedBy(key: String)

    static let field = ActField("case", .text, "案件编号，或立案行为的幂等键")

    init(reading fields: ActFields) throws(Refusal) {
        if case .integer(let id) = fields.members["case"] {
            self = .id(id)
        } else {
            self = .openedBy(key: try fields.text("case"))
        }
    }

    var description: String {
        switch self {
        case .id(let id): String(id)
        case .openedBy(let key): key
        }
    }
}
