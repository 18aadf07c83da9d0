import CLibPQ

extension Session {
    /// Connects to the first host that answers in its time and has the properties asked for.
    ///
    /// A cancelled task stops at once, but for the look-up of a host's name: libpq waits for the resolver.
    static func connect(_ options: ConnectionOptions) throws(PQError) -> Session {
        let parameters = try ConnectionParameters(options)
        var hosts: HostList?
        while true {
            if Task.isCancelled { throw .cancelled }
            let session = Session(handle: parameters.start(hosts), options: options)
            // SQLSTATE is all that is wanted of a refusal; the words may be in any language.
            PQsetErrorVerbosity(session.handle, PQERRORS_SQLSTATE)
            if try session.isConnected(within: parameters.timeout) {
                PQsetErrorVerbosity(session.handle, PQERRORS_DEFAULT)
                if PQsetnonblocking(session.handle, 1) != 0 { throw session.lost() }
                return session
            }
            // libpq cannot be told from outside to go on: it starts anew, without the host that was silent.
            hosts = (hosts ?? HostList(of: session.handle)).without(session.currentHost)
            guard hosts != nil else {
                throw .connectionFailed(
                    ConnectionFault(settings: [.host, .port, .connectTimeout], sqlState: nil, message: "timeout"))
            }
        }
    }

    /// Connects; false when a host let its time pass.
    private func isConnected(within timeout: Duration?) throws(PQError) -> Bool {
        var stage = PQstatus(handle)
        if stage == CONNECTION_BAD { throw refused(at: CONNECTION_STARTED) }
        var polling = PGRES_POLLING_WRITING
        var watch = Watch(deadline: timeout)
        var host = currentHost
        while polling != PGRES_POLLING_OK {
            // No statement runs yet that the server could be asked to cancel: leaving is enough.
            repeat {
                if Task.isCancelled { throw .cancelled }
                if watch.isPastDeadline { return false }
            } while try !pause(
                reading: polling == PGRES_POLLING_READING, writing: polling == PGRES_POLLING_WRITING, &watch)
            watch.resetPause()
            polling = PQconnectPoll(handle)
            if polling == PGRES_POLLING_FAILED { throw refused(at: stage) }
            stage = PQstatus(handle)
            if host != currentHost {
                host = currentHost
                watch = Watch(deadline: timeout)
            }
        }
        return true
    }

    /// What is being tried, to give each host and each of its addresses its own time.
    private var currentHost: HostList.Host {
        func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
        return HostList.Host(
            name: text(PQhost(handle)), address: text(PQhostaddr(handle)), port: text(PQport(handle)))
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
