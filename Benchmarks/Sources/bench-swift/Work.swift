import Glibc
import PQ

/// The pieces of work; each gives a number by which peers are known to have done the same.
enum Work: String {
    case decode, stream, tuples, trips, hops, isolated, pipeline, copy, upsert, dump

    func run(on connection: Connection) async throws -> Int64 {
        switch self {
        case .decode: try await decode(on: connection)
        case .stream: try await stream(on: connection)
        case .tuples: try await tuples(on: connection)
        case .trips: try await connection.onOwnThread { try await trips(on: $0) }
        case .hops: try await trips(on: connection)
        case .isolated: try await isolatedTrips(on: connection)
        case .pipeline: try await pipeline(on: connection)
        case .copy: try await copy(on: connection)
        case .upsert: try await upsert(on: connection)
        case .dump: try await dump(on: connection)
        }
    }

    private static let select = Statement(sql: "select \(Firm.names) from firm")

    private func decode(on connection: isolated Connection) throws -> Int64 {
        var check: Int64 = 0
        try connection.forEach(Self.select, as: Firm.self) { check += $0.check }
        return check
    }

    private func stream(on connection: Connection) async throws -> Int64 {
        let (start, peak) = (ContinuousClock.now, peakMemory())
        var first: Duration?
        var check: Int64 = 0
        for try await firm in connection.stream(Self.select, as: Firm.self) {
            if first == nil { first = ContinuousClock.now - start }
            check += firm.check
        }
        let grown = (peakMemory() - peak) / 1024
        note("first row after \(first ?? .zero), memory grew by \(grown) MiB\n")
        return check
    }

    private func tuples(on connection: isolated Connection) throws -> Int64 {
        let rows = try connection.rows(
            Self.select, as: (Int64, String, String, Int32, Int64, CivilDate, Instant, String?).self)
        return rows.reduce(0) { $0 + $1.0 + Int64($1.3) + Int64($1.5.daysSinceEpoch) + ($1.7 == nil ? 0 : 1) }
    }

    /// One by one through the asynchronous interface; as `hops`, every call changes threads twice.
    private func trips(on connection: Connection) async throws -> Int64 {
        var check: Int64 = 0
        for number in 0..<20_000 { check += try await connection.value("select \(Int64(number)) + 1", as: Int64.self) }
        return check
    }

    private func isolatedTrips(on connection: isolated Connection) throws -> Int64 {
        var check: Int64 = 0
        for number in 0..<20_000 { check += try connection.value("select \(Int64(number)) + 1", as: Int64.self) }
        return check
    }

    private func pipeline(on connection: isolated Connection) throws -> Int64 {
        try connection.pipeline { pipeline in
            var check: Int64 = 0
            var number: Int64 = 0
            for _ in 0..<1_000 {
                var handles: [Pending<Int64>] = []
                handles.reserveCapacity(100)
                for _ in 0..<100 {
                    handles.append(try pipeline.value("select \(number) + 1", as: Int64.self))
                    number += 1
                }
                try pipeline.sync()
                for handle in handles { check += try handle.get() }
            }
            return check
        }
    }

    private static let columns = [
        "firm_id", "credit_code", "name", "county", "capital_fen", "founded_on", "updated_at", "note",
    ]

    private func rows(_ count: Int64) -> some Sequence<Firm> {
        let name = "发明城市第一百号安全生产有限公司"
        return (1...count).lazy.map { Firm(number: $0, name: name) }
    }

    private func copy(on connection: isolated Connection) throws -> Int64 {
        try connection.execute("truncate firm_copy")
        return Int64(try connection.copyIn(CopyTarget(table: "firm_copy", columns: Self.columns), rows: rows(500_000)))
    }

    private func upsert(on connection: isolated Connection) throws -> Int64 {
        try connection.script("begin; create temporary table staged (like firm_upsert) on commit drop")
        try connection.copyIn(CopyTarget(table: "staged", columns: Self.columns), rows: rows(100_000))
        let count = try connection.execute(
            """
            insert into firm_upsert as old select * from staged on conflict (firm_id) do update set note = excluded.note, \
            name = excluded.name, credit_code = excluded.credit_code \
            where (old.note, old.name, old.credit_code) is distinct from (excluded.note, excluded.name, excluded.credit_code)
            """)
        try connection.script("rollback")
        return Int64(count)
    }

    private func dump(on connection: isolated Connection) throws -> Int64 {
        var check: Int64 = 0
        try connection.copyOut(query: "select \(Firm.names) from firm", as: Firm.self) { check += $0.firmID }
        return check
    }
}

/// The most memory the process ever held, in KiB.
private func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
}

/// Says something beside the result, on standard error.
private func note(_ text: String) { _ = text.withCString { write(2, $0, strlen($0)) } }
