/// The answer to one submitted act.
public struct ActReply: Sendable {
    public enum Outcome: Sendable {
        case done(actID: Int64, answer: [String: JSONValue])
        /// The key was performed before; the answer is the one given then.
        case repeated(actID: Int64, answer: [String: JSONValue])
        case refused(Refusal)
    }

    public let act: String
    public let key: String
    public let outcome: Outcome

    init(_ line: ActLine, _ outcome: Outcome) {
        self.act = line.act
        self.key = line.key
        self.outcome = outcome
    }

    /// An answer to a line that could not be read as an act.
    public init(unreadable refusal: Refusal) {
        self.act = ""
        self.key = ""
        self.outcome = .refused(refusal)
    }

    public var isRefused: Bool {
        if case .refused = outcome { true } else { false }
    }

    /// One JSON line: act, key, outcome, then the answer, or the code, the rule and what would make the act valid.
    public func line(in language: Language) -> String {
        var members: [String: JSONValue] = ["act": .string(act), "key": .string(key)]
        switch outcome {
        case .done(let actID, let answer), .repeated(let actID, let answer):
            members.merge(answer) { given, _ in given }
            members["act_id"] = .integer(actID)
            if case .repeated = outcome { members["outcome"] = "repeated" } else { members["outcome"] = "done" }
        case .refused(let refusal):
            members["outcome"] = "refused"
            members["code"] = .string(refusal.code.rawValue)
            members["rule"] = refusal.code.source.map { .string($0) } ?? .null
            members["message"] = .string(refusal.sentence(in: language).maskingResidentNumbers())
        }
        return JSONValue.object(members).canonicalText
    }
}
