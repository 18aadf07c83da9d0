public import PQ

/// Something about a channel that a person must look at.
public struct PublicationAlarm: Sendable {
    public enum Kind: String, Sendable {
        /// Changes that wait for a person.
        case deadLetters = "dead-letters"
        /// Receipts of the last 30 days that were not believed.
        case disbelievedReceipts = "disbelieved-receipts"
        /// Entries the last reading back found that must not be there.
        case surplus
        /// Entries of memberships lost with a restore, not yet proven gone.
        case strays
        /// Changes after their last day.
        case overdue
    }

    public let channelCode: String
    public let kind: Kind
    public let count: Int64
    /// The newest fault, receipt or day, to begin looking with.
    public let example: String

    /// Everything to be looked at, as of a day.
    public static func all(asOf day: CivilDate, on connection: isolated Connection) throws -> [PublicationAlarm] {
        try connection.rows(
            """
            select a.channel_code, a.kind, a.alarm_count, coalesce(a.example, '')
            from (
                select i.channel_code, 'dead-letters' as kind, count(*) as alarm_count,
                    (array_agg(i.membership_id || ' ' || i.last_fault order by i.queued_at desc))[1] as example
                from publication.item as i
                where i.state = 'dead'
                group by i.channel_code
                union all
                select r.channel_code, 'disbelieved-receipts', count(*),
                    (array_agg(concat_ws(' ', r.refusal_code, r.file_name, r.delivery_key) order by r.receipt_id desc))[1]
                from publication.receipt as r
                where not r.is_believed and r.received_on <= \(day) and r.received_on + 30 > \(day)
                group by r.channel_code
                union all
                select b.channel_code, 'surplus', b.surplus_count, b.as_of::text
                from (
                    select distinct on (n.channel_code) n.channel_code, n.surplus_count, n.as_of
                    from publication.read_back as n
                    order by n.channel_code, n.read_back_id desc
                ) as b
                where b.surplus_count > 0
                union all
                select s.channel_code, 'strays', count(*), max(s.entry_id || coalesce(' ' || s.last_fault, ''))
                from publication.stray as s
                where s.state <> 'absent'
                group by s.channel_code
                union all
                select i.channel_code, 'overdue', count(*), min(i.due_on)::text
                from publication.item as i
                where i.due_on < \(day)
                group by i.channel_code
            ) as a
            order by a.channel_code, a.kind
            """, as: (String, String, Int64, String).self
        ).compactMap { channel, kind, count, example in
            Kind(rawValue: kind).map {
                PublicationAlarm(channelCode: channel, kind: $0, count: count, example: example)
            }
        }
    }

    public func sentence(in language: Language) -> String {
        let (chinese, english) =
            switch kind {
            case .deadLetters: ("\(count) 项待人工处理，如：\(example)", "\(count) changes wait for a person, e.g. \(example)")
            case .disbelievedReceipts:
                (
                    "近30日有 \(count) 份回执不予采信，最近：\(example)",
                    "\(count) receipts of the last 30 days were not believed, the latest: \(example)"
                )
            case .surplus:
                ("\(example) 回读时有 \(count) 条不该示而示", "\(count) entries were shown on \(example) that must not be")
            case .strays:
                (
                    "恢复前已送达、本数据库没有的 \(count) 条尚未证实撤下",
                    "\(count) entries lost with a restore are not proven gone: \(example)"
                )
            case .overdue: ("\(count) 项已逾期，最早应于 \(example)", "\(count) changes are overdue, the first since \(example)")
            }
        return "\(channelCode): " + language.choose(chinese, english)
    }
}
