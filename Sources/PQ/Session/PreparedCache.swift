/// Which statements the server has prepared for this connection, by SQL and parameter types.
///
/// A statement is prepared when it comes the second time. When the cache is full, the least recently used ones leave a
/// quarter at a time, so that sorting is rare.
struct PreparedCache {
    /// One statement; found by its SQL, told apart by its types.
    final class Entry {
        let sql: String
        let types: [TypeOID]
        /// nil: seen, not prepared.
        fileprivate(set) var name: String?
        fileprivate var lastUse: UInt64
        fileprivate var hasLeft = false

        init(sql: String, types: [TypeOID], lastUse: UInt64) {
            self.sql = sql
            self.types = types
            self.lastUse = lastUse
        }

        func fits(_ statement: Statement) -> Bool {
            let parameters = statement.binds.parameters
            guard types.count == parameters.count, sql == statement.sql else { return false }
            for index in types.indices where types[index] != parameters[index].type { return false }
            return true
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
    /// The entry used last: a loop over one statement finds it without hashing.
    private var recent: Entry?
    /// Names of statements that left and that the server may still know.
    private(set) var toDeallocate: [String] = []

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
        if size >= capacity { evict() }
        let entry = Entry(sql: statement.sql, types: statement.binds.parameters.map(\.type), lastUse: clock)
        entries[statement.sql, default: []].append(entry)
        size += 1
        return (eagerly ? .prepare(newName()) : .once, entry)
    }

    /// Notes that the server has prepared a statement.
    mutating func note(_ name: String, for entry: Entry) {
        // A batch may prepare more statements than are kept.
        if entry.hasLeft { toDeallocate.append(name) } else { entry.name = name }
    }

    /// Lets a statement be prepared anew, for its plan is of no more use.
    mutating func forget(_ entry: Entry) {
        if let name = entry.name { toDeallocate.append(name) }
        entry.name = nil
    }

    mutating func forgetAll() { remove(Array(entries.values.joined())) }

    /// The names to deallocate, which are not given again.
    mutating func takeNamesToDeallocate() -> [String] {
        defer { toDeallocate = [] }
        return toDeallocate
    }

    private mutating func evict() {
        let all = entries.values.joined().sorted { $0.lastUse < $1.lastUse }
        remove(all.prefix(size - capacity * 3 / 4))
    }

    private mutating func remove(_ leaving: some Sequence<Entry>) {
        for entry in leaving {
            forget(entry)
            entry.hasLeft = true
            entries[entry.sql]?.removeAll { $0 === entry }
            if entries[entry.sql]?.isEmpty == true { entries[entry.sql] = nil }
            size -= 1
        }
        recent = nil
    }

    private mutating func find(_ statement: Statement) -> Entry? {
        if let recent, recent.fits(statement) { return recent }
        let found = entries[statement.sql]?.first { $0.fits(statement) }
        if let found { recent = found }
        return found
    }

    private mutating func newName() -> String {
        names += 1
        return "pq\(names)"
    }
}
