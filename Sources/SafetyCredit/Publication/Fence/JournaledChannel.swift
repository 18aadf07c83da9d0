/// A channel whose every send stands in the journal before it is made.
struct JournaledChannel: ReceiptSource {
    let base: any Channel
    let journal: SendJournal

    var code: String { base.code }
    var capabilities: ChannelCapabilities { base.capabilities }

    func deliver(
        _ changes: [PublicationChange], at time: String
    ) async throws(ChannelError) -> [DeliveryOutcome] {
        try journal.append(changes, to: code, at: time)
        return try await base.deliver(changes, at: time)
    }

    func renew(at time: String) async throws(ChannelError) { try await base.renew(at: time) }

    func readBack() async throws(ChannelError) -> [ShownEntry] { try await base.readBack() }

    func collectReceipts(at time: String) async throws(ChannelError) -> [ReceiptResult] {
        try await (base as? any ReceiptSource)?.collectReceipts(at: time) ?? []
    }

    func archiveReceipts() async throws(ChannelError) {
        try await (base as? any ReceiptSource)?.archiveReceipts()
    }
}
