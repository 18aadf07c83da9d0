/// A channel that calls its deliveries off when a signal is raised; what was done is still told.
struct StoppableChannel: ReceiptSource {
    let base: any ReceiptSource
    let stop: StopSignal

    var code: String { base.code }
    var capabilities: ChannelCapabilities { base.capabilities }

    func deliver(
        _ changes: [PublicationChange], at time: String
    ) async throws(ChannelError) -> [DeliveryOutcome] {
        guard !stop.isRaised else { throw .stopped }
        let result = await stop.cancelling { [base] () async -> Result<[DeliveryOutcome], ChannelError> in
            do throws(ChannelError) {
                return .success(try await base.deliver(changes, at: time))
            } catch { return .failure(error) }
        }
        return try result.get()
    }

    func renew(at time: String) async throws(ChannelError) { try await base.renew(at: time) }

    func readBack() async throws(ChannelError) -> [ShownEntry] { try await base.readBack() }

    func collectReceipts(at time: String) async throws(ChannelError) -> [ReceiptResult] {
        try await base.collectReceipts(at: time)
    }

    func archiveReceipts() async throws(ChannelError) { try await base.archiveReceipts() }
}
