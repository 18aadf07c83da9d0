public import PQ

/// One act as submitted: the envelope every act has, and the members its own type reads.
public struct ActLine: Sendable {
    static let envelopeFields: Set<String> = ["act", "on", "officer", "key"]

    public let act: String
    public let on: CivilDate
    public let officerCode: String
    public let key: String
    let members: [String: JSONValue]
    /// A job made it: nobody else signs as the system.
    let isAutomatic: Bool

    /// Reads the envelope of a JSON object that somebody submits.
    ///
    /// - Throws: `Refusal` naming the missing or malformed field.
    public init(_ value: JSONValue) throws(Refusal) { try self.init(value, isAutomatic: false) }

    init(_ value: JSONValue, isAutomatic: Bool) throws(Refusal) {
        guard let members = value.members else { throw Refusal(.notAnObject) }
        let fields = ActFields(members)
        self.act = try Self.word("act", of: fields)
        self.on = try fields.date("on")
        self.officerCode = try Self.word("officer", of: fields)
        self.key = try Self.word("key", of: fields)
        // As the database counts them.
        guard key.unicodeScalars.count <= 200 else {
            throw Refusal(.badField, ["field": "key", "expected": "200 characters at most"])
        }
        self.members = members
        self.isAutomatic = isAutomatic
    }

    /// A word that is kept and answered as it stands, so that no number of a person may be in it (RD-25).
    private static func word(_ name: String, of fields: ActFields) throws(Refusal) -> String {
        let word = try fields.unmaskedText(name)
        guard word.maskingResidentNumbers() == word else {
            throw Refusal(.badField, ["field": name, "expected": "a text without resident number"])
        }
        return word
    }

    /// Reads one line of a JSON Lines file.
    ///
    /// - Throws: `Refusal`, also when the line is no JSON.
    public init(parsing line: String) throws(Refusal) {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: line)
        } catch {
            throw Refusal(.notJSON)
        }
        try self.init(value)
    }

    /// The object as the ledger keeps it: every resident number in it is masked, wherever it stands.
    var payload: JSONValue {
        JSONValue.object(members).maskingResidentNumbers().replacingZeroBytes()
    }

    /// Keyed digest of the whole request, by which a key used for other content is told from a repetition.
    func digest(with identityKey: IdentityKey) throws -> [UInt8] {
        try identityKey.digest(ofRequest: JSONValue.object(members).canonicalText).bytes
    }
}
