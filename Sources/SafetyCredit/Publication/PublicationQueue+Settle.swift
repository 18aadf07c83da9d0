internal import Foundation
import PQ

extension PublicationQueue {
    /// Moves finished changes into the history and notes on each entry what it is proven to show.
    ///
    /// `outcome` is `done` for proven changes, `superseded` for those a newer version had overtaken on the channel. A proof older than one
    /// already noted changes nothing of the entry.
    /// - Parameter lease: batches the worker holds, all of whose changes are settled or postponed with it: they go. Nil for receipts, which
    ///   prove a change whoever holds it.
    /// - Returns: memberships whose period may start with this proof (`FirstPublication`).
    func finish(
        _ settled: [Settlement], asOf day: CivilDate, lease: BatchLease?, in pipeline: inout Pipeline
    ) throws -> Pending<[Int64]> {
        let batchIDs = lease?.batchIDs ?? []
        let isOurs: Statement = lease == nil ? "true" : "i.batch_id in (select r.batch_id from released as r)"
        return try pipeline.value(
            """
            with released as (
                delete from publication.batch as b
                where b.channel_code = \(channelCode) and b.batch_id = any (\(batchIDs))
                    and b.lease_token = \(lease?.token)
                returning b.batch_id
            ),
            settled as materialized (
                select s.membership_id, s.version, s.outcome, s.evidence
                from unnest(\(settled.map(\.key.membershipID)), \(settled.map(\.key.version)),
                    \(settled.map(\.outcome.rawValue)), \(settled.map(\.evidence)))
                    as s (membership_id, version, outcome, evidence)
            ),
            finished as (
                delete from publication.item as i
                using settled as s
                where i.membership_id = s.membership_id and i.channel_code = \(channelCode) and i.version = s.version
                    and \(isOurs)
                returning i.subject_id, i.item_id, i.membership_id, i.version, i.action, i.content_sha256, i.due_on, i.queued_at,
                    i.is_first_publication, s.outcome, s.evidence
            ),
            noted as (
                insert into publication.delivery (subject_id, item_id, membership_id, channel_code, version, action, outcome,
                    evidence, content_sha256, due_on, queued_at, delivered_at, delivered_on)
                select f.subject_id, f.item_id, f.membership_id, \(channelCode), f.version, f.action, f.outcome,
                    f.evidence::jsonb, f.content_sha256, f.due_on, f.queued_at, now(), \(day)
                from finished as f
            ),
            proven as (
                update publication.entry as e
                set state = case f.action when 'publish' then 'shown' else 'absent' end,
                    shown_version = case f.action when 'publish' then f.version end,
                    shown_sha256 = case f.action when 'publish' then f.content_sha256 end,
                    proven_version = f.version,
                    proven_at = now()
                from finished as f
                where f.outcome = 'done' and e.subject_id = f.subject_id and e.membership_id = f.membership_id
                    and e.channel_code = \(channelCode) and e.proven_version < f.version
            )
            select coalesce(array_agg(f.membership_id order by f.membership_id), '{}')
            from finished as f
            where f.outcome = 'done' and f.is_first_publication
            """
        )
    }

    /// A channel that already holds a version as new as the newest given out has it from elsewhere: what it shows is not known, and the next
    /// change must go beyond that version. So it is when the register was put back to an older copy.
    func catchUp(_ settled: [Settlement], in pipeline: inout Pipeline) throws {
        let overtaken = settled.filter { $0.appliedVersion != nil }
        guard !overtaken.isEmpty else { return }
        try pipeline.execute(
            """
            update publication.entry as e
            set last_version = greatest(e.last_version, s.applied_version), state = 'unknown'
            from unnest(\(overtaken.map(\.key.membershipID)), \(overtaken.map(\.key.version)),
                \(overtaken.map(\.appliedVersion))) as s (membership_id, version, applied_version)
            join publication.item as i on i.membership_id = s.membership_id and i.channel_code = \(channelCode) and i.version = s.version
            where e.subject_id = i.subject_id and e.membership_id = i.membership_id and e.channel_code = i.channel_code
                and (e.last_version = s.version or e.last_version < s.applied_version)
            """
        )
    }

    /// Notes attempts that did not settle their changes: to wait for a time that grows, for a person, or for a receipt.
    ///
    /// A channel that cannot be reached or gives no clear answer is tried for ever: however long it is out of order, what has to go goes when it
    /// is back. Only answers that reading back does not bear out are counted.
    /// Sent before `finish`, which gives the lease back.
    func postpone(
        _ attempts: [Attempt], asOf day: CivilDate, lease: BatchLease?, in pipeline: inout Pipeline
    ) throws {
        guard !attempts.isEmpty else { return }
        try pipeline.execute(
            """
            with held as materialized (
                select b.batch_id
                from publication.batch as b
                where b.channel_code = \(channelCode) and b.batch_id = any (\(lease?.batchIDs ?? []))
                    and b.lease_token = \(lease?.token)
                for update
            ),
            attempt as materialized (
                select a.membership_id, a.version, a.outcome, a.fault, a.evidence
                from unnest(\(attempts.map(\.key.membershipID)), \(attempts.map(\.key.version)),
                    \(attempts.map(\.outcome.rawValue)), \(attempts.map(\.fault)), \(attempts.map(\.evidence)))
                    as a (membership_id, version, outcome, fault, evidence)
            ),
            judged as (
                select i.subject_id, i.membership_id, i.version, a.outcome, a.fault, a.evidence,
                    case
                        when a.outcome = 'sent' then 'sent'
                        when a.outcome = 'refused' then 'dead'
                        when a.outcome = 'unproven' and i.unproven_count + 1 >= \(Self.answerLimit) then 'dead'
                        else 'waiting'
                    end as state
                from attempt as a
                join publication.item as i
                    on i.membership_id = a.membership_id and i.channel_code = \(channelCode) and i.version = a.version
                where i.batch_id in (select h.batch_id from held as h)
                    or (\(lease == nil) and (i.state = 'sent' or i.state = 'ready'))
            ),
            postponed as (
                update publication.item as i
                set state = j.state,
                    next_attempt_at = case when j.state = 'waiting' then now()
                        + least(interval '1 hour', make_interval(secs => 10 * power(2, least(i.attempt_count, 20))))
                        * (0.75 + 0.5 * (i.item_id % 97) / 97.0) end,
                    batch_id = null, attempt_count = i.attempt_count + 1, last_fault = j.fault,
                    unproven_count = i.unproven_count + case j.outcome when 'unproven' then 1 else 0 end
                from judged as j
                where i.subject_id = j.subject_id and i.membership_id = j.membership_id and i.channel_code = \(channelCode)
                    and i.version = j.version
                returning i.*, j.outcome, j.evidence
            ),
            clouded as (
                update publication.entry as e
                set state = 'unknown'
                from postponed as p
                where p.outcome in ('unclear', 'unproven') and e.subject_id = p.subject_id and e.membership_id = p.membership_id
                    and e.channel_code = p.channel_code
            )
            insert into publication.delivery (subject_id, item_id, membership_id, channel_code, version, action, outcome, fault,
                evidence, content_sha256, due_on, queued_at, delivered_at, delivered_on)
            select p.subject_id, p.item_id, p.membership_id, p.channel_code, p.version, p.action,
                case when p.state = 'dead' then 'dead' when p.outcome = 'unproven' then 'unclear' else p.outcome end,
                p.last_fault, p.evidence::jsonb, p.content_sha256, p.due_on, p.queued_at, now(), \(day)
            from postponed as p
            """
        )
    }
}
