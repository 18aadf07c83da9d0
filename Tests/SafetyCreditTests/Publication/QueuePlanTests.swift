import Foundation
import PQ
import Synchronization
import Testing

@testable import SafetyCredit

@Suite("The plans of the queue's hot statements", .serialized) struct QueuePlanTests {
    @Test(
        "Claim, reading, settling and promotion find their rows by index, with 20,000 entries, changes and batches")
    func indexes() async throws {
        try await Newsroom.open { room in
            try await room.connection.work { [story = room.story] connection in
                try story.registerUnits(connection)
                try story.punish(number: "罚1", connection)
                try connection.script(Self.filling)
            }
            let plans = try await plans(room)
            #expect(plans.count == 5)
            for plan in plans {
                for table in ["batch", "item", "entry", "membership"] {
                    #expect(!plan.contains("Seq Scan on \(table) "), "\(plan)")
                }
            }
        }
    }

    /// Entries and changes of the story's unit without memberships: the queue does not look at those; and memberships of others.
    private static let filling = """
        set session_replication_role = replica;
        insert into publication.entry (subject_id, membership_id, channel_code, last_version, state)
        select s.subject_id, 900000000000000 + i, 'bureau-site', 1, 'absent'
        from generate_series(1, 20000) as i
        cross join (select x.subject_id from register.subject as x limit 1) as s;
        insert into publication.item (subject_id, item_id, membership_id, channel_code, version, action, is_due_provisional,
            is_first_publication, state, batch_id, queued_at)
        select e.subject_id, e.membership_id, e.membership_id, 'bureau-site', 1, 'withdraw', false, false, 'ready',
            e.membership_id - 900000000000000, now()
        from publication.entry as e
        where e.membership_id > 900000000000000;
        insert into publication.batch (channel_code, batch_id, item_count)
        select 'bureau-site', i.batch_id, count(*) from publication.item as i group by i.batch_id;
        insert into lists.membership (subject_id, membership_id, list_code, clause_code, decision_number, agency_code, listed_on,
            period_months, founding_record_id, version_no, act_id, known_at)
        select i, i, 'penalised', 'C1', i::text, '421300', '2024-01-01', 36, i, 1, 1, '2024-01-01'
        from generate_series(1, 3000) as i;
        set session_replication_role = origin;
        analyze lists.membership;
        analyze publication.entry;
        analyze publication.item;
        analyze publication.batch;
        """

    /// The plans the server made for what a worker sends, as it tells them itself.
    private func plans(_ room: Newsroom) async throws -> [String] {
        let told = Mutex<[String]>([])
        var options = room.options
        options.onNotice = { notice in
            if notice.report.message.contains("plan:") { told.withLock { $0.append(notice.report.message) } }
        }
        let connection = try await Connection.connect(options)
        try await connection.work { connection in
            try connection.script(
                """
                load 'auto_explain';
                set auto_explain.log_min_duration = 0;
                set auto_explain.log_level = 'notice';
                """)
            let queue = PublicationQueue(channelCode: "bureau-site")
            let day = CivilDate(iso: "2024-03-04")!
            let lease = BatchLease(token: UUID(), batchIDs: [1])
            let key = DeliveryKey(channelCode: "bureau-site", membershipID: 900_000_000_000_001, version: 1)
            try connection.pipeline { pipeline in
                _ = try queue.claim(100, after: 0, token: lease.token, in: &pipeline)
                try queue.postpone(
                    [Attempt(key: key, outcome: .failed, fault: "io", evidence: nil)], asOf: day, lease: lease,
                    in: &pipeline)
                _ = try queue.finish(
                    [Settlement(key: key, outcome: .done, evidence: "{}")], asOf: day, lease: lease, in: &pipeline)
                try pipeline.sync()
            }
            _ = try queue.items(of: [1], on: connection)
            _ = try queue.promote(on: connection)
        }
        await connection.close()
        return told.withLock { $0 }
    }
}
