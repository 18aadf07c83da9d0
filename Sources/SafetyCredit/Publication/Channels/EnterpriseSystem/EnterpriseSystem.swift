public import Foundation

/// The national enterprise credit information publicity system: changes are pushed one by one and each is read back.
///
/// The network runs on a thread of its own. A change whose answer was lost stays unclear until a reading back shows it; the same key again
/// is harmless.
/// **Shape** of the interface: see `RequestSignature` for how requests are signed.
///
///     POST /changes                      {action, entry_id, version, key, sha256, entry}  → 200 {key, entry_id, version, reference}
///                                        409 a newer version is applied · 422 {reason, field} refused · 429, 503 with Retry-After
///     GET  /entries/<id>                 → 200 {entry_id, state: shown | absent, version, entry}
///     GET  /entries?after=<id>&limit=<n> → 200 {entries: […], next}
public actor EnterpriseSystem: ReceiptSource {
    public nonisolated let code: String
    private let access: HTTPSAccess
    private let now: @Sendable () -> Int
    /// Until then the system asked to be left alone.
    private var restUntil: ContinuousClock.Instant?
    private var disbelieved: [ReceiptResult] = []
    /// How many of them are being settled.
    private var handedOut = 0

    /// Longest a batch is worked, well inside its lease: what is left then goes back to the queue.
    private static let longestBatch = Duration.seconds(120)

    /// - Parameter now: seconds since 1970, for signatures.
    public init(
        code: String = "enterprise-publicity", access: HTTPSAccess,
        now: @escaping @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }
    ) {
        self.code = code
        self.access = access
        self.now = now
    }

    public nonisolated var capabilities: ChannelCapabilities {
        ChannelCapabilities(proof: .immediate, batchLimit: 100, seesForeignEntries: true)
    }

    /// Pushes the changes in their order.
    ///
    /// **Throws** `ChannelError` when the system cannot be worked and nothing was tried: unreachable, refusing this client, or asking for a pause.
    public func deliver(
        _ changes: [PublicationChange], at time: String
    ) async throws(ChannelError) -> [DeliveryOutcome] {
        if let restUntil, restUntil > .now { throw .throttled(seconds: Int((restUntil - .now).components.seconds) + 1) }
        let (delivery, disbelieved) = await BlockingThread.run { [access, now] flag in
            var exchange = EnterpriseExchange(access, flag: flag, now: now)
            let delivery = Self.push(changes, through: &exchange, flag: flag)
            return (delivery, exchange.disbelieved)
        }
        self.disbelieved += disbelieved
        if case .throttled(let seconds) = delivery.stop { restUntil = .now + .seconds(seconds) }
        if let stop = delivery.stop, delivery.tried == 0 { throw stop }
        return delivery.outcomes
    }

    public func readBack() async throws(ChannelError) -> [ShownEntry] {
        let result = await BlockingThread.run { [access, now] flag -> Result<[ShownEntry], ChannelError> in
            let exchange = EnterpriseExchange(access, flag: flag, now: now)
            do throws(ChannelError) {
                return .success(try exchange.readAll())
            } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// Receipts of past deliveries that were not believed, each once.
    public func collectReceipts(at time: String) async throws(ChannelError) -> [ReceiptResult] {
        handedOut = disbelieved.count
        return disbelieved
    }

    /// Only what was settled goes: what could not be written comes again.
    public func archiveReceipts() async throws(ChannelError) {
        disbelieved.removeFirst(handedOut)
        handedOut = 0
    }

    private struct Delivery: Sendable {
        var outcomes: [DeliveryOutcome] = []
        var tried = 0
        /// Why the batch ended before its end.
        var stop: ChannelError?
    }

    private static func push(
        _ changes: [PublicationChange], through exchange: inout EnterpriseExchange, flag: CancelFlag
    ) -> Delivery {
        let plan = DeliveryPlan(changes) { _ in nil }
        let end = ContinuousClock.now + longestBatch
        var delivery = Delivery()
        for (change, verdict) in zip(changes, plan.verdicts) {
            if case .refuse(let fault) = verdict {
                delivery.outcomes.append(.refused(fault))
                continue
            }
            if delivery.stop == nil, flag.isSet || .now >= end { delivery.stop = .stopped }
            guard delivery.stop == nil else {
                delivery.outcomes.append(.postponed(.notTried))
                continue
            }
            switch exchange.push(change) {
            case .stopped(let stop):
                delivery.stop = stop
                delivery.outcomes.append(.postponed(.notTried))
            case .outcome(let outcome):
                delivery.tried += 1
                delivery.outcomes.append(outcome)
            }
        }
        return delivery
    }
}
