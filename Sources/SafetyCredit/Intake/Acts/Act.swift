public import PQ

/// Something an officer does that changes the register: one type, one handler, one transaction.
///
/// The command, file imports and any later interface submit the same acts through `Ledger`.
public protocol Act: Sendable {
    /// Kebab-case name, as in the `act` field of a line.
    static var name: String { get }
    /// The role an officer needs to sign it.
    static var role: OfficerRole { get }
    /// The fields of its line beyond those of the envelope.
    static var fields: [ActField] { get }

    /// Reads the fields of a line.
    ///
    /// - Throws: `Refusal` when a field is missing or not of its kind.
    init(reading fields: ActFields) throws

    /// Checks the act against the register and writes it.
    ///
    /// Runs in a transaction that the ledger commits.
    /// - Throws: `Refusal` with the rule that forbids the act; `PQError`.
    func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome
}

/// One field of an act's line, as the JSON Schema shows it.
public struct ActField: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case text, date, integer, boolean, creditCode
        case choice([String])
        case list([ActField])
    }

    public let name: String
    public let kind: Kind
    public let isRequired: Bool
    public let note: String

    public init(_ name: String, _ kind: Kind, required: Bool = true, _ note: String) {
        self.name = name
        self.kind = kind
        self.isRequired = required
        self.note = note
    }
}

/// What a performing act is given besides its own fields.
public struct ActContext: Sendable {
    /// Id the act will have in the ledger; rows it writes point to it.
    public let actID: Int64
    /// Legal date of the act.
    public let on: CivilDate
    public let officer: Officer
    public let key: String
    /// Key under which numbers of persons are encrypted and found.
    public let identityKey: IdentityKey
}

/// What a performed act answers.
public struct ActOutcome: Sendable {
    /// Subject the act concerns; 0 for none.
    public let subjectID: Int64
    /// Ids and due dates.
    public let answer: [String: JSONValue]

    public init(subjectID: Int64 = 0, answer: [String: JSONValue]) {
        self.subjectID = subjectID
        self.answer = answer
    }
}
