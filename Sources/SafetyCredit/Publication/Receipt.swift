import PQ

/// A channel whose proof comes later, in receipts.
public protocol ReceiptSource: Channel {
    /// Reads and archives every receipt that has come in.
    func collectReceipts(at time: String) async throws(ChannelError) -> [ReceiptResult]
}

extension FileDrop: ReceiptSource {}

/// One receipt as the register keeps it, believed or not.
struct Receipt {
    private let result: ReceiptResult

    init(_ result: ReceiptResult) {
        self.result = result
    }

    var isBelieved: Bool {
        if case .settled = result.verdict { true } else { false }
    }

    private var refusalCode: String? {
        if case .refused(let fault) = result.verdict { caseName(of: fault) } else { nil }
    }

    func keep(from channelCode: String, on connection: isolated Connection) throws {
        let detail: JSONValue = [
            "batch": result.batch.map { .string($0) } ?? .null,
            "line": result.line.map { .integer(Int64($0)) } ?? .null,
            "entry_id": result.entryID.map { .integer($0) } ?? .null,
        ]
        try connection.execute(
            """
            insert into publication.receipt (channel_code, file_name, delivery_key, is_believed, refusal_code, detail, received_at)
            values (\(channelCode), \(result.file), \(result.key ?? ""), \(isBelieved), \(refusalCode), \(detail.canonicalText), now())
            """
        )
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
