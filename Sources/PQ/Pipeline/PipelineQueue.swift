import CLibPQ

/// The statements sent in pipeline mode whose results have not been read.
@usableFromInline struct PipelineQueue {
    let session: Session
    private var owed: [Answer] = []
    /// First failures of finished batches.
    private var failed: [Answer] = []
    /// Names of statements prepared in the batch under way.
    private var preparing: [ObjectIdentifier: String] = [:]
    /// Statements of the batch under way.
    private var sent = 0
    /// Before them stands another synchronisation.
    private var startsWithSync = false
    /// The shortest of their own deadlines.
    private var deadline: Duration?
    /// With so many of them, what was made leaves.
    private var flushAt = Self.firstFlush

    /// So many statements leave first. The server works on them for about as long as four times as many take to make:
    /// each later flush waits for that, so that it never runs dry and few system calls are spent.
    private static let firstFlush = 24

    init(session: Session) { self.session = session }

    var isEmpty: Bool { owed.isEmpty && !startsWithSync }

    /// The first failure whose handle nobody asked.
    var unseenFailure: PQError? { failed.first { !$0.isObserved }?.failure }

    @usableFromInline mutating func send(_ statement: Statement, _ answer: Answer) throws(PQError) {
        if session.isBroken { throw .connectionClosed }
        if let (place, fault) = statement.binds.fault { throw .invalidBind(place, fault) }
        if Task.isCancelled { throw .cancelled }
        if session.leftSingleRowMode { try startWithSync() }
        let name = try preparedName(statement)
        if session.sendPrepared(name, statement.binds) == 0 { throw session.notSent() }
        owed.append(answer)
        if let own = statement.deadline { deadline = min(deadline ?? own, own) }
        sent += 1
        if sent == flushAt {
            flushAt *= 5
            // What the kernel does not take now, or an error, is found at the batch's end.
            _ = PQflush(session.handle)
        }
    }

    /// Puts a synchronisation before the first statement, so that it is not the one whose rows would come singly.
    private mutating func startWithSync() throws(PQError) {
        if PQpipelineSync(session.handle) == 0 { throw session.lost() }
        session.leftSingleRowMode = false
        startsWithSync = true
    }

    private mutating func preparedName(_ statement: Statement) throws(PQError) -> String {
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

    private mutating func prepare(
        _ statement: Statement, _ entry: PreparedCache.Entry?, as name: String
    ) throws(PQError) -> String {
        try session.checkSQL(statement.sql)
        if session.sendPrepare(name, statement) == 0 { throw session.notSent() }
        if let entry { preparing[ObjectIdentifier(entry)] = name }
        let answer = Answer(sql: statement.sql) { [session] _, _ in
            if let entry { session.cache.note(name, for: entry) }
        }
        answer.isObserved = true
        owed.append(answer)
        return name
    }

    /// Ends the batch and reads its results; an error leaves the statements after it unexecuted.
    mutating func sync() throws(PQError) {
        let batch = owed
        owed = []
        owed.reserveCapacity(batch.count)
        preparing = [:]
        (sent, flushAt) = (0, Self.firstFlush)
        if PQpipelineSync(session.handle) == 0 { throw session.lost() }
        session.current = Running(
            sql: "", watch: Watch(deadline: deadline ?? session.options.statementDeadline),
            startedInTransaction: session.isInTransaction)
        deadline = nil
        if startsWithSync { try readSync() }
        startsWithSync = false
        var failure: PQError?
        for (index, answer) in batch.enumerated() {
            do throws(PQError) {
                try read(answer, &failure)
            } catch {
                for rest in batch[index...] { rest.fail(error) }
                throw error
            }
        }
        try readSync()
        session.settle(&session.current!.watch)
    }

    private mutating func read(_ answer: Answer, _ failure: inout PQError?) throws(PQError) {
        guard let result = try session.nextResult(&session.current!.watch) else { throw session.lost() }
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: answer.settle(result)
        case PGRES_PIPELINE_ABORTED: answer.fail(.batchAborted(failure ?? .connectionLost))
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
            // libpq knows no way out of a COPY in a pipeline.
            session.dropSocket()
            throw .misuse(.copyNeedsCopyCall)
        default:
            let error = error(of: result, answer)
            answer.fail(error)
            if session.isBroken { throw error }
            if failure == nil {
                failure = error
                failed.append(answer)
            }
        }
        while let extra = try session.nextResult(&session.current!.watch) { PQclear(extra) }
    }

    private func error(of result: OpaquePointer, _ answer: Answer) -> PQError {
        let error = session.error(of: result)
        guard case .server(var server) = error else { return error }
        // Which statement's plan it was is not worth finding out: it happens after a change of tables only.
        if Session.isStalePlan(server) { session.cache.forgetAll() }
        server.sql = answer.sql
        return .server(server)
    }

    private func readSync() throws(PQError) {
        guard let result = try session.nextResult(&session.current!.watch) else { throw session.lost() }
        let status = PQresultStatus(result)
        PQclear(result)
        if status != PGRES_PIPELINE_SYNC { throw session.lost() }
    }
}
