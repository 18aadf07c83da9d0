import CLibPQ
import Glibc

/// One libpq connection and what is known of it; used by one thread at a time, its connection's.
@usableFromInline final class Session {
    let handle: OpaquePointer
    let options: ConnectionOptions
    private let notices: NoticeBox
    /// The socket can no longer be trusted; every later call fails.
    @exclusivity(unchecked) var isBroken = false  // here and below: one thread, no closure holds them
    @exclusivity(unchecked) var cache: PreparedCache
    /// Transactions and savepoints open through `transaction`.
    var depth = 0
    var savepoints = 0
    /// What the session is in the middle of.
    @usableFromInline var activity = Activity.idle
    /// Rows the open stream has given.
    @usableFromInline var streamed = 0
    /// Whether somebody still reads the open stream.
    var isStreamHeld: () -> Bool = { false }
    @exclusivity(unchecked) var current: Running?
    /// The last statement came row by row, and so would the first of a pipeline: libpq takes that back only when it sends
    /// outside one, or comes to the next in line.
    var leftSingleRowMode = false
    /// Row of a single-row result lent to the caller until the next one is asked for.
    @exclusivity(unchecked) var lentRow: OpaquePointer?
    /// First row of a single-row result, not yet asked for.
    @exclusivity(unchecked) var firstRow: OpaquePointer?
    /// Column types of the rows being read, kept so that libpq need not be asked for each value.
    @usableFromInline private(set) var types = UnsafeMutableBufferPointer<TypeOID>(start: nil, count: 0)
    private var typeCapacity = 0

    @usableFromInline enum Activity: Equatable {
        case idle, rows
        case stream(UInt64)
        case pipeline
        /// A COPY that is given its rows.
        case copy
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
        types.baseAddress?.deallocate()
        PQfinish(handle)
    }

    /// Notes the column types of a result whose rows are about to be read.
    func keepTypes(of result: OpaquePointer) {
        let count = Int(PQnfields(result))
        if count > typeCapacity {
            types.baseAddress?.deallocate()
            types = .allocate(capacity: count)
            typeCapacity = count
        }
        types = UnsafeMutableBufferPointer(start: types.baseAddress, count: count)
        for index in 0..<count { types[index] = TypeOID(PQftype(result, Int32(index))) }
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
