public import PQ

/// Closes the gap between what each channel must show on a day and what it is proven, or about to be made, to show.
///
/// Level-triggered: a lost message, a restored backup and a site with old data are the same case, closed by the next run.
/// **Source** architecture, sentence 3.
public enum Reconciliation {
    public static let name = "reconcile-publication"

    /// Queues one change for each difference, in batches, and gives up older ones that no worker holds.
    ///
    /// - Returns: how many were queued.
    public static func run(asOf day: CivilDate, on connection: isolated Connection) throws -> Int {
        try connection.transaction { connection in
            // Two runs at once would give out the same versions; the unique key refuses that, the lock avoids it.
            try connection.execute("select pg_advisory_xact_lock(hashtextextended('reconcile-publication', 0))")
            // To compile this plan takes longer than to run it: seconds, even when nothing differs.
            try connection.execute("set local jit = off")
            try connection.execute(
                """
                create temporary table difference on commit drop as
                select d.channel_code, d.subject_id, d.membership_id, d.version, d.action, d.content, d.content_sha256,
                    d.content_stamp, d.term_starts_on, d.term_days, d.due_on, d.is_due_provisional, d.is_first_publication
                from publication.difference(\(day)) as d
                """
            )
            try connection.execute("analyze difference")
            try keep(on: connection)
            try giveUpOvertaken(asOf: day, on: connection)
            try forget(on: connection)
            let queued = try queue(on: connection)
            try noteDay(day, on: connection)
            return queued
        }
    }

    /// Notes the day that the queue now stands for, last of all: until this is committed the channels' rows are locked.
    private static func noteDay(_ day: CivilDate, on connection: isolated Connection) throws {
        try connection.execute(
            """
            update publication.channel as c
            set reconciled_on = \(day)
            where c.reconciled_on is distinct from \(day)
            """
        )
    }

    /// Notes the new stamp where other facts give the same content.
    private static func keep(on connection: isolated Connection) throws {
        try connection.execute(
            """
            update publication.entry as e
            set last_stamp = d.content_stamp
            from difference as d
            where d.action = 'keep' and e.subject_id = d.subject_id and e.membership_id = d.membership_id
                and e.channel_code = d.channel_code
            """
        )
        try connection.execute("delete from difference as d where d.action = 'keep'")
    }

    /// Takes older changes of the entries that differ out of the queue, except from batches that a worker holds.
    ///
    /// Their batches stay locked until this is committed, so that no worker claims one and reads what is being taken out.
    private static func giveUpOvertaken(asOf day: CivilDate, on connection: isolated Connection) throws {
        let batchIDs = try connection.values(
            """
            select b.batch_id
            from publication.batch as b
            where b.lease_token is null and b.batch_id in (
                select i.batch_id
                from difference as d
                join publication.item as i on i.subject_id = d.subject_id and i.membership_id = d.membership_id
                    and i.channel_code = d.channel_code
                where i.state = 'ready'
            )
            for update skip locked
            """,
            as: Int64.self
        )
        try connection.execute(
            """
            with overtaken as (
                delete from publication.item as i
                using difference as d
                where i.subject_id = d.subject_id and i.membership_id = d.membership_id and i.channel_code = d.channel_code
                    and (i.state in ('waiting', 'dead') or i.batch_id = any (\(batchIDs)))
                returning i.*
            )
            insert into publication.delivery (subject_id, item_id, membership_id, channel_code, version, action, outcome,
                content_sha256, due_on, queued_at, delivered_at, delivered_on)
            select o.subject_id, o.item_id, o.membership_id, o.channel_code, o.version, o.action, 'superseded',
                o.content_sha256, o.due_on, o.queued_at, now(), \(day)
            from overtaken as o
            """
        )
    }

    /// Leaves alone what was never sent and is no longer wanted: its change is out of the queue, and there is nothing to withdraw.
    ///
    /// Where a worker took that change meanwhile the old stamp stays, and the next reconciliation withdraws.
    private static func forget(on connection: isolated Connection) throws {
        try connection.execute(
            """
            update publication.entry as e
            set last_stamp = null
            from difference as d
            where d.action = 'forget' and e.subject_id = d.subject_id and e.membership_id = d.membership_id
                and e.channel_code = d.channel_code
                and not exists (
                    select from publication.item as i
                    where i.subject_id = e.subject_id and i.membership_id = e.membership_id and i.channel_code = e.channel_code
                )
            """
        )
        try connection.execute("delete from difference as d where d.action = 'forget'")
    }

    /// Gives out the new versions and queues the changes, removals first; wakes the workers of each channel once.
    private static func queue(on connection: isolated Connection) throws -> Int {
        try connection.execute(
            """
            insert into publication.entry (subject_id, membership_id, channel_code, last_version, last_stamp, state)
            select d.subject_id, d.membership_id, d.channel_code, d.version, d.content_stamp, 'absent'
            from difference as d
            on conflict (subject_id, membership_id, channel_code)
                do update set last_version = greatest(entry.last_version, excluded.last_version), last_stamp = excluded.last_stamp
            """
        )
        let queued = try connection.execute(
            """
            with numbered as materialized (
                select n.*, nextval('ops.register_id') as item_id
                from (
                    select d.*, (row_number() over place - 1) / c.batch_size as batch_no
                    from difference as d
                    join publication.channel as c on c.channel_code = d.channel_code
                    window place as (partition by d.channel_code order by d.action desc, d.subject_id, d.membership_id)
                    order by d.channel_code, d.action desc, d.subject_id, d.membership_id
                ) as n
            ),
            batched as materialized (
                select n.*, min(n.item_id) over (partition by n.channel_code, n.batch_no) as batch_id
                from numbered as n
            ),
            made as (
                insert into publication.batch (channel_code, batch_id, item_count)
                select b.channel_code, b.batch_id, count(*)
                from batched as b
                group by b.channel_code, b.batch_id
            )
            insert into publication.item (subject_id, item_id, membership_id, channel_code, version, action, content,
                content_sha256, term_starts_on, term_days, due_on, is_due_provisional, is_first_publication, state, batch_id, queued_at)
            select b.subject_id, b.item_id, b.membership_id, b.channel_code, b.version, b.action, b.content, b.content_sha256,
                b.term_starts_on, b.term_days, b.due_on, b.is_due_provisional, b.is_first_publication, 'ready',
                b.batch_id, now()
            from batched as b
            """
        )
        try connection.execute(
            """
            select pg_notify('publication', d.channel_code)
            from (select distinct f.channel_code from difference as f) as d
            """
        )
        return queued
    }
}
