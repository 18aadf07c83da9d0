import PQ

/// The newest version sent of each entry on each channel.
struct NewestSends: Sendable {
    private(set) var channels: [String] = []
    private(set) var entryIDs: [Int64] = []
    private(set) var versions: [Int64] = []
    private(set) var actions: [String] = []

    init(_ sends: [SendJournal.Send]) {
        struct Place: Hashable {
            var channel: String
            var entryID: Int64
        }
        var newest: [Place: SendJournal.Send] = [:]
        for send in sends {
            let place = Place(channel: send.channel, entryID: send.entryID)
            if send.version >= newest[place]?.version ?? 0 { newest[place] = send }
        }
        for (place, send) in newest {
            channels.append(place.channel)
            entryIDs.append(place.entryID)
            versions.append(send.version)
            actions.append(send.action)
        }
    }

    /// How many of them the database never gave out: a version of its own by the same number is another change.
    func unknown(on connection: Connection) async throws -> Int {
        guard !channels.isEmpty else { return 0 }
        return Int(
            try await connection.value(
                """
                select count(*)
                from unnest(\(channels), \(entryIDs), \(versions), \(actions)) as j (channel_code, entry_id, version, action)
                where not exists (
                        select from publication.item as i
                        where i.membership_id = j.entry_id and i.channel_code = j.channel_code and i.version = j.version
                            and i.action = j.action
                    )
                    and not exists (
                        select from lists.membership as m
                        join publication.delivery as d
                            on d.subject_id = m.subject_id and d.membership_id = m.membership_id
                                and d.channel_code = j.channel_code and d.version = j.version and d.action = j.action
                        where m.membership_id = j.entry_id
                    )
                    and not exists (
                        select from publication.stray as s
                        where s.entry_id = j.entry_id and s.channel_code = j.channel_code
                            and j.version <= greatest(s.version, s.withdraw_version)
                    )
                """, as: Int64.self))
    }
}
