import PQ

/// The newest version sent of each entry on each channel.
struct NewestSends: Sendable {
    private(set) var channels: [String] = []
    private(set) var entryIDs: [Int64] = []
    private(set) var versions: [Int64] = []

    init(_ sends: [SendJournal.Send]) {
        struct Place: Hashable {
            var channel: String
            var entryID: Int64
        }
        var newest: [Place: Int64] = [:]
        for send in sends {
            newest[Place(channel: send.channel, entryID: send.entryID), default: 0].max(send.version)
        }
        for (place, version) in newest {
            channels.append(place.channel)
            entryIDs.append(place.entryID)
            versions.append(version)
        }
    }

    /// How many of them the database never gave out.
    func unknown(on connection: Connection) async throws -> Int {
        guard !channels.isEmpty else { return 0 }
        return Int(
            try await connection.value(
                """
                select count(*)
                from unnest(\(channels), \(entryIDs), \(versions)) as j (channel_code, entry_id, version)
                left join publication.entry as e on e.membership_id = j.entry_id and e.channel_code = j.channel_code
                left join publication.stray as s on s.entry_id = j.entry_id and s.channel_code = j.channel_code
                where j.version > coalesce(greatest(e.last_version, s.version, s.withdraw_version), 0)
                """, as: Int64.self))
    }
}

extension Int64 {
    fileprivate mutating func max(_ other: Int64) { self = Swift.max(self, other) }
}
