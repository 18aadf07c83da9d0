/// What the server owes one pipelined statement: entry of the queue and caller's handle in one object.
@usableFromInline class Answer {
    /// Reads a good result into the answer it is given; it captures nothing, so that having one costs nothing.
    @usableFromInline typealias Read = (Answer, OpaquePointer) throws(PQError) -> Void

    @usableFromInline let sql: String
    @usableFromInline let read: Read
    @usableFromInline final var failure: PQError?
    /// Somebody asked for it.
    @usableFromInline final var isObserved = false

    @usableFromInline init(sql: String, read: @escaping Read) {
        self.sql = sql
        self.read = read
    }

    final func settle(_ result: OpaquePointer) {
        do throws(PQError) { try read(self, result) } catch { failure = error }
    }

    final func fail(_ error: PQError) { failure = error }
}

/// An answer that keeps what was read.
@usableFromInline final class TypedAnswer<Value>: Answer {
    @usableFromInline var value: Value?

    // Here and inlinable, so that a specialised one is made without asking the runtime for its type.
    @inlinable override init(sql: String, read: @escaping Read) { super.init(sql: sql, read: read) }
}

extension Answer {
    /// Keeps a value; called only by the `read` that the answer was made with, which knows its type.
    @inlinable final func keep<Value>(_ value: Value) {
        // A checked cast costs as much as the statement.
        unsafeDowncast(self, to: TypedAnswer<Value>.self).value = value
    }
}
