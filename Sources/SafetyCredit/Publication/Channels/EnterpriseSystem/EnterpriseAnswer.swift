/// What the system says about a push: believed only as far as it repeats what was sent, and never as proof.
struct EnterpriseReceipt: Decodable {
    var key: String
    var entryID: Int64
    var version: Int64
    /// The system's own number of the entry.
    var reference: String?

    enum CodingKeys: String, CodingKey {
        case key
        case entryID = "entry_id"
        case version, reference
    }

    /// Why it is no receipt of this change; nil when it is.
    func fault(against change: PublicationChange) -> ReceiptFault? {
        if key != change.key || entryID != change.entryID { return .unknownKey }
        if version != change.version { return .wrongVersion(sent: change.version, received: version) }
        return nil
    }
}

/// What the system shows of one entry: the answer to `GET /entries/<id>`, and one member of `GET /entries`.
struct EnterpriseShown: Decodable {
    enum State: String, Decodable { case shown, absent }

    var entryID: Int64
    var state: State
    /// The newest version applied; 0 when the entry was never heard of.
    var version: Int64
    var entry: PublicationEntry?

    enum CodingKeys: String, CodingKey {
        case entryID = "entry_id"
        case state, version, entry
    }

    /// Whether it shows exactly what the change asks for; a digest is taken of what is shown and not of what is claimed.
    func proves(_ change: PublicationChange) -> Bool {
        guard entryID == change.entryID, version == change.version else { return false }
        guard let wanted = change.entry else { return state == .absent && entry == nil }
        return state == .shown && entry == wanted
    }
}

/// One page of `GET /entries?after=<id>`, entries in growing order.
struct EnterprisePage: Decodable {
    var entries: [EnterpriseShown]
    /// Where the next page starts; nil after the last.
    var next: Int64?
}

/// Why a change was refused, as the system says it.
struct EnterpriseRefusal: Decodable {
    var reason: String?
    var field: String?

    /// One short line without control characters: it goes into reports.
    var text: String {
        let text = [field, reason].compactMap { $0 }.joined(separator: ": ")
        let visible = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
        return String(String.UnicodeScalarView(visible).prefix(200))
    }
}
