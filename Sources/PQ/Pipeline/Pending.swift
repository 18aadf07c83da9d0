/// The answer a pipelined statement will have once its batch is through.
public final class Pending<Value> {
    private var result: Result<Value, PQError>?
    private(set) var isObserved = false

    /// The answer.
    ///
    /// **Throws** the statement's error; `PQError.batchAborted` when an earlier statement of its batch failed;
    /// `PQError.misuse(.resultNotReady)` before the batch's `sync`.
    public func get() throws(PQError) -> Value {
        isObserved = true
        guard let result else { throw .misuse(.resultNotReady) }
        return try result.get()
    }

    func settle(_ result: Result<Value, PQError>) { if self.result == nil { self.result = result } }
}
