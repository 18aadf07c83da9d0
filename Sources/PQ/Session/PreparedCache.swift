/// Which statements the server has prepared for this connection, by SQL and parameter types.
///
/// A statement is prepared when it comes the second time; the least recently used ones leave when the cache is full.
struct PreparedCache {
    /// One statement; found by its SQL, told apart by its types.
    final class Entry {
        let sql: String
        let types: [TypeOID]
        /// nil: seen, not prepared.
        var name: String?
        var lastUse: UInt64

        init(sql: String, types: [TypeOID], lastUse: UInt64) {
            self.sql = sql
            self.types = types
            self.lastUse = lastUse
        }
    }

    enum Decision {
        /// Run it unprepared.
        case once
        case prepared(String)
        /// Prepare it under this name, then run it.
        case prepare(String)
    }

    let capacity: Int
    private var entries: [String: [Entry]] = [:]
    private var size = 0
    private var clock: UInt64 = 0
    private var names: UInt64 = 0

    init(capacity: Int) { self.capacity = capacity }

    /// Statements prepared now.
    var count: Int { entries.values.reduce(0) { $0 + $1.count { $0.name != nil } } }

    /// What to do with a statement that is about to run, and its entry; nil without a cache.
    mutating func decide(_ statement: Statement, eagerly: Bool) -> (Decision, Entry?) {
        guard capacity > 0 else { return (.once, nil) }
        clock += 1
        if let known = find(statement) {
            known.lastUse = clock
            return (known.name.map { .prepared($0) } ?? .prepare(newName()), known)
        }
        let entry = Entry(sql: statement.sql, types: statement.binds.parameters.map(\.type), lastUse: clock)
        entries[statement.sql, default: []].append(entry)
        size += 1
        return (eagerly ? .prepare(newName()) : .once, entry)
    }

    mutating func forgetAll() {
        entries = [:]
        size = 0
    }

    /// Names of prepared statements to deallocate because the cache is over its size.
    mutating func evict() -> [String] {
        guard size > capacity else { return [] }
        // A quarter at a time, so that sorting is rare.
        let all = entries.values.joined().sorted { $0.lastUse < $1.lastUse }
        let leaving = all.prefix(max(1, capacity / 4))
        for entry in leaving {
            entries[entry.sql]?.removeAll { $0 === entry }
            if entries[entry.sql]?.isEmpty == true { entries[entry.sql] = nil }
        }
        size -= leaving.count
        return leaving.compactMap(\.name)
    }

    private func find(_ statement: Statement) -> Entry? {
        entries[statement.sql]?.first { entry in
            entry.types.count == statement.binds.count
                && zip(entry.types, statement.binds.parameters).allSatisfy { $0 == $1.type }
        }
    }

    private mutating func newName() -> String {
        names += 1
        return "pq\(names)"
    }
}
