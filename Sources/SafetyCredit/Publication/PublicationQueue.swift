internal import Foundation
import PQ

/// The open changes of one channel, leased by the batch.
///
/// A claim carries a token and a lease; every later write tests that the batch is still held under the token, so that a worker that was
/// thought dead can neither settle nor undo what another has done since.
struct PublicationQueue: Sendable {
    let channelCode: String
    /// How long a worker may take over its batches before another may try them.
    static let leaseSeconds: Int32 = 300
    /// Answers that reading back does not bear out, and deaths of the worker, before a change waits for a person.
    static let answerLimit: Int32 = 12
    /// Waiting changes put into batches by one statement.
    private static let promotedAtOnce: Int32 = 10_000

    /// Takes the oldest free batches, as many as hold `limit` items when full, but at least one if there is one.
    ///
    /// - Parameter floor: batch after which to look. Rows that are finished stay at the queue's head for a while, under a long transaction
    ///   for all its time: a worker that remembers how far it was need not step over them.
    /// - Returns: their ids; none while the channel is paused or its pace is used up.
    func claim(
        _ limit: Int, after floor: Int64, token: UUID, in pipeline: inout Pipeline
    ) throws -> Pending<[Int64]> {
        try pipeline.value(
            """
            with open as materialized (
                select case when c.items_per_minute is null then greatest(\(limit) / c.batch_size, 1) else 1 end as batch_count
                from publication.channel as c
                where c.channel_code = \(channelCode) and not c.is_paused and (c.paced_until is null or c.paced_until <= now())
            ),
            free as materialized (
                select b.batch_id, b.item_count, b.is_alone
                from publication.batch as b
                where b.channel_code = \(channelCode) and b.batch_id > \(floor) and b.lease_token is null
                order by b.batch_id
                limit coalesce((select o.batch_count from open as o), 0)
                for update skip locked
            ),
            chosen as materialized (
                -- Those before the first that is claimed alone, or that one.
                select n.batch_id, n.item_count
                from (
                    select f.*, count(*) filter (where f.is_alone) over place as alone_count, row_number() over place as place_no
                    from free as f
                    window place as (order by f.batch_id)
                ) as n
                where n.alone_count = 0 or n.place_no = 1
            ),
            paced as (
                update publication.channel as c
                set paced_until = greatest(c.paced_until, now()) + make_interval(secs => 60.0 * n.item_count / c.items_per_minute)
                from chosen as n
                where c.channel_code = \(channelCode) and c.items_per_minute is not null
            ),
            leased as (
                update publication.batch as b
                set lease_token = \(token), leased_until = now() + make_interval(secs => \(Self.leaseSeconds))
                -- As an array: a join is planned for a tenth of the queue and reads all of it.
                where b.channel_code = \(channelCode) and b.batch_id = any (array(select n.batch_id from chosen as n))
                returning b.batch_id
            )
            select coalesce(array_agg(l.batch_id), '{}')
            from leased as l
            """
        )
    }

    /// The changes in batches just claimed, in the order in which they were queued.
    ///
    /// A statement of its own after the claim: a reconciliation that took changes out of the batches had locked them until it was through,
    /// and this one sees what it left. Sorted here, where they come nearly in order: the server would copy every content once more.
    func items(of batchIDs: [Int64], on connection: isolated Connection) throws -> [LeasedItem] {
        var items = try connection.rows(
            """
            select i.item_id, i.membership_id, i.version, i.content
            from publication.item as i
            where i.batch_id = any (\(batchIDs)) and i.channel_code = \(channelCode)
            """,
            as: LeasedItem.self
        )
        items.sort { $0.itemID < $1.itemID }
        return items
    }

    /// Lets the channel rest, as it asked: no worker of any process claims from it before then.
    func rest(seconds: Int, on connection: isolated Connection) throws {
        try connection.execute(
            """
            update publication.channel as c
            set paced_until = greatest(c.paced_until, now() + make_interval(secs => \(Int32(clamping: seconds))))
            where c.channel_code = \(channelCode)
            """
        )
    }

    /// Puts waiting changes whose time has come into batches.
    ///
    /// - Returns: how many.
    func promote(on connection: isolated Connection) throws -> Int {
        try connection.execute(
            """
            with due as materialized (
                select i.subject_id, i.membership_id, i.version, i.item_id
                from publication.item as i
                where i.channel_code = \(channelCode) and i.state = 'waiting' and i.next_attempt_at <= now()
                order by i.next_attempt_at
                limit \(Self.promotedAtOnce)
                for update skip locked
            ),
            numbered as (
                select d.*, (row_number() over (order by d.item_id) - 1) / c.batch_size as batch_no
                from due as d
                join publication.channel as c on c.channel_code = \(channelCode)
            ),
            batched as materialized (
                select n.*, min(n.item_id) over (partition by n.batch_no) as batch_id
                from numbered as n
            ),
            made as (
                insert into publication.batch (channel_code, batch_id, item_count)
                select \(channelCode), b.batch_id, count(*)
                from batched as b
                group by b.batch_id
            )
            update publication.item as i
            set state = 'ready', batch_id = b.batch_id, next_attempt_at = null
            from batched as b
            where i.subject_id = b.subject_id and i.membership_id = b.membership_id and i.channel_code = \(channelCode)
                and i.version = b.version
            """
        )
    }
}
