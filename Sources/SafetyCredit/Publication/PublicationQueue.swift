internal import Foundation
import PQ

/// The open changes of one channel, leased in batches.
///
/// A claim carries a token and a lease; every later write tests token and state, so that a worker that was thought dead can neither
/// settle nor undo what another has done since.
struct PublicationQueue: Sendable {
    let channelCode: String
    /// How long a worker may take over a batch before another may try it.
    static let leaseSeconds: Int32 = 300
    /// Tries before an item waits for a person.
    static let attemptLimit: Int32 = 12

    /// Takes up to `limit` items that are due for an attempt, oldest first.
    func lease(_ limit: Int, token: UUID, on connection: isolated Connection) throws -> [LeasedItem] {
        try connection.rows(
            """
            with due as materialized (
                select i.subject_id, i.item_id
                from publication.item as i
                join publication.channel as c on c.channel_code = i.channel_code and not c.is_paused
                where i.channel_code = \(channelCode)
                    and i.state in ('ready', 'leased')
                    and i.next_attempt_at <= now()
                    and (i.state = 'ready' or i.leased_until <= now())
                order by i.item_id
                limit \(limit)
                for update of i skip locked
            )
            update publication.item as i
            set state = 'leased', lease_token = \(token), leased_until = now() + make_interval(secs => \(Self.leaseSeconds)),
                attempt_count = i.attempt_count + 1
            from due
            where i.subject_id = due.subject_id and i.item_id = due.item_id
            returning i.subject_id, i.item_id, i.membership_id, i.version, i.action = 'publish', i.content::text, i.attempt_count
            """,
            as: LeasedItem.self
        ).sorted { $0.itemID < $1.itemID }
    }

    /// Moves finished items into the history and notes on each entry what it is proven to show.
    ///
    /// `outcome` is `done` for proven changes, `superseded` for those a newer version had overtaken on the channel. A proof older than one
    /// already noted changes nothing of the entry.
    /// - Parameter token: of the lease the worker holds; nil for a receipt, which proves a change whoever holds it.
    /// - Returns: memberships whose period starts with this proof, to be confirmed: the first on a required channel, or by policy RD-16 c the
    ///   last.
    func finish(
        _ settled: [Settlement], asOf day: CivilDate, token: UUID?, on connection: isolated Connection
    ) throws -> [Int64] {
        try catchUp(settled, on: connection)
        return try connection.values(
            """
            with settled as materialized (
                select s.item_id, s.outcome, s.evidence
                from unnest(\(settled.map(\.itemID)), \(settled.map(\.outcome.rawValue)), \(settled.map(\.evidence)))
                    as s (item_id, outcome, evidence)
            ),
            finished as (
                delete from publication.item as i
                using settled as s
                where i.item_id = s.item_id and i.channel_code = \(channelCode) and i.state in ('leased', 'sent')
                    and (\(token)::uuid is null or i.lease_token = \(token))
                returning i.*, s.outcome, s.evidence
            ),
            noted as (
                insert into publication.delivery (subject_id, item_id, membership_id, channel_code, version, action, outcome,
                    evidence, content_sha256, due_on, queued_at, delivered_at, delivered_on)
                select f.subject_id, f.item_id, f.membership_id, f.channel_code, f.version, f.action, f.outcome,
                    f.evidence::jsonb, f.content_sha256, f.due_on, f.queued_at, now(), \(day)
                from finished as f
            ),
            proven as (
                update publication.entry as e
                set state = case f.action when 'publish' then 'shown' else 'absent' end,
                    shown_version = case f.action when 'publish' then f.version end,
                    shown_sha256 = case f.action when 'publish' then f.content_sha256 end,
                    proven_at = now()
                from finished as f
                where f.outcome = 'done' and e.subject_id = f.subject_id and e.membership_id = f.membership_id
                    and e.channel_code = f.channel_code
                    and not exists (
                        select from publication.delivery as d
                        where d.subject_id = f.subject_id and d.membership_id = f.membership_id
                            and d.channel_code = f.channel_code and d.version > f.version and d.outcome = 'done'
                    )
            )
            select f.membership_id
            from finished as f
            join publication.channel as c on c.channel_code = f.channel_code and c.is_required
            join lists.membership as m on m.subject_id = f.subject_id and m.membership_id = f.membership_id
            where f.outcome = 'done' and f.action = 'publish' and m.published_on is null
                and (
                    law.policy_option('RD-16', \(day)) <> 'c'
                    or not exists (
                        select from publication.channel_list as l
                        join publication.channel as r on r.channel_code = l.channel_code and r.is_required
                            and (r.shows_persons or m.unit_id is null)
                        left join publication.entry as e on e.subject_id = m.subject_id
                            and e.membership_id = m.membership_id and e.channel_code = l.channel_code
                        where l.list_code = m.list_code and l.channel_code <> f.channel_code
                            and e.state is distinct from 'shown'
                    )
                )
            order by f.membership_id
            """,
            as: Int64.self
        )
    }

