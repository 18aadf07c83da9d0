import SafetyCredit

/// A channel that takes every change and says so at once.
struct NoOpChannel: Channel {
    let code: String
    let batchLimit: Int

    var capabilities: ChannelCapabilities {
        ChannelCapabilities(proof: .immediate, batchLimit: batchLimit, seesForeignEntries: false)
    }

    func deliver(_ changes: [PublicationChange], at time: String) async throws(ChannelError) -> [DeliveryOutcome] {
        changes.map { .done(evidence: DeliveryEvidence(path: $0.key, sha256: "", bytes: 0)) }
    }

    func readBack() async throws(ChannelError) -> [ShownEntry] { [] }
}
