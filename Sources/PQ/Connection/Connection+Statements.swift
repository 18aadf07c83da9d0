extension Connection {
    /// Runs a statement and gives the number of rows it touched.
    ///
    /// **Throws** `PQError.server` and the errors of the connection.
    @discardableResult
    public func execute(_ statement: Statement) throws(PQError) -> Int { try live().execute(statement) }

    /// Runs several statements without values, as one transaction unless they say otherwise.
    ///
    /// - Parameter deadline: for all of them together; nil takes the connection's own.
    public func script(_ sql: String, deadline: Duration? = nil) throws(PQError) {
        try live().script(sql, deadline: deadline)
    }
}
