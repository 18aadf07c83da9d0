public import PQ

/// Reads the typed fields of one line, naming the field in every refusal.
public struct ActFields: Sendable {
    let members: [String: JSONValue]
    private let vouchedCodes: Set<String>

    /// - Parameter vouchedCodes: codes whose check characters are not asked for (RD-43).
    init(_ members: [String: JSONValue], vouchedCodes: Set<String> = []) {
        self.members = members
        self.vouchedCodes = vouchedCodes
    }

    /// Refuses the line when it holds a field the act does not declare: a misspelt field is never silently ignored.
    func refuseUndeclared(beyond declared: [ActField]) throws(Refusal) {
        let known = Set(declared.map(\.name)).union(ActLine.envelopeFields)
        if let stranger = members.keys.sorted().first(where: { !known.contains($0) }) {
            throw Refusal(.unknownField, ["field": stranger])
        }
    }

    /// The given fields alone: for a part of a line that reads itself.
    func only(_ fields: [ActField]) -> ActFields {
        let names = Set(fields.map(\.name))
        return ActFields(members.filter { names.contains($0.key) })
    }

    public func text(_ name: String) throws(Refusal) -> String {
        guard let text = try optionalText(name) else { throw Refusal(.missingField, ["field": name]) }
        return text
    }

    /// The text without surrounding blanks and with resident numbers masked; nil when absent, null or blank.
    public func optionalText(_ name: String) throws(Refusal) -> String? {
        try optionalUnmaskedText(name)?.maskingResidentNumbers()
    }

    /// The text as given: for the one field that is a resident number, and for words that are refused with one in them.
    func unmaskedText(_ name: String) throws(Refusal) -> String {
        guard let text = try optionalUnmaskedText(name) else { throw Refusal(.missingField, ["field": name]) }
        return text
    }

    private func optionalUnmaskedText(_ name: String) throws(Refusal) -> String? {
        switch members[name] ?? .null {
        case .null: return nil
        case .string(let text):
            let trimmed = text.trimmingBlanks()
            guard trimmed.count <= 4000, !trimmed.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\n" }) else {
                throw Refusal(.badField, ["field": name, "expected": "text without control characters, 4000 at most"])
            }
            return trimmed.isEmpty ? nil : trimmed
        default: throw Refusal(.badField, ["field": name, "expected": "text"])
        }
    }

    public func date(_ name: String) throws(Refusal) -> CivilDate {
        guard let date = try optionalDate(name) else { throw Refusal(.missingField, ["field": name]) }
        return date
    }

    public func optionalDate(_ name: String) throws(Refusal) -> CivilDate? {
        guard let text = try optionalText(name) else { return nil }
        guard let date = CivilDate(iso: text), date.isFinite else {
            throw Refusal(.badField, ["field": name, "expected": "date YYYY-MM-DD"])
        }
        return date
    }

    public func optionalInteger(_ name: String) throws(Refusal) -> Int64? {
        switch members[name] ?? .null {
        case .null: return nil
        case .integer(let value): return value
        default: throw Refusal(.badField, ["field": name, "expected": "integer"])
        }
    }

    public func boolean(_ name: String, default missing: Bool) throws(Refusal) -> Bool {
        switch members[name] ?? .null {
        case .null: return missing
        case .bool(let value): return value
        default: throw Refusal(.badField, ["field": name, "expected": "true or false"])
        }
    }

    public func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, of type: Choice.Type
    ) throws(Refusal) -> Choice where Choice.RawValue == String {
        let text = try text(name)
        guard let choice = Choice(rawValue: text) else {
            throw Refusal(
                .badField, ["field": name, "expected": Choice.allCases.map(\.rawValue).joined(separator: ", ")])
        }
        return choice
    }

    public func creditCode(_ name: String) throws(Refusal) -> CreditCode {
        guard let code = try optionalCreditCode(name) else { throw Refusal(.missingField, ["field": name]) }
        return code
    }

    public func optionalCreditCode(_ name: String) throws(Refusal) -> CreditCode? {
        guard let text = try optionalText(name) else { return nil }
        do {
            return try CreditCode(text, vouchedFor: vouchedCodes)
        } catch {
            throw Refusal(
                .badField, ["field": name, "expected": "unified social credit code with valid check characters"])
        }
    }

    /// The objects of a list, each to be read in turn; empty when absent.
    public func list(_ name: String) throws(Refusal) -> [ActFields] {
        switch members[name] ?? .null {
        case .null: return []
        case .array(let elements):
            var objects: [ActFields] = []
            for element in elements {
                guard let members = element.members else {
                    throw Refusal(.badField, ["field": name, "expected": "list of objects"])
                }
                objects.append(ActFields(members))
            }
            return objects
        default: throw Refusal(.badField, ["field": name, "expected": "list of objects"])
        }
    }
}

extension String {
    /// The text without blanks at either end, the ideographic space among them.
    func trimmingBlanks() -> String {
        let blank: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{3000}" || $0 == "\u{FEFF}" }
        guard let first = firstIndex(where: { !blank($0) }), let last = lastIndex(where: { !blank($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
