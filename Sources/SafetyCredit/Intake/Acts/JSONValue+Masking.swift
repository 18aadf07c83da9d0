extension JSONValue {
    /// The value with every resident number in any of its strings and member names masked.
    func maskingResidentNumbers() -> JSONValue {
        switch self {
        case .string(let text): return .string(text.maskingResidentNumbers())
        case .array(let elements): return .array(elements.map { $0.maskingResidentNumbers() })
        case .object(let members):
            let masked = members.map { ($0.maskingResidentNumbers(), $1.maskingResidentNumbers()) }
            return .object(Dictionary(masked) { first, _ in first })
        case .integer(let value):
            // A number typed without quotes is as personal as one with them.
            let text = String(value)
            let masked = text.maskingResidentNumbers()
            return masked == text ? self : .string(masked)
        case .null, .bool, .number: return self
        }
    }

    /// The value without the one character that PostgreSQL cannot keep.
    func replacingZeroBytes() -> JSONValue {
        switch self {
        case .string(let text): .string(text.replacing("\0", with: "\u{FFFD}"))
        case .array(let elements): .array(elements.map { $0.replacingZeroBytes() })
        case .object(let members):
            .object(
                Dictionary(members.map { ($0.replacing("\0", with: "\u{FFFD}"), $1.replacingZeroBytes()) }) {
                    first, _ in
                    first
                })
        case .null, .bool, .integer, .number: self
        }
    }
}
