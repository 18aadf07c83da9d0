import CLibPQ
import Glibc

extension Session {
    /// Connects with the same waiting loop as statements: cancellable, and no host may take longer than its time.
    static func connect(_ options: ConnectionOptions) throws(PQError) -> Session {
        if Task.isCancelled { throw .cancelled }
        let parameters = try ConnectionParameters(options)
        guard let handle = parameters.start() else { preconditionFailure("out of memory") }
        let session = Session(handle: handle, options: options)
        // SQLSTATE is all that is wanted of a refusal; the words may be in any language.
        PQsetErrorVerbosity(handle, PQERRORS_SQLSTATE)
        try session.completeConnect(timeout: parameters.timeout)
        PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
        if PQsetnonblocking(handle, 1) != 0 { throw session.lost() }
        return session
    }

    private func completeConnect(timeout: Duration?) throws(PQError) {
        var stage = PQstatus(handle)
        if stage == CONNECTION_BAD { throw refused(at: CONNECTION_STARTED) }
        var polling = PGRES_POLLING_WRITING
        var watch = Watch(deadline: timeout)
        var host = currentHost
        while polling != PGRES_POLLING_OK {
            do throws(PQError) {
                try wait(reading: polling == PGRES_POLLING_READING, writing: polling == PGRES_POLLING_WRITING, &watch)
            } catch .deadlineExceeded {
                throw .connectionFailed(
                    ConnectionFault(settings: [.host, .port, .connectTimeout], sqlState: nil, message: "timeout"))
            }
            polling = PQconnectPoll(handle)
            if polling == PGRES_POLLING_FAILED { throw refused(at: stage) }
            stage = PQstatus(handle)
            if host != currentHost {
                host = currentHost
                watch = Watch(deadline: timeout)
            }
        }
    }

    /// Host, address and port being tried, to give each its own time.
    private var currentHost: [String] {
        [PQhost(handle), PQhostaddr(handle), PQport(handle)].map { $0.map { String(cString: $0) } ?? "" }
    }

    /// What a refusal means, from the stage it came at and the SQLSTATE, never from words.
    private func refused(at stage: ConnStatusType) -> PQError {
        isBroken = true
        let message = String(cString: PQerrorMessage(handle))
        let state = SQLState(endOf: message)
        return .connectionFailed(
            ConnectionFault(settings: settings(for: state, at: stage), sqlState: state, message: message))
    }

    private func settings(for state: SQLState?, at stage: ConnStatusType) -> [ConnectionFault.Setting] {
        switch state {
        case .some(.invalidPassword): return [.password, .user]
        case .some(.invalidAuthorization): return [.user, .sslmode, .sslcert, .host]
        case .some(.invalidDatabase): return [.dbname]
        case .some(.tooManyConnections): return [.maxConnections]
        case .some(.cannotConnectNow): return [.host]
        case .some(.insufficientPrivilege): return [.role, .dbname, .user]
        case .some(let state) where state.isDataError || state.errorClass == "42": return [.options, .role]
        case .some: return [.host, .dbname, .user]
        case .none: break
        }
        if PQconnectionNeedsPassword(handle) != 0 { return [.password] }
        // A server that has told its parameters has let us in: what it lacks is a property asked for.
        if PQparameterStatus(handle, "server_version") != nil { return [.targetSessionAttributes, .host] }
        switch stage {
        case CONNECTION_SSL_STARTUP: return [.sslmode, .sslrootcert, .host]
        case CONNECTION_AWAITING_RESPONSE, CONNECTION_AUTH_OK: return [.password, .channelBinding, .sslmode, .user]
        case CONNECTION_CHECK_WRITABLE, CONNECTION_CHECK_TARGET, CONNECTION_CHECK_STANDBY, CONNECTION_CONSUME:
            return [.targetSessionAttributes, .host]
        default: return [.host, .port]
        }
    }
}

extension SQLState {
    /// libpq at verbosity "sqlstate" ends the server's part of a message with the state alone.
    init?(endOf message: String) {
        let word = message.split(whereSeparator: { $0 == "\n" || $0 == " " }).last ?? ""
        guard word.utf8.count == 5, word.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) })
        else { return nil }
        self.init(rawValue: String(word))
    }
}
