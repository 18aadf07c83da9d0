/// What became of one change; it never throws away what happened.
public enum DeliveryOutcome: Sendable, Hashable {
    /// Read back: the channel shows (or, for a withdrawal, no longer shows) the entry.
    case done(evidence: DeliveryEvidence)
    /// Handed over, proof to come: the evidence is of the hand-over only.
    case accepted(evidence: DeliveryEvidence)
    /// Not applied, and sending the same again would not help.
    case refused(DeliveryFault)
    /// Nobody knows whether it was applied; never taken as done.
    case unclear(DeliveryFault)
    /// Certainly not applied; the same again may help.
    case postponed(DeliveryFault)
}

/// What was read to know that a change was applied or handed over.
public struct DeliveryEvidence: Sendable, Hashable {
    /// What was read: a file's path below the channel's root.
    public var path: String
    /// Of the bytes read.
    public var sha256: String
    public var bytes: Int
    /// The receiver's own reference of the entry or batch, where it has one.
    public var reference: String?

    public init(path: String, sha256: String, bytes: Int, reference: String? = nil) {
        self.path = path
        self.sha256 = sha256
        self.bytes = bytes
        self.reference = reference
    }

    /// The evidence as the history keeps it.
    var canonicalText: String {
        String(
            decoding: JSONWriter.object { writer in
                writer.member("bytes", Int64(bytes))
                writer.member("path", path)
                writer.member("reference", reference)
                writer.member("sha256", sha256)
            }, as: UTF8.self)
    }
}

/// Why a change was refused or its outcome is unclear.
public enum DeliveryFault: Error, Sendable, Hashable {
    /// The channel's column takes fewer characters.
    case fieldTooLong(name: String, limit: Int, length: Int)
    /// A version as new or newer was applied to this entry before.
    case stale(applied: Int64)
    /// The field would show a person's data in clear.
    case unmasked(field: String)
    /// The entry inside the change is another one than the change names.
    case wrongEntry(Int64)
    /// What stands on the channel is not what was sent.
    case notReadBack(path: String)
    /// The receiver said no.
    case refusedByReceiver(reason: String)
    /// The answer was lost: timed out, dropped, too large.
    case unanswered(String)
    /// The receiver answered with a status that says nothing about the change, a redirect among them.
    case unexpectedStatus(Int)
    /// The batch ended before this change.
    case notTried

    /// Whether the channel answered: then to ask it again and again helps no further, and a person must look.
    var isAnswer: Bool {
        if case .notReadBack = self { true } else { false }
    }
}

/// One entry as a channel shows it, read from the channel.
public struct ShownEntry: Sendable, Hashable {
    public var entryID: Int64
    public var version: Int64
    /// Of the canonical JSON of the entry as shown; empty when that could not be read.
    public var sha256: String
    /// What is wrong with the way it is shown, nil when it is whole.
    public var difference: ShownDifference?

    public init(entryID: Int64, version: Int64, sha256: String, difference: ShownDifference? = nil) {
        self.entryID = entryID
        self.version = version
        self.sha256 = sha256
        self.difference = difference
    }
}

/// Parts of a channel that contradict one another about an entry.
public enum ShownDifference: String, Sendable, Hashable {
    case pageWithoutListLine = "page-without-list-line"
    case listLineWithoutPage = "list-line-without-page"
    case pageDiffersFromList = "page-differs-from-list"
}
