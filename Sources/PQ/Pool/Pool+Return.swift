import Synchronization

extension Pool {
    /// Ends a lease; nil for a connection that was closed because it cannot be used again.
    func takeBack(_ connection: Connection?, from lease: Lease) async {
        switch state.withLock({ $0.end(lease, connection, now: monotonicNow()) }) {
        case .pass(let connection, let waiter): waiter.continuation.resume(returning: .connection(connection))
        case .keep(let due): if let due { closeSurplus(at: due) }
        case .giveUp(let connection):
            await connection?.close()
            giveUpPlace()
        }
    }

    /// Gives up a place whose connection is closed or was never made.
    func giveUpPlace(wasSurplus: Bool = false) {
        let (waiter, done) = state.withLock { state in
            let waiter = state.giveUpPlace(wasSurplus: wasSurplus, now: monotonicNow())
            var done: [CheckedContinuation<Void, Never>] = []
            if state.isShutDown && state.leased == 0 { swap(&done, &state.shutdownWaiters) }
            return (waiter, done)
        }
        waiter?.continuation.resume(returning: .open)
        for waiter in done { waiter.resume() }
    }

    private func closeSurplus(at due: UInt64) {
        Task { [weak self] in
            let now = monotonicNow()
            if due > now { try? await Task.sleep(for: .nanoseconds(due - now)) }
            await self?.closeSurplus()
        }
    }

    private func closeSurplus() async {
        let (closing, next) = state.withLock { $0.takeSurplus(now: monotonicNow()) }
        for connection in closing {
            await connection.close()
            giveUpPlace(wasSurplus: true)
        }
        if let next { closeSurplus(at: next) }
    }
}
