import PQ

extension PublicationQueue {
    /// Takes back the batches whose lease ran out: who held them is dead, or too late to settle anything.
    ///
    /// One of their changes may be what the worker died of. So each counts as tried and not proven, waits for a person once it was
    /// tried too often, and until then is in a batch of its own, claimed alone: only the one at fault takes its worker down again.
    func takeBackLapsed(asOf day: CivilDate, on connection: isolated Connection) throws {
        let batchIDs = try connection.values(
            """
            select b.batch_id
            from publication.batch as b
            where b.channel_code = \(channelCode) and b.leased_until <= now()
            for update skip locked
            """, as: Int64.self)
        guard !batchIDs.isEmpty else { return }
        // Before the new batches: the first of them has the id of the old one.
        try connection.execute(
            "delete from publication.batch as b where b.channel_code = \(channelCode) and b.batch_id = any (\(batchIDs))"
        )
        try connection.execute(
            """
            with lapsed as (
                update publication.item as i
                set attempt_count = i.attempt_count + 1, unproven_count = i.unproven_count + 1, last_fault = 'lease-ran-out',
                    state = case when i.unproven_count + 1 >= \(Self.answerLimit) then 'dead' else 'ready' end,
                    batch_id = case when i.unproven_count + 1 < \(Self.answerLimit) then i.item_id end
                where i.channel_code = \(channelCode) and i.batch_id = any (\(batchIDs))
                returning i.*
            ),
            made as (
                insert into publication.batch (channel_code, batch_id, item_count, is_alone)
                select l.channel_code, l.batch_id, 1, true
                from lapsed as l
                where l.state = 'ready'
            ),
            clouded as (
                update publication.entry as e
                set state = 'unknown'
                from lapsed as l
                where e.subject_id = l.subject_id and e.membership_id = l.membership_id and e.channel_code = l.channel_code
            )
            insert into publication.delivery (subject_id, item_id, membership_id, channel_code, version, action, outcome, fault,
                content_sha256, due_on, queued_at, delivered_at, delivered_on)
            select l.subject_id, l.item_id, l.membership_id, l.channel_code, l.version, l.action,
                case l.state when 'dead' then 'dead' else 'unclear' end, l.last_fault, l.content_sha256, l.due_on, l.queued_at, now(),
                \(day)
            from lapsed as l
            """
        )
    }
}
