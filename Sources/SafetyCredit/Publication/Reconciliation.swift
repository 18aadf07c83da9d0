public import PQ

/// Closes the gap between what each channel must show on a day and what it is proven, or about to be made, to show.
///
/// Level-triggered: a lost message, a restored backup and a site with old data are the same case, closed by the next run.
/// **Source** architecture, sentence 3.
public enum Reconciliation {
    public static let name = "reconcile-publication"

    /// Queues one item for each difference, and gives up older items that no worker holds.
    ///
    /// - Returns: how many items were queued.
    public static func run(asOf day: CivilDate, on connection: isolated Connection) throws -> Int {
        try connection.transaction { connection in
            // Two runs at once would give out the same versions; the unique key refuses that, the lock avoids it.
            try connection.execute("select pg_advisory_xact_lock(hashtextextended('reconcile-publication', 0))")
            return try connection.execute(
                """
                with difference as materialized (
                    select d.channel_code, d.subject_id, d.membership_id, d.version, d.action, d.content, d.content_sha256,
                        d.term_starts_on, d.term_days, d.due_on, d.is_due_provisional
                    from publication.difference(\(day)) as d
                ),
                numbered as (
                    insert into publication.entry (subject_id, membership_id, channel_code, last_version, state)
                    select d.subject_id, d.membership_id, d.channel_code, d.version, 'absent'
                    from difference as d
                    on conflict (subject_id, membership_id, channel_code)
                        do update set last_version = greatest(entry.last_version, excluded.last_version)
                ),
                overtaken as (
                    delete from publication.item as i
                    using difference as d
                    where i.subject_id = d.subject_id and i.membership_id = d.membership_id
                        and i.channel_code = d.channel_code and i.state in ('ready', 'dead')
                    returning i.*
                ),
                noted as (
                    insert into publication.delivery (subject_id, item_id, membership_id, channel_code, version, action,
                        outcome, content_sha256, due_on, queued_at, delivered_at, delivered_on)
                    select o.subject_id, o.item_id, o.membership_id, o.channel_code, o.version, o.action, 'superseded',
                        o.content_sha256, o.due_on, o.queued_at, now(), \(day)
                    from overtaken as o
                )
                insert into publication.item (subject_id, membership_id, channel_code, version, action, content,
                    content_sha256, term_starts_on, term_days, due_on, is_due_provisional, state, next_attempt_at, queued_at)
                select d.subject_id, d.membership_id, d.channel_code, d.version, d.action, d.content, d.content_sha256,
                    d.term_starts_on, d.term_days, d.due_on, d.is_due_provisional, 'ready', now(), now()
                from difference as d
                """
            )
        }
    }
}
