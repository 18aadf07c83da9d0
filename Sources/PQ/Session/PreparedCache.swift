/// Which statements the server has prepared for this connection, by SQL and parameter types.
///
/// A statement is prepared when it comes the second time; the least recently used one leaves when the cache is full.
struct PreparedCache {
    struct Key: Hashable {
        let sql: String
        let types: [TypeOID]
    }

    struct Entry {
        /// nil: seen once, not yet prepared.
        var name: String?
        var lastUse: UInt64
    }

    let capacity: Int
    private var entries: [Key: Entry] = [:]
    private var clock: UInt64 = 0
    private var names: UInt64 = 0

    init(capacity: Int) { self.capacity = capacity }

    var count: Int { entries.count { $0.value.name != nil } }

    enum Decision {
        /// Run it unprepared.
        case once
        case prepared(String)
        /// Prepare it under this name, then run it.
        case prepare(String)
    }

    /// What to do with a statement that is about to run.
    mutating func decide(_ key: Key, eagerly: Bool) -> Decision {
        guard capacity > 0 else { return .once }
        clock += 1
        let now = clock
        if let known = entries[key] {
            entries[key]?.lastUse = now
            if let name = known.name { return .prepared(name) }
            return .prepare(newName())
        }
        if eagerly { return .prepare(newName()) }
        entries[key] = Entry(name: nil, lastUse: now)
        return .once
    }

    mutating func remember(_ key: Key, as name: String) {
        entries[key] = Entry(name: name, lastUse: clock)
    }

    mutating func forget(_ key: Key) { entries[key] = nil }
    mutating func forgetAll() { entries = [:] }

    /// Names of prepared statements to deallocate because the cache is over its size.
    mutating func evict() -> [String] {
        guard entries.count > capacity else { return [] }
        // A quarter at a time, so that sorting is rare.
        let leaving = entries.sorted { $0.value.lastUse < $1.value.lastUse }.prefix(max(1, capacity / 4))
        for (key, _) in leaving { entries[key] = nil }
        return leaving.compactMap(\.value.name)
    }

    private mutating func newName() -> String {
        names += 1
        return "pq\(names)"
    }
}
