/// Everything that can go wrong between Swift and PostgreSQL.
///
/// Printed in any way, also inside an array or another error, it is safe to show: no SQL, no bound value and nothing the
/// server said but names of schema objects. `details` may hold all of that and belongs in the debug log alone.
public indirect enum PQError: Error, Sendable {
    /// The server refused a statement.
    case server(ServerError)
    /// The server refused a row of a COPY; the line is counted from one.
    case copyRow(line: Int, ServerError)
    /// No connection could be made.
    case connectionFailed(ConnectionFault)
    /// The connection broke while a statement ran; whether that statement took effect is unknown.
    case connectionLost
    /// The connection was closed before the call.
    case connectionClosed
    /// The task was cancelled; the statement was not sent, or was cancelled on the server too.
    case cancelled
    /// The statement's deadline passed; the connection was dropped.
    case deadlineExceeded
    /// Not executed, because this earlier statement of the same pipelined batch failed.
    case batchAborted(PQError)
    /// Another number of rows than the one row expected.
    case unexpectedRowCount(Int)
    /// A column or value does not fit the Swift type.
    case decoding(DecodingError)
    /// The value bound at this one-based place cannot be sent.
    case invalidBind(Int, BindFault)
    /// This row of a COPY, counted from one, holds a value that cannot be sent.
    case unencodableRow(Int, BindFault)
    /// The connection was lost after COMMIT was sent; `xid` lets one find out the outcome. It is nil when it was not asked
    /// for, and when nothing had been written, so that there is no outcome to find out.
    case commitUnknown(xid: String?)
    /// The transaction, or the nested one, was rolled back, because its body had ignored a failed statement.
    case transactionRolledBack
    /// The body failed, and so did the rollback after it.
    case rollbackFailed(body: any Error, rollback: PQError)
    /// The call does not fit the state of the connection.
    case misuse(Misuse)
    /// The pool was shut down.
    case poolShutDown

    /// Why a value cannot be sent.
    public enum BindFault: Sendable, Equatable {
        case zeroByteInText, notEncodable, noArrayType, placeholdersUnknown, tooManyBinds
        /// More than 2 GiB, by itself or with the values before it.
        case tooLong
    }

    /// Calls that do not fit the state of the connection.
    public enum Misuse: Sendable, Equatable {
        case streamIsOpen, insidePipeline, notACopyStatement, copyNeedsCopyCall, notInTransaction
        case resultNotReady, copyIsOpen, refusedByLibpq, zeroByteInSQL
    }
}

extension PQError {
    public var serverError: ServerError? {
        switch self {
        case .server(let error), .copyRow(_, let error): error
        default: nil
        }
    }

    public var sqlState: SQLState? {
        if case .connectionFailed(let fault) = self { return fault.sqlState }
        return serverError?.sqlState
    }

    public var constraint: String? { serverError?.constraint }
    public var schema: String? { serverError?.schema }
    public var table: String? { serverError?.table }
    public var column: String? { serverError?.column }
    public var datatype: String? { serverError?.datatype }
    public var severity: String? { serverError?.severity }

    /// Running the same transaction again may succeed.
    public var isRetryable: Bool { sqlState?.isRetryable ?? false }

    /// The database could not be reached or went away.
    public var isUnavailable: Bool {
        switch self {
        case .connectionFailed, .connectionLost, .connectionClosed, .deadlineExceeded: true
        default: sqlState.map { $0.endsSession || $0.isConnectionFailure } ?? false
        }
    }
}

extension PQError: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String {
        switch self {
        case .server(let error): error.description
        case .copyRow(let line, let error): "\(error.description), line \(line) of the COPY"
        case .connectionFailed(let fault): fault.description
        case .connectionLost: "connection to the database lost"
        case .connectionClosed: "connection already closed"
        case .cancelled: "cancelled"
        case .deadlineExceeded: "deadline exceeded, connection dropped"
        case .batchAborted(let cause): "not executed after an error in its batch (\(cause.description))"
        case .unexpectedRowCount(let count): "\(count) rows where one was expected"
        case .decoding(let error): error.description
        case .invalidBind(let place, let fault): "the value bound as $\(place) cannot be sent: \(fault)"
        case .unencodableRow(let row, let fault): "row \(row) of the COPY cannot be sent: \(fault)"
        case .commitUnknown(let xid):
            "connection lost during COMMIT, outcome unknown\(xid.map { " (transaction \($0))" } ?? "")"
        case .transactionRolledBack: "rolled back: the error of a statement was ignored"
        case .rollbackFailed(let body, let rollback):
            "rollback failed (\(rollback.description)) after \((body as? PQError)?.description ?? String(describing: type(of: body)))"
        case .misuse(let misuse): "call does not fit the connection's state: \(misuse)"
        case .poolShutDown: "the connection pool is shut down"
        }
    }

    /// What an array, an optional or an enclosing error prints: as safe as `description`.
    public var debugDescription: String { description }

    /// For the debug log alone: the SQL and what the server and libpq said, which may hold data of people.
    public var details: String {
        switch self {
        case .server(let error): error.details
        case .copyRow(let line, let error): "line \(line) of the COPY\n\(error.details)"
        case .connectionFailed(let fault): fault.details
        case .batchAborted(let cause): "not executed after an error in its batch:\n\(cause.details)"
        case .rollbackFailed(let body, let rollback):
            "rollback failed:\n\(rollback.details)\nafter:\n\((body as? PQError)?.details ?? String(reflecting: body))"
        default: description
        }
    }
}
