/// The answer a pipelined statement will have once its batch is through.
public struct Pending<Value> {
    @usableFromInline let answer: TypedAnswer<Value>

    @inlinable init(_ answer: TypedAnswer<Value>) { self.answer = answer }

    /// The answer.
    ///
    /// **Throws** the statement's error; `PQError.batchAborted` when an earlier statement of its batch failed;
    /// `PQError.misuse(.resultNotReady)` before the batch's `sync`.
    @inlinable public func get() throws(PQError) -> Value {
        answer.isObserved = true
        if let value = answer.value { return value }
        throw answer.failure ?? .misuse(.resultNotReady)
    }
}
