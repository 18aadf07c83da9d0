public import PQ

/// What an operator does to the queue by hand.
public enum PublicationControl {
    /// Puts dead items back into the queue, with their attempts counted anew.
    ///
    /// - Returns: how many; nil when there is no such channel.
    public static func retryDead(channel channelCode: String?, on connection: isolated Connection) throws -> Int? {
        let isKnown = try connection.value(
            "select \(channelCode)::text is null or exists (select from publication.channel as c where c.channel_code = \(channelCode))",
            as: Bool.self)
        guard isKnown else { return nil }
        return try connection.execute(
            """
            update publication.item as i
            set state = 'waiting', attempt_count = 0, unproven_count = 0, next_attempt_at = now(), last_fault = null
            where i.state = 'dead' and (\(channelCode)::text is null or i.channel_code = \(channelCode))
            """
        )
    }

    /// Stops or resumes deliveries on a channel; reconciliation goes on.
    ///
    /// - Returns: whether there is such a channel.
    public static func setPaused(_ isPaused: Bool, channel channelCode: String, on connection: isolated Connection)
        throws -> Bool
    {
        try connection.execute(
            "update publication.channel as c set is_paused = \(isPaused) where c.channel_code = \(channelCode)") == 1
    }

    /// Bounds the changes a minute that all workers together send to a channel; nil takes the bound away.
    ///
    /// A batch is claimed whole: then the channel rests for as long as the pace gives the batch.
    /// - Returns: whether there is such a channel.
    public static func setPace(
        itemsPerMinute: Int32?, channel channelCode: String, on connection: isolated Connection
    ) throws -> Bool {
        try connection.execute(
            """
            update publication.channel as c
            set items_per_minute = \(itemsPerMinute), paced_until = null
            where c.channel_code = \(channelCode)
            """
        ) == 1
    }

    /// How one channel stands.
    public struct Status: Sendable {
        public let channelCode: String
        public let name: String
        public let isPaused: Bool
        /// Changes a minute at most; nil: any number.
        public let itemsPerMinute: Int32?
        public let shown: Int64
        public let unknown: Int64
        public let ready: Int64
        public let leased: Int64
        public let sent: Int64
        public let dead: Int64
        public let overdue: Int64
    }

    /// How every channel stands on a day.
    public static func status(asOf day: CivilDate, on connection: isolated Connection) throws -> [Status] {
        try connection.rows(
            """
            select c.channel_code, c.name, c.is_paused, c.items_per_minute, coalesce(e.shown, 0), coalesce(e.unknown, 0), coalesce(i.ready, 0),
                coalesce(i.leased, 0), coalesce(i.sent, 0), coalesce(i.dead, 0), coalesce(i.overdue, 0)
            from publication.channel as c
            left join (
                select n.channel_code, count(*) filter (where n.state = 'shown') as shown,
                    count(*) filter (where n.state = 'unknown') as unknown
                from publication.entry as n
                group by n.channel_code
            ) as e on e.channel_code = c.channel_code
            left join (
                select t.channel_code,
                    count(*) filter (where t.state in ('ready', 'waiting') and b.lease_token is null) as ready,
                    count(b.lease_token) as leased, count(*) filter (where t.state = 'sent') as sent,
                    count(*) filter (where t.state = 'dead') as dead, count(*) filter (where t.due_on < \(day)) as overdue
                from publication.item as t
                left join publication.batch as b on b.channel_code = t.channel_code and b.batch_id = t.batch_id
                group by t.channel_code
            ) as i on i.channel_code = c.channel_code
            order by c.channel_code
            """,
            as: (String, String, Bool, Int32?, Int64, Int64, Int64, Int64, Int64, Int64, Int64).self
        ).map {
            Status(
                channelCode: $0.0, name: $0.1, isPaused: $0.2, itemsPerMinute: $0.3, shown: $0.4, unknown: $0.5,
                ready: $0.6, leased: $0.7, sent: $0.8, dead: $0.9, overdue: $0.10)
        }
    }
}
