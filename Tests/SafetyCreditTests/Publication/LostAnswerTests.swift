import Foundation
import PQ
import Testing

@testable import SafetyCredit

@Suite("A worker whose COMMIT gets no answer", .serialized) struct LostAnswerTests {
    @Test("Settles again without a second effect, and what it had claimed goes to another once the lease is over")
    func settledTwice() async throws {
        try await Newsroom.open { room in
            try await room.penalties(1...3)
            try await room.connection.execute("update publication.channel as c set batch_size = 1")
            try await room.reconcile(on: "2024-03-04")
            let first = try await room.claim(limit: 1)
            let outcomes = try await room.site.deliver(first.items.map(room.change), at: "2024-03-04T09:00:00+08:00")
            var work = DeliveryWorker.Work()
            work.take(outcomes[0], of: first.items[0].key(on: "bureau-site"))

            // Committed, with the next claim, but the worker never hears of it.
            let lost = try await room.connection.work { [work] connection in
                try connection.transaction { connection in
                    let queue = PublicationQueue(channelCode: "bureau-site")
                    let day = CivilDate(iso: "2024-03-04")!
                    return try connection.pipeline { pipeline in
                        let firsts = try queue.finish(
                            work.settlements, asOf: day, lease: first.lease, in: &pipeline)
                        let claimed = try queue.claim(1, after: 0, token: UUID(), in: &pipeline)
                        try pipeline.sync()
                        return (try firsts.get(), try claimed.get())
                    }
                }
            }
            #expect(lost.0.count == 1)
            #expect(lost.1.count == 1)

            #expect(try await room.settle(work, lease: first.lease, on: "2024-03-04") == [])
            var done = try await room.connection.value(
                "select count(*) from publication.delivery as d where d.outcome = 'done'", as: Int64.self)
            #expect(done == 1)

            try await room.expireLeases()
            try await room.publish(on: "2024-03-04")
            #expect(try await room.shown() == room.wanted(on: "2024-03-04"))
            done = try await room.connection.value(
                "select count(distinct (d.membership_id, d.version)) from publication.delivery as d where d.outcome = 'done'",
                as: Int64.self)
            let all = try await room.connection.value(
                "select count(*) from publication.delivery as d where d.outcome = 'done'", as: Int64.self)
            #expect(done == all)
        }
    }
}
