public import PQ

/// A database made once and cloned for each test that needs one of its own.
///
/// ```swift
/// static let register = TestDatabase(name: "register") { try await migrate($0) }
/// try await register.withClone { connection in … }
/// ```
public actor TestDatabase {
    public nonisolated let name: String
    private let prepare: @Sendable (ConnectionOptions) async throws -> Void
    private var template: Task<String, any Error>?
    private var clones = 0

    /// `prepare` gets the options of a connection to the empty template and leaves no connection open.
    public init(name: String, prepare: @escaping @Sendable (ConnectionOptions) async throws -> Void = { _ in }) {
        self.name = name
        self.prepare = prepare
    }

    /// Runs `body` in a transaction of the template's database that is rolled back.
    public func withRollback<T: Sendable>(
        role: String? = nil, _ body: @Sendable (isolated Connection) throws -> T
    ) async throws -> T {
        let clone = try await leaseClone()
        defer { giveBack(clone) }
        let connection = try await TestServer.shared().connect(database: clone, role: role)
        do {
            let value = try await connection.rollingBack(body)
            await connection.close()
            return value
        } catch {
            await connection.close()
            throw error
        }
    }

    /// Runs `body` with options for a fresh clone, dropped afterwards.
    public func withClone<T: Sendable>(_ body: @Sendable (ConnectionOptions) async throws -> T) async throws -> T {
        let clone = try await makeClone()
        let server = try TestServer.shared()
        do {
            let value = try await body(server.options(database: clone))
            try await drop(clone)
            return value
        } catch {
            try? await drop(clone)
            throw error
        }
    }

    /// Clones in which no test is at work. Tests that roll back take turns in a few of them: two at once in one database would wait for
    /// each other's keys, and deadlock.
    private var idleClones: [String] = []
    private var leasedClones = 0
    private var waiting: [CheckedContinuation<String, Never>] = []
    private static let mostLeasedClones = 4

    private func leaseClone() async throws -> String {
        if let clone = idleClones.popLast() { return clone }
        if leasedClones == Self.mostLeasedClones { return await withCheckedContinuation { waiting.append($0) } }
        leasedClones += 1
        do {
            return try await makeClone()
        } catch {
            leasedClones -= 1
            throw error
        }
    }

    private func giveBack(_ clone: String) {
        if waiting.isEmpty { idleClones.append(clone) } else { waiting.removeFirst().resume(returning: clone) }
    }

    private func makeClone() async throws -> String {
        let template = try await preparedTemplate()
        clones += 1
        let clone = "\(template)_\(clones)"
        let admin = try await TestServer.shared().connect()
        try await admin.execute(
            "create database \(identifier: clone) template \(identifier: template) strategy wal_log")
        await admin.close()
        return clone
    }

    private func preparedTemplate() async throws -> String {
        if let template { return try await template.value }
        let task = Task { [name, prepare] in
            let server = try TestServer.shared()
            // A server that stays between runs may hold the database of an earlier one.
            let unique = "\(name)_\(UInt32.random(in: 0 ... .max))"
            let admin = try await server.connect()
            try await admin.execute("create database \(identifier: unique) template template0")
            await admin.close()
            try await prepare(server.options(database: unique))
            return unique
        }
        template = task
        return try await task.value
    }

    private func drop(_ clone: String) async throws {
        let admin = try await TestServer.shared().connect()
        try await admin.execute("drop database if exists \(identifier: clone) with (force)")
        await admin.close()
    }
}

extension Connection {
    /// Runs `body` in a transaction that is always rolled back.
    fileprivate func rollingBack<T: Sendable>(_ body: @Sendable (isolated Connection) throws -> T) throws -> T {
        do {
            return try transaction { connection in throw RolledBack(value: try body(connection)) }
        } catch let rolledBack as RolledBack<T> {
            return rolledBack.value
        }
    }
}

private struct RolledBack<T: Sendable>: Error { let value: T }
