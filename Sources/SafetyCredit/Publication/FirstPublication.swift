import PQ

/// A proven publication that starts a membership's period, and has not yet.
///
/// Level-triggered: whatever was lost between a proof and its confirmation, and whoever settled the proof, the next look finds it.
/// **Source** RD-16: the first channel that must show it; by c the last of them.
struct FirstPublication: Sendable {
    let membershipID: Int64
    let channelCode: String
    /// Business day of the delivery that proved it.
    let on: CivilDate

    /// Every membership in force whose publication is proven by the day and not confirmed.
    ///
    /// - Parameter ids: memberships to look at; nil: all.
    static func unconfirmed(
        among ids: [Int64]? = nil, asOf day: CivilDate, on connection: isolated Connection
    ) throws -> [FirstPublication] {
        let isMeant: Statement = ids == nil ? "true" : "m.membership_id = any (\(ids))"
        return try connection.rows(
            """
            select m.membership_id,
                case when clock.is_last then proof.channel_codes[cardinality(proof.channel_codes)] else proof.channel_codes[1] end,
                case when clock.is_last then proof.days[cardinality(proof.days)] else proof.days[1] end
            from lists.membership as m
            join (
                select r.governs, r.option_code = 'c' as is_last from law.policy_regime('RD-16') as r
            ) as clock on clock.governs @> m.listed_on
            cross join lateral (
                select array_agg(p.channel_code order by p.first_on, p.channel_code) as channel_codes,
                    array_agg(p.first_on order by p.first_on, p.channel_code) as days
                from publication.proof(m.subject_id, m.membership_id, \(day)) as p
            ) as proof
            where m.published_on is null and m.ended_on is null and m.expired_on is null and \(isMeant)
                and proof.days is not null
                and not (clock.is_last and exists (
                    select from publication.due_channel(m.subject_id, m.membership_id, \(day)) as due
                    where due.channel_code <> all (proof.channel_codes)
                ))
            order by m.membership_id
            """,
            as: (Int64, String, CivilDate).self
        ).map { FirstPublication(membershipID: $0.0, channelCode: $0.1, on: $0.2) }
    }

    /// Submits the act that starts the period.
    ///
    /// - Returns: whether it was not refused.
    func confirm(through ledger: Ledger, on connection: isolated Connection) throws -> Bool {
        let line = try ActLine(
            [
                "act": .string(ConfirmPublication.name), "on": .string(on.description),
                "officer": .string(Officer.system),
                "key": .string("\(ConfirmPublication.name):\(channelCode):\(membershipID)"),
                "membership_id": .integer(membershipID), "channel": .string(channelCode),
            ], isAutomatic: true)
        return try !ledger.submit(line, on: connection).isRefused
    }
}
