import CLibPQ

extension Connection {
    /// Sends statements without waiting for each answer: many small statements at the price of a few trips.
    ///
    /// ```swift
    /// let names = try await connection.pipeline { pipeline in
    ///     let handles = try ids.map { try pipeline.value("select name from firm where firm_id = \($0)", as: String.self) }
    ///     try pipeline.sync()
    ///     return try handles.map { try $0.get() }
    /// }
    /// ```
    ///
    /// **Throws** the body's error; the errors of the connection; the first statement error whose handle nobody asked.
    public func pipeline<T>(_ body: (inout Pipeline) throws -> T) throws -> T {
        let session = try live()
        try session.ready()
        try session.deallocateEvicted()
        guard PQenterPipelineMode(session.handle) == 1 else { throw session.lost() }
        session.activity = .pipeline
        defer { session.activity = .idle }
        var pipeline = Pipeline(session: session)
        let value: T
        do {
            value = try body(&pipeline)
        } catch {
            // What was sent has to be answered before the mode can be left; the body's error is the one that counts.
            try? pipeline.finish()
            session.leavePipeline()
            throw error
        }
        do throws(PQError) { try pipeline.finish() } catch {
            session.leavePipeline()
            throw error
        }
        session.leavePipeline()
        return value
    }
}

extension Session {
    fileprivate func leavePipeline() {
        guard !isBroken else { return }
        if PQexitPipelineMode(handle) != 1 { dropSocket() }
    }
}
