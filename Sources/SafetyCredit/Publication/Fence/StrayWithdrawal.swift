import PQ

/// Takes off a channel what was sent for memberships that a restored database does not hold.
///
/// Each withdrawal keeps its version and key until the channel answers, so that a repetition has the effect of once; a stray is settled when
/// the channel proves that it is gone.
struct StrayWithdrawal: Sendable {
    let channel: any Channel

    /// - Returns: why the channel could not be worked; nil when it could.
    /// - Throws: `PQError`.
    func run(at time: String, on connection: Connection) async throws -> ChannelError? {
        let changes = try await open(on: connection).map { entryID, version in
            PublicationChange(
                entryID: entryID, version: version,
                key: DeliveryKey(channelCode: channel.code, membershipID: entryID, version: version).description,
                action: .withdraw)
        }
        guard !changes.isEmpty else { return nil }
        let outcomes: [DeliveryOutcome]
        do throws(ChannelError) {
            outcomes = try await channel.deliver(changes, at: time)
        } catch { return error }
        try await note(zip(changes, outcomes).map { ($0.entryID, Result($1)) }, on: connection)
        return nil
    }

    /// What the channel's answer means for a stray.
    private struct Result: Sendable {
        var isGone = false
        var fault: String?
        /// A newer version that the channel holds: the withdrawal has to be newer still.
        var applied: Int64?

        init(_ outcome: DeliveryOutcome) {
            switch outcome {
            case .done: isGone = true
            case .accepted: break
            case .refused(.stale(let applied)): self.applied = applied
            case .refused(let fault), .unclear(let fault), .postponed(let fault): self.fault = fault.code
            }
        }
    }

    /// Strays with the version of their withdrawal, given out the first time.
    private func open(on connection: Connection) async throws -> [(Int64, Int64)] {
        try await connection.rows(
            """
            update publication.stray as s
            set withdraw_version = coalesce(s.withdraw_version, s.version + 1)
            where s.channel_code = \(channel.code) and s.state = 'unknown'
            returning s.entry_id, s.withdraw_version
            """, as: (Int64, Int64).self)
    }

    private func note(_ results: [(entryID: Int64, Result)], on connection: Connection) async throws {
        try await connection.execute(
            """
            update publication.stray as s
            set state = case when r.is_gone then 'absent' else s.state end,
                settled_at = case when r.is_gone then now() end,
                version = coalesce(r.applied, s.version),
                withdraw_version = case when r.applied is null then s.withdraw_version end,
                last_fault = r.fault
            from unnest(\(results.map(\.entryID)), \(results.map(\.1.isGone)), \(results.map(\.1.fault)),
                \(results.map(\.1.applied))) as r (entry_id, is_gone, fault, applied)
            where s.channel_code = \(channel.code) and s.entry_id = r.entry_id and s.state = 'unknown'
            """)
    }
}
