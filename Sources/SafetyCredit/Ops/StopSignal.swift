internal import Synchronization

/// Somebody's wish that long work should end soon; once raised it stays.
public final class StopSignal: Sendable {
    private struct State {
        var isRaised = false
        var lastID = 0
        var actions: [Int: @Sendable () -> Void] = [:]
    }

    private let state = Mutex(State())

    public init() {}

    public var isRaised: Bool { state.withLock { $0.isRaised } }

    /// Raises the signal; a second time does nothing.
    public func raise() {
        let actions = state.withLock { state in
            defer { state.actions = [:] }
            state.isRaised = true
            return state.actions.values.map { $0 }
        }
        for action in actions { action() }
    }

    /// Runs work that is cancelled when the signal is raised, and waits for its end.
    public func cancelling<T: Sendable>(_ work: @escaping @Sendable () async -> T) async -> T {
        let task = Task { await work() }
        let id = state.withLock { state -> Int? in
            guard !state.isRaised else { return nil }
            state.lastID += 1
            state.actions[state.lastID] = { task.cancel() }
            return state.lastID
        }
        if id == nil { task.cancel() }
        let result = await task.value
        if let id { state.withLock { $0.actions[id] = nil } }
        return result
    }

    /// Waits for a time, or until the signal is raised.
    public func sleep(for duration: Duration) async {
        await cancelling { try? await Task.sleep(for: duration) }
    }
}
