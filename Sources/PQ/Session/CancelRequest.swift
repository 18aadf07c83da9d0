import CLibPQ
import Synchronization

/// Asks the server, over a socket of its own, to cancel what a connection runs.
///
/// libpq's `PQcancel` waits without a limit, so it runs on a thread that may be left behind when the server is dead.
/// A connection may be used again only when the request is done, or the cancel could hit its next statement.
final class CancelRequest: Sendable {
    private let finished = Atomic<Bool>(false)
    private nonisolated(unsafe) let cancel: OpaquePointer  // used by the request's thread alone

    init?(_ handle: OpaquePointer) {
        guard let cancel = PQgetCancel(handle) else { return nil }
        self.cancel = cancel
        guard DetachedThread.start({ self.send() }) else { return nil }
    }

    deinit { PQfreeCancel(cancel) }

    var isFinished: Bool { finished.load(ordering: .acquiring) }

    private func send() {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            _ = PQcancel(cancel, buffer.baseAddress, 256)
        }
        finished.store(true, ordering: .releasing)
    }
}
