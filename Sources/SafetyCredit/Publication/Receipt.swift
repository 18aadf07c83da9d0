import PQ

/// A channel whose proof comes later, in receipts.
public protocol ReceiptSource: Channel {
    /// Reads and judges every receipt that has come in; until it is put away it comes again, judged the same.
    func collectReceipts(at time: String) async throws(ChannelError) -> [ReceiptResult]
    /// Puts away what was collected last, once the register knows it.
    func archiveReceipts() async throws(ChannelError)
}

extension ReceiptSource {
    public func archiveReceipts() async throws(ChannelError) {}
}

extension FileDrop: ReceiptSource {}

/// Receipts as the register keeps them, believed or not.
struct Receipts: Sendable {
    private let results: [ReceiptResult]

    init(_ results: [ReceiptResult]) {
        self.results = results
    }

    /// What those that are believed say of their changes.
    var work: DeliveryWorker.Work {
        var work = DeliveryWorker.Work()
        for result in results {
            guard case .settled(let outcome) = result.verdict, let key = result.key.flatMap(DeliveryKey.init) else {
                continue
            }
            work.take(outcome, of: key)
        }
        return work
    }

    /// Keeps those that are not kept yet: what was read by a worker that died comes again in the same reading.
    ///
    /// - Returns: how many of them are not believed.
    func keep(from channelCode: String, asOf day: CivilDate, on connection: isolated Connection) throws -> Int {
        guard !results.isEmpty else { return 0 }
        let count = try connection.value(
            """
            with kept as (
                insert into publication.receipt (channel_code, file_name, delivery_key, is_believed, refusal_code, detail,
                    received_on, received_at)
                select \(channelCode), r.file_name, r.delivery_key, r.refusal_code is null, r.refusal_code, r.detail::jsonb,
                    \(day), now()
                from unnest(\(results.map(\.file)), \(results.map { $0.key ?? "" }), \(results.map(\.refusalCode)),
                    \(results.map(\.detail.canonicalText))) as r (file_name, delivery_key, refusal_code, detail)
                where not exists (
                    select from publication.receipt as k
                    where k.channel_code = \(channelCode) and k.delivery_key = r.delivery_key and k.file_name = r.file_name
                        and k.detail = r.detail::jsonb and k.detail ->> 'reading' is not null
                )
                returning is_believed
            )
            select count(*) from kept as k where not k.is_believed
            """, as: Int64.self)
        return Int(count)
    }
}

extension ReceiptResult {
    fileprivate var refusalCode: String? {
        if case .refused(let fault) = verdict { caseName(of: fault) } else { nil }
    }

    fileprivate var detail: JSONValue {
        [
            "batch": batch.map { .string($0) } ?? .null, "line": line.map { .integer(Int64($0)) } ?? .null,
            "entry_id": entryID.map { .integer($0) } ?? .null, "reading": reading.map { .string($0) } ?? .null,
        ]
    }
}

extension DeliveryFault {
    /// The fault as one word, with the field at fault.
    var code: String {
        switch self {
        case .fieldTooLong(let name, let limit, let length): "field-too-long:\(name):\(length)>\(limit)"
        case .stale(let applied): "stale:\(applied)"
        case .unmasked(let field): "unmasked:\(field)"
        case .wrongEntry(let id): "wrong-entry:\(id)"
        case .notReadBack(let path): "not-read-back:\(path)"
        case .refusedByReceiver(let reason): "refused-by-receiver:\(reason.prefix(200))"
        case .unanswered(let reason): "unanswered:\(reason)"
        case .unexpectedStatus(let status): "unexpected-status:\(status)"
        case .notTried: "not-tried"
        }
    }
}
