/// What one release shows and every version it has ever applied; kept outside the public tree, one file per release.
///
/// Of a withdrawn entry only its id, version and key stay, so that no older publish can bring it back.
struct SiteState: Sendable {
    struct Applied: Sendable {
        var entryID: Int64
        var version: Int64
        var key: String
        /// Nil once withdrawn.
        var line: ListLine?
    }

    /// One line of `changes.json`: never a name.
    struct Change: Sendable {
        var entryID: Int64
        var version: Int64
        var action: String
        var at: String
    }

    var schemaVersion = 1
    /// Of the templates the pages were made with.
    var revision: String
    /// Ordered by entry.
    var applied: [Applied]
    /// The newest last.
    var changes: [Change]
    /// Digests of what the index pages were made of, by path: a page whose digest is the same is kept. Nil in states of earlier versions.
    var indexKeys: [String: String]?

    private static let changesKept = 500

    init(revision: String) {
        self.revision = revision
        applied = []
        changes = []
    }

    /// The lines shown, ordered by entry.
    var lines: [ListLine] { applied.compactMap(\.line) }

    subscript(entryID: Int64) -> Applied? {
        let index = firstIndex(notBelow: entryID)
        return index < applied.count && applied[index].entryID == entryID ? applied[index] : nil
    }

    mutating func apply(_ change: PublicationChange, at time: String) {
        let line = change.entry.map { ListLine($0, version: change.version) }
        let new = Applied(entryID: change.entryID, version: change.version, key: change.key, line: line)
        let index = firstIndex(notBelow: change.entryID)
        if index < applied.count, applied[index].entryID == change.entryID {
            applied[index] = new
        } else {
            applied.insert(new, at: index)
        }
        let action = line == nil ? "withdraw" : "publish"
        changes.append(Change(entryID: change.entryID, version: change.version, action: action, at: time))
        changes.removeFirst(max(0, changes.count - Self.changesKept))
    }

    /// Takes lines off whose pages are lost; read-back then asks for them again.
    mutating func dropLines(of lost: Set<Int64>) {
        guard !lost.isEmpty else { return }
        for index in applied.indices where lost.contains(applied[index].entryID) { applied[index].line = nil }
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
