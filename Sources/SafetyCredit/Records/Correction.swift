import PQ

/// What a correction changes of a record: columns of its kind with their new values.
struct Correction: Sendable {
    static let field = ActField(
        "changes",
        .list([
            ActField("field", .text, "要更正的字段名，如 responsibility、revoked_on"),
            ActField("value", .text, required: false, "更正后的值；不写为清空"),
        ]), required: false, "更正的内容")

    private let changes: [(field: String, value: String?)]

    var isEmpty: Bool { changes.isEmpty }
    var fields: Set<String> { Set(changes.map(\.field)) }

    init(reading fields: ActFields) throws(Refusal) {
        var changes: [(String, String?)] = []
        for change in try fields.list("changes") {
            try change.refuseUndeclared(beyond: [ActField("field", .text, ""), ActField("value", .text, "")])
            changes.append((try change.text("field"), try Self.value(of: change)))
        }
        guard Set(changes.map(\.0)).count == changes.count else {
            throw Refusal(.badField, ["field": "changes", "expected": "each field once"])
        }
        self.changes = changes
    }

    /// The columns with the values they store.
    ///
    /// - Throws: `Refusal.badField` for a column that the kind does not have, or a value that it does not take.
    func columns(of kind: RecordKind) throws(Refusal) -> JSONValue {
        var columns: [String: JSONValue] = [:]
        for (field, value) in changes {
            guard let column = kind.correctable.first(where: { $0.name == field }) else {
                throw Refusal(
                    .badField,
                    ["field": field, "expected": kind.correctable.map(\.name).joined(separator: ", ")])
            }
            columns[field] = try column.value(of: value)
        }
        return .object(columns)
    }

    /// Numbers and truth values may be written as JSON has them.
    private static func value(of change: ActFields) throws(Refusal) -> String? {
        switch change.members["value"] {
        case .integer(let number): String(number)
        case .bool(let value): String(value)
        default: try change.optionalText("value")
        }
    }
}
