import Synchronization

/// How many are inside now and were at most; and in which order they came.
final class Gauge: Sendable {
    private let state = Mutex((now: 0, most: 0, order: [Int]()))

    var most: Int { state.withLock { $0.most } }
    var order: [Int] { state.withLock { $0.order } }

    func enter(_ number: Int = 0) {
        state.withLock { state in
            state.now += 1
            state.most = max(state.most, state.now)
            state.order.append(number)
        }
    }

    func leave() { state.withLock { $0.now -= 1 } }
}
