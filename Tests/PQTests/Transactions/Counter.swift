import Foundation
import PQ
import PQTesting
import Synchronization

/// Counts from several tasks.
final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }

    @discardableResult func increment() -> Int {
        count.withLock {
            $0 += 1
            return $0
        }
    }
}

/// Changes the row another transaction is about to change, from a session of its own, and waits until that is done.
func disturb(_ options: ConnectionOptions) throws {
    let done = DispatchSemaphore(value: 0)
    let outcome = Mutex<(any Error)?>(nil)
    Task.detached {
        do {
            let connection = try await Connection.connect(options)
            try await connection.execute("update t set b = b + 10 where a = 1")
            await connection.close()
        } catch { outcome.withLock { $0 = error } }
        done.signal()
    }
    done.wait()
    if let error = outcome.withLock({ $0 }) { throw error }
}
