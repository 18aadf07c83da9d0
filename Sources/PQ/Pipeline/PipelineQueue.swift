import CLibPQ

/// The statements sent in pipeline mode whose results have not been read.
final class PipelineQueue {
    /// One answer the server owes.
    struct Expected {
        let sql: String
        let take: (Result<OpaquePointer, PQError>) -> Void
        /// Somebody asked for the answer.
        let isObserved: () -> Bool
    }

    let session: Session
    private var expected: [Expected] = []
    /// First failures of finished batches, with a look at whether somebody asked for them.
    private(set) var failures: [(error: PQError, isObserved: () -> Bool)] = []
    /// Names of statements prepared in the batch under way.
    private var preparing: [ObjectIdentifier: String] = [:]

    init(session: Session) { self.session = session }

    var isEmpty: Bool { expected.isEmpty }

    func send(_ statement: Statement, _ expectation: Expected) throws(PQError) {
        if session.isBroken { throw .connectionClosed }
        if let (place, fault) = statement.binds.fault { throw .invalidBind(place, fault) }
        if Task.isCancelled { throw .cancelled }
        let name = try preparedName(statement)
        if session.sendPrepared(name, statement.binds) == 0 { throw session.lost() }
        expected.append(expectation)
    }

    private func preparedName(_ statement: Statement) throws(PQError) -> String {
        let (decision, entry) = session.cache.decide(statement, eagerly: true)
        if case .prepared(let name) = decision { return name }
        if let entry, let name = preparing[ObjectIdentifier(entry)] { return name }
        switch decision {
        case .prepared(let name): return name
        // A connection without a cache uses the unnamed statement.
        case .once: return try prepare(statement, nil, as: "")
        case .prepare(let name): return try prepare(statement, entry, as: name)
        }
    }

    private func prepare(
        _ statement: Statement, _ entry: PreparedCache.Entry?, as name: String
    ) throws(PQError) -> String {
        if session.sendPrepare(name, statement) == 0 { throw session.lost() }
        if let entry { preparing[ObjectIdentifier(entry)] = name }
        expected.append(
            Expected(
                sql: statement.sql,
                take: { result in
                    if case .success = result { entry?.name = name }
                }, isObserved: { true }))
        return name
    }

    /// Ends the batch and reads its results; an error leaves the statements after it unexecuted.
    func sync() throws(PQError) {
        let batch = expected
        expected = []
        preparing = [:]
        if PQpipelineSync(session.handle) == 0 { throw session.lost() }
        session.current = Running(
            sql: "", watch: Watch(deadline: session.options.statementDeadline),
            startedInTransaction: session.isInTransaction)
        var failure: PQError?
        for (index, expectation) in batch.enumerated() {
            do throws(PQError) {
                try read(expectation, &failure)
            } catch {
                for rest in batch[index...] { rest.take(.failure(error)) }
                throw error
            }
        }
        try readSync()
        session.settle(&session.current!.watch)
    }

    private func read(_ expectation: Expected, _ failure: inout PQError?) throws(PQError) {
        guard let result = try session.nextResult(&session.current!.watch) else { throw session.lost() }
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: expectation.take(.success(result))
        case PGRES_PIPELINE_ABORTED:
            expectation.take(.failure(.batchAborted(failure ?? .connectionLost)))
        default:
            let error = error(of: result, expectation)
            if session.isBroken { throw error }
            expectation.take(.failure(error))
            if failure == nil {
                failure = error
                failures.append((error, expectation.isObserved))
            }
        }
        while let extra = try session.nextResult(&session.current!.watch) { PQclear(extra) }
    }

    private func error(of result: OpaquePointer, _ expectation: Expected) -> PQError {
        let error = session.error(of: result)
        guard case .server(var server) = error else { return error }
        // Which statement's plan it was is not worth finding out: it happens after a change of tables only.
        if Session.isStalePlan(server) { session.cache.forgetAll() }
        server.sql = expectation.sql
        return .server(server)
    }

    private func readSync() throws(PQError) {
        guard let result = try session.nextResult(&session.current!.watch) else { throw session.lost() }
        let status = PQresultStatus(result)
        PQclear(result)
        if status != PGRES_PIPELINE_SYNC { throw session.lost() }
    }
}
