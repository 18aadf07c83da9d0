internal import PQ

/// What one release shows and every version it has ever applied; kept outside the public tree, one file per release.
///
/// Of a withdrawn entry only its id, version and key stay, so that no older publish can bring it back.
struct SiteState: Sendable {
    struct Applied: Sendable {
        var entryID: Int64
        var version: Int64
        var key: String
        /// Nil once withdrawn.
        var place: Place?
    }

    /// What decides on which index pages an entry stands.
    struct Place: Sendable, Hashable {
        var listCode: String
        var reportingUnit: String
        var decidedOn: CivilDate
    }

    /// One line of `changes.json`: never a name.
    struct Change: Sendable {
        var entryID: Int64
        var version: Int64
        var action: String
        var at: String
    }

    static let schemaVersion: Int64 = 3
    /// Of the templates the pages were made with.
    var revision: String
    /// Ordered by entry.
    var applied: [Applied]
    /// The newest last.
    var changes: [Change]
    /// Digests of what the index pages were made of, by path: a page whose digest is the same is kept. Nil in states of earlier versions.
    var indexKeys: [String: String]?
    /// Of every file of the release but the entry pages, by path; empty in states of earlier versions.
    var digests: [String: String] = [:]

    private static let changesKept = 500

    init(revision: String) {
        self.revision = revision
        applied = []
        changes = []
    }

    /// What is shown, ordered by entry.
    var shown: [Applied] { applied.filter { $0.place != nil } }

    subscript(entryID: Int64) -> Applied? {
        let index = firstIndex(notBelow: entryID)
        return index < applied.count && applied[index].entryID == entryID ? applied[index] : nil
    }

    mutating func apply(_ change: PublicationChange, at time: String) {
        let place = change.entry.map {
            Place(listCode: $0.listCode, reportingUnit: $0.reportingUnit, decidedOn: $0.decidedOn)
        }
        let new = Applied(entryID: change.entryID, version: change.version, key: change.key, place: place)
        let index = firstIndex(notBelow: change.entryID)
        if index < applied.count, applied[index].entryID == change.entryID {
            applied[index] = new
        } else {
            applied.insert(new, at: index)
        }
        let action = place == nil ? "withdraw" : "publish"
        changes.append(Change(entryID: change.entryID, version: change.version, action: action, at: time))
        changes.removeFirst(max(0, changes.count - Self.changesKept))
    }

    /// Takes off entries whose pages are lost; read-back then asks for them again.
    mutating func drop(_ lost: Set<Int64>) {
        guard !lost.isEmpty else { return }
        for index in applied.indices where lost.contains(applied[index].entryID) { applied[index].place = nil }
    }

    private func firstIndex(notBelow entryID: Int64) -> Int {
        var (low, high) = (0, applied.count)
        while low < high {
            let middle = (low + high) / 2
            if applied[middle].entryID < entryID { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