    /// A channel that holds a newer version than the register ever gave out proves that the register was put back to an older copy: the next
    /// change takes a version beyond it.
    private func catchUp(_ settled: [Settlement], on connection: isolated Connection) throws {
        let overtaken = settled.filter { $0.appliedVersion != nil }
        guard !overtaken.isEmpty else { return }
        try connection.execute(
            """
            update publication.entry as e
            set last_version = s.applied_version
            from unnest(\(overtaken.map(\.itemID)), \(overtaken.map(\.appliedVersion))) as s (item_id, applied_version)
            join publication.item as i on i.item_id = s.item_id and i.channel_code = \(channelCode)
            where e.subject_id = i.subject_id and e.membership_id = i.membership_id and e.channel_code = i.channel_code
                and e.last_version < s.applied_version
            """
        )
    }

    /// Notes attempts that did not settle their items: back to the queue after a pause that grows, to a person, or to the wait for a receipt.
    func postpone(
        _ attempts: [Attempt], asOf day: CivilDate, token: UUID?, on connection: isolated Connection
    ) throws {
        try connection.execute(
            """
            with attempt as materialized (
                select a.item_id, a.outcome, a.fault, a.evidence
                from unnest(\(attempts.map(\.itemID)), \(attempts.map(\.outcome.rawValue)), \(attempts.map(\.fault)),
                    \(attempts.map(\.evidence))) as a (item_id, outcome, fault, evidence)
            ),
            postponed as (
                update publication.item as i
                set state = case
                        when a.outcome = 'sent' then 'sent'
                        when a.outcome = 'refused' or i.attempt_count >= \(Self.attemptLimit) then 'dead'
                        else 'ready'
                    end,
                    next_attempt_at = now() + least(interval '6 hours', make_interval(secs => 5 * power(2, i.attempt_count)))
                        * (0.75 + 0.5 * (i.item_id % 97) / 97.0),
                    lease_token = null, leased_until = null, last_fault = a.fault
                from attempt as a
                where i.item_id = a.item_id and i.channel_code = \(channelCode) and i.state in ('leased', 'sent')
                    and (\(token)::uuid is null or i.lease_token = \(token))
                returning i.*, a.outcome, a.evidence
            ),
            clouded as (
                update publication.entry as e
                set state = 'unknown'
                from postponed as p
                where p.outcome = 'unclear' and e.subject_id = p.subject_id and e.membership_id = p.membership_id
                    and e.channel_code = p.channel_code
            )
            insert into publication.delivery (subject_id, item_id, membership_id, channel_code, version, action, outcome, fault,
                evidence, content_sha256, due_on, queued_at, delivered_at, delivered_on)
            select p.subject_id, p.item_id, p.membership_id, p.channel_code, p.version, p.action,
                case when p.state = 'dead' then 'dead' else p.outcome end, p.last_fault, p.evidence::jsonb, p.content_sha256,
                p.due_on, p.queued_at, now(), \(day)
            from postponed as p
            """
        )
    }

    /// The open item behind an idempotency key that was handed over; nil when there is none.
    func sentItem(key: DeliveryKey, on connection: isolated Connection) throws -> Int64? {
        try connection.values(
            """
            select i.item_id
            from publication.item as i
            where i.channel_code = \(channelCode) and i.membership_id = \(key.membershipID) and i.version = \(key.version)
                and i.state in ('sent', 'leased')
            """,
            as: Int64.self
        ).first
    }
}
