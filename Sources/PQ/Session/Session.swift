import CLibPQ
import Glibc

/// One libpq connection and what is known of it; used by one thread at a time, its connection's.
@usableFromInline final class Session {
    let handle: OpaquePointer
    let options: ConnectionOptions
    private let notices: NoticeBox
    /// The socket can no longer be trusted; every later call fails.
    var isBroken = false
    var cache: PreparedCache
    /// Transactions and savepoints open through `transaction`.
    var depth = 0
    var savepoints = 0
    /// What the session is in the middle of.
    @usableFromInline var activity = Activity.idle
    /// Rows the open stream has given.
    var streamed = 0
    /// Whether somebody still reads the open stream.
    var isStreamHeld: () -> Bool = { false }
    var current: Running?
    /// Row of a single-row result lent to the caller until the next one is asked for.
    var lentRow: OpaquePointer?
    /// First row of a single-row result, not yet asked for.
    var firstRow: OpaquePointer?

    @usableFromInline enum Activity: Equatable {
        case idle, rows
        case stream(UInt64)
        case pipeline
    }

    init(handle: OpaquePointer, options: ConnectionOptions) {
        self.handle = handle
        self.options = options
        cache = PreparedCache(capacity: options.preparedStatements)
        notices = NoticeBox(options.onNotice)
        PQsetNoticeReceiver(handle, { NoticeBox.receive($0, $1) }, Unmanaged.passUnretained(notices).toOpaque())
    }

    deinit {
        clearLentRow()
        PQfinish(handle)
    }

    /// Drops the socket: the server learns of it, and nothing waits for it any more.
    func dropSocket() {
        isBroken = true
        let socket = PQsocket(handle)
        if socket >= 0 { shutdown(socket, Int32(SHUT_RDWR)) }
    }

    var isInTransaction: Bool { PQtransactionStatus(handle) != PQTRANS_IDLE }

    /// Ready for another statement of somebody else.
    var isReusable: Bool {
        !isBroken && PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE
            && activity == .idle && depth == 0
    }
}

/// Keeps the closure that libpq's C callback finds through its context pointer.
private final class NoticeBox {
    private let closure: (@Sendable (Notice) -> Void)?

    init(_ closure: (@Sendable (Notice) -> Void)?) { self.closure = closure }

    static func receive(_ context: UnsafeMutableRawPointer?, _ result: OpaquePointer?) {
        guard let context, let result else { return }
        let box = Unmanaged<NoticeBox>.fromOpaque(context).takeUnretainedValue()
        box.closure?(Notice(report: ServerError(result: result, sql: nil)))
    }
}
