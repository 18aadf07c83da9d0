/// One conversation with the system, on the thread that called it.
struct EnterpriseExchange: ~Copyable {
    private let access: HTTPSAccess
    private let requester: HTTPSRequester
    private let flag: CancelFlag
    private let now: @Sendable () -> Int
    /// Receipts that were not believed.
    private(set) var disbelieved: [ReceiptResult] = []

    /// A newer version that a system claims to hold may be so far ahead and no more: it becomes the base of the register's next.
    private static let farthestAhead: Int64 = 1_000_000

    init(_ access: HTTPSAccess, flag: CancelFlag, now: @escaping @Sendable () -> Int) {
        self.access = access
        requester = HTTPSRequester(to: access.server)
        self.flag = flag
        self.now = now
    }

    /// What became of a push.
    enum Pushed {
        case outcome(DeliveryOutcome)
        /// The system as a whole cannot be worked now, and did not act on this change.
        case stopped(ChannelError)
    }

    /// Pushes a change and reads it back.
    ///
    /// Only the reading back makes it done. A push whose answer was lost or is not believed may still be proven that way.
    mutating func push(_ change: PublicationChange) -> Pushed {
        if let fault = change.entry.flatMap(EnterpriseColumn.fault) { return .outcome(.refused(fault)) }
        let request = HTTPRequest(
            method: .post, path: "/changes",
            headers: [("Content-Type", "application/json"), ("Idempotency-Key", change.key)],
            body: CanonicalJSON.encode(EnterpriseMessage(change)))
        let response: HTTPResponse
        do {
            response = try send(request)
        } catch {
            if error.isUnsent { return .stopped(.unreachable(error.reason.rawValue)) }
            return .outcome(readBack(change, reference: nil, otherwise: .unanswered(error.reason.rawValue)))
        }
        switch response.status {
        case 200..<300:
            return .outcome(readBack(change, reference: receipt(of: change, in: response), otherwise: nil))
        case 401, 403: return .stopped(.denied(status: response.status))
        case 429, 503: return .stopped(.throttled(seconds: response.retryAfterSeconds ?? 60))
        case 409: return .outcome(overtaken(change))
        case 400, 413, 422: return .outcome(.refused(.refusedByReceiver(reason: Self.reason(of: response))))
        default:
            return .outcome(readBack(change, reference: nil, otherwise: .unexpectedStatus(response.status)))
        }
    }

    /// Everything the system shows, page by page.
    func readAll() throws(ChannelError) -> [ShownEntry] {
        var shown: [ShownEntry] = []
        var after: Int64? = 0
        while let start = after {
            let (page, _) = try document(EnterprisePage.self, "/entries?after=\(start)&limit=500")
            shown += page.entries.filter { $0.state == .shown }.map {
                ShownEntry(
                    entryID: $0.entryID, version: $0.version, sha256: $0.entry?.sha256 ?? "",
                    difference: $0.entry?.entryID == $0.entryID ? nil : .pageDiffersFromList)
            }
            // A page that does not lead on would be read for ever.
            if let next = page.next, next <= start { throw .damaged(path: "/entries", reason: .unreadable) }
            after = page.next
        }
        return shown.sorted { $0.entryID < $1.entryID }
    }

    /// - Parameter otherwise: what was wrong with the push, told when the reading back proves nothing either.
    private func readBack(
        _ change: PublicationChange, reference: String?, otherwise fault: DeliveryFault?
    ) -> DeliveryOutcome {
        let path = "/entries/\(change.entryID)"
        guard !flag.isSet else { return .unclear(fault ?? .unanswered("cancelled")) }
        do {
            let (shown, body) = try document(EnterpriseShown.self, path)
            guard shown.proves(change) else { return .unclear(fault ?? .notReadBack(path: path)) }
            return .done(evidence: evidence(path, body, reference))
        } catch { return .unclear(fault ?? Self.fault(error, readingBack: path)) }
    }

    /// Where the reading back itself got no answer, nothing is known of the change: unlike an answer that shows something else.
    private static func fault(_ error: ChannelError, readingBack path: String) -> DeliveryFault {
        switch error {
        case .unreachable(let reason): .unanswered(reason)
        case .denied(let status): .unexpectedStatus(status)
        case .throttled: .unanswered("throttled")
        default: .notReadBack(path: path)
        }
    }

    /// A claim that something newer stands there is believed when it stands there.
    private func overtaken(_ change: PublicationChange) -> DeliveryOutcome {
        let path = "/entries/\(change.entryID)"
        let (shown, body): (EnterpriseShown, [UInt8])
        do {
            (shown, body) = try document(EnterpriseShown.self, path)
        } catch { return .unclear(Self.fault(error, readingBack: path)) }
        if shown.proves(change) { return .done(evidence: evidence(path, body, nil)) }
        guard shown.entryID == change.entryID, shown.version >= change.version,
            shown.version - change.version <= Self.farthestAhead
        else { return .unclear(.notReadBack(path: path)) }
        return .refused(.stale(applied: shown.version))
    }

    /// The system's own number from a receipt that agrees; nil from one that does not, which is kept.
    private mutating func receipt(of change: PublicationChange, in response: HTTPResponse) -> String? {
        guard let receipt = CanonicalJSON.decode(EnterpriseReceipt.self, from: response.body) else {
            disbelieve(.malformedFile("not-a-receipt"), of: change)
            return nil
        }
        if let fault = receipt.fault(against: change) {
            disbelieve(fault, of: change)
            return nil
        }
        return receipt.reference.map { String($0.prefix(100)) }
    }

    private mutating func disbelieve(_ fault: ReceiptFault, of change: PublicationChange) {
        disbelieved.append(
            ReceiptResult(file: "POST /changes", key: change.key, entryID: change.entryID, verdict: .refused(fault)))
    }

    private func document<T: Decodable>(_ type: T.Type, _ path: String) throws(ChannelError) -> (T, [UInt8]) {
        let response: HTTPResponse
        do {
            response = try send(HTTPRequest(method: .get, path: path))
        } catch { throw .unreachable(error.reason.rawValue) }
        switch response.status {
        case 200: break
        case 401, 403: throw .denied(status: response.status)
        case 429, 503: throw .throttled(seconds: response.retryAfterSeconds ?? 60)
        default: throw .unreachable("status-\(response.status)")
        }
        guard let document = CanonicalJSON.decode(type, from: response.body) else {
            throw .damaged(path: path, reason: .unreadable)
        }
        return (document, response.body)
    }

    private func send(_ request: HTTPRequest) throws(HTTPFault) -> HTTPResponse {
        var request = request
        let signature = RequestSignature(keyID: access.keyID, key: access.key)
        let time = UTCTime.text(secondsSince1970: now())
        guard
            let headers = try? signature.headers(for: request, basePath: access.server.basePath, at: time)
        else { throw HTTPFault(reason: .other, isUnsent: true, code: -1) }
        request.headers += headers
        return try requester.send(request, stopping: flag)
    }

    private func evidence(_ path: String, _ body: [UInt8], _ reference: String?) -> DeliveryEvidence {
        DeliveryEvidence(path: path, sha256: SHA256.hex(of: body), bytes: body.count, reference: reference)
    }

    private static func reason(of response: HTTPResponse) -> String {
        let refusal = CanonicalJSON.decode(EnterpriseRefusal.self, from: response.body)
        return refusal.map(\.text).flatMap { $0.isEmpty ? nil : $0 } ?? "status-\(response.status)"
    }
}
