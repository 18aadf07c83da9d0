public import PQ

/// Reads a whole channel back and compares it, both ways, with what it must show on a day.
public struct ChannelCheck: Sendable {
    /// One entry that differs.
    public struct Difference: Sendable, Hashable {
        public enum Kind: String, Sendable {
            /// Shown, but must not be.
            case surplus
            /// Must be shown, but is not.
            case missing
            /// Shown with other content than it must have.
            case content
            /// The channel contradicts itself about it.
            case broken
        }

        public let entryID: Int64
        public let kind: Kind
    }

    public let channelCode: String
    public let shownCount: Int
    public let differences: [Difference]

    /// Reads the channel back, stores the result, and marks every entry that differs as unknown, so that the next reconciliation sends it
    /// again. An entry the register never listed is reported only: there is nothing to send for it.
    ///
    /// - Throws: `ChannelError`, `PQError`.
    public static func run(_ channel: any Channel, asOf day: CivilDate, on connection: Connection) async throws
        -> ChannelCheck
    {
        let shown = try await channel.readBack()
        let wanted = try await connection.rows(
            """
            select w.membership_id, w.content::text
            from publication.wanted(\(day)) as w
            where w.channel_code = \(channel.code)
            """,
            as: (Int64, String).self
        )
        let differences = compare(shown, wanted)
        try await connection.transaction { connection in
            try connection.execute(
                """
                update publication.entry as e
                set state = 'unknown'
                where e.channel_code = \(channel.code) and e.membership_id = any (\(differences.map(\.entryID)))
                """
            )
            try connection.execute(
                """
                insert into publication.read_back (channel_code, as_of, shown_count, surplus_count, missing_count, read_at)
                values (\(channel.code), \(day), \(Int32(shown.count)),
                    \(Int32(differences.count { $0.kind == .surplus })), \(Int32(differences.count { $0.kind != .surplus })), now())
                """
            )
        }
        return ChannelCheck(channelCode: channel.code, shownCount: shown.count, differences: differences)
    }

    private static func compare(_ shown: [ShownEntry], _ wanted: [(Int64, String)]) -> [Difference] {
        var missing: [Int64: String] = [:]
        for (membershipID, content) in wanted {
            missing[membershipID] = PublicationEntry(json: Array(content.utf8))?.sha256 ?? "unreadable"
        }
        var differences: [Difference] = []
        for entry in shown {
            guard let sha256 = missing.removeValue(forKey: entry.entryID) else {
                differences.append(Difference(entryID: entry.entryID, kind: .surplus))
                continue
            }
            if entry.difference != nil {
                differences.append(Difference(entryID: entry.entryID, kind: .broken))
            } else if entry.sha256 != sha256 {
                differences.append(Difference(entryID: entry.entryID, kind: .content))
            }
        }
        differences += missing.keys.map { Difference(entryID: $0, kind: .missing) }
        return differences.sorted { $0.entryID < $1.entryID }
    }
}
