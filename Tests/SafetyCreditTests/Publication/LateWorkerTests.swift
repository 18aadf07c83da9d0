import Foundation
import PQ
import Testing

@testable import SafetyCredit

@Suite("A worker that is late, dead or mistaken", .serialized) struct LateWorkerTests {
    @Test("A publish leased before the withdrawal and delivered after it is refused by the site")
    func latePublish() async throws {
        try await Newsroom.open { room in
            let (membership, late) = try await leasedThenRevoked(room)
            try await room.publish(on: "2024-04-01")
            let outcomes = try await room.site.deliver([room.change(late)], at: "2024-04-02T09:00:00+08:00")
            #expect(outcomes.map(\.refusal) == [.stale(applied: 2)])
            #expect(try await room.shown()[membership] == nil)
            #expect(try await room.entry(membership) == "absent 2 -")
        }
    }

    @Test("A publish delivered before the withdrawal and settled after it does not count as shown")
    func lateSettlement() async throws {
        try await Newsroom.open { room in
            let (membership, late) = try await leasedThenRevoked(room)
            let outcomes = try await room.site.deliver([room.change(late)], at: "2024-04-01T08:00:00+08:00")
            #expect(outcomes[0].isDone)
            try await room.publish(on: "2024-04-01")
            #expect(try await room.shown()[membership] == nil)
            var work = DeliveryWorker.Work()
            work.take(outcomes[0], of: late.key(on: "bureau-site"))
            try await room.settle(work, lease: nil, on: "2024-04-01")
            #expect(try await room.entry(membership) == "absent 2 -")
            try await room.publish(on: "2024-04-02")
            #expect(try await room.entry(membership) == "absent 2 -")
        }
    }

    @Test("A worker that died between delivery and settling is made good by the next, with one effect")
    func deadWorker() async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            try await room.reconcile(on: "2024-03-04")
            let items = try await room.claim().items
            _ = try await room.site.deliver(try items.map(room.change), at: "2024-03-04T09:00:00+08:00")
            let membership = try await room.penalisedMembership()

            // Before the lease is over nobody touches the item.
            #expect(try await room.publish(on: "2024-03-04").done == 0)
            try await room.expireLeases()
            try await room.publish(on: "2024-03-05")
            #expect(try await room.entry(membership) == "shown 2 2")
            let (done, confirmations) = try await room.connection.work { connection in
                (
                    try connection.value(
                        "select count(*) from publication.delivery as d where d.outcome = 'done' and d.version = 1",
                        as: Int64.self),
                    try connection.value(
                        "select count(*) from intake.act as a where a.act = 'confirm-publication'", as: Int64.self)
                )
            }
            #expect(done == 1)
            #expect(confirmations == 1)
            #expect(try await room.check(on: "2024-03-05") == [])
        }
    }

    @Test("A worker whose lease another took over settles nothing")
    func overtaken() async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            try await room.reconcile(on: "2024-03-04")
            let first = try await room.claim()
            try await room.expireLeases()
            let second = try await room.claim()
            #expect(second.items.map(\.itemID) == first.items.map(\.itemID))
            let key = first.items[0].key(on: "bureau-site")
            var work = DeliveryWorker.Work()
            work.attempts = [Attempt(key: key, outcome: .failed, fault: "io", evidence: nil)]
            try await room.settle(work, lease: first.lease, on: "2024-03-04")
            work = DeliveryWorker.Work()
            work.settlements = [Settlement(key: key, outcome: .done, evidence: "{}")]
            #expect(try await room.settle(work, lease: first.lease, on: "2024-03-04") == [])
            let token = try await room.connection.value(
                """
                select b.lease_token
                from publication.item as i
                join publication.batch as b on b.batch_id = i.batch_id
                where i.state = 'ready' and i.item_id = \(second.items[0].itemID)
                """, as: UUID.self)
            #expect(token == second.lease?.token)
            #expect(try await room.settle(work, lease: second.lease, on: "2024-03-04").count == 1)
        }
    }

    @Test("Two workers at once publish each entry once")
    func together() async throws {
        try await Newsroom.open { room in
            try await room.connection.work { [story = room.story] connection in
                try story.registerUnits(connection)
                for number in 1...30 { try story.punish(number: "罚\(number)", connection) }
            }
            let other = try await Connection.connect(room.options)
            let moment = BusinessMoment(day: CivilDate(iso: "2024-03-04")!, timeOf: BusinessMoment(secondsSince1970: 0))
            let board = UnreliableChannel(seed: 0, failures: 0)
            async let one = PublicationRun(channels: [board], ledger: room.story.ledger, journal: room.journal).run(
                at: moment, on: room.connection)
            async let two = PublicationRun(channels: [board], ledger: room.story.ledger, journal: room.journal).run(
                at: moment, on: other)
            _ = try await (one, two)
            try await room.publish(on: "2024-03-04", to: board)
            #expect(try await board.shown() == room.wanted(on: "2024-03-04"))
            let confirmations = try await other.value(
                "select count(*) from intake.act as a where a.act = 'confirm-publication'", as: Int64.self)
            #expect(confirmations == 30)
            await other.close()
        }
    }

    @Test("A stray that a channel out of order keeps does not hold up the other channels")
    func strayFault() async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            try await room.reconcile(on: "2024-03-04")
            try await room.connection.execute(
                """
                insert into publication.stray (channel_code, entry_id, version, state, found_at)
                values ('bureau-site', 4711, 1, 'unknown', now())
                """)
            let drop = FileDrop(code: "sharing-platform", root: room.folder.path + "/drop")
            let counts = try await PublicationRun(
                channels: [BrokenChannel(), drop], ledger: room.story.ledger, journal: room.journal
            ).run(at: room.moment("2024-03-04"), on: room.connection)
            #expect(counts["bureau-site"]?.channelFault == .busy(channel: "bureau-site"))
            #expect(counts["sharing-platform"]?.sent == 1)
        }
    }

    @Test("A paused channel gets nothing, and everything once it goes on")
    func paused() async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            #expect(try await PublicationControl.setPaused(true, channel: "bureau-site", on: room.connection))
            #expect(try await room.publish(on: "2024-03-04").done == 0)
            #expect(try await room.shown() == [:])
            #expect(try await PublicationControl.setPaused(false, channel: "bureau-site", on: room.connection))
            try await room.publish(on: "2024-03-05")
            #expect(try await room.shown().count == 1)
            #expect(try await PublicationControl.setPaused(true, channel: "no-such", on: room.connection) == false)
        }
    }

    @Test("What a receiver refuses waits for a person, and is delivered once the person sends it again")
    func deadLetter() async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            let board = UnreliableChannel(seed: 1, failures: 0)
            await board.refuseEverything(true)
            #expect(try await room.publish(on: "2024-03-04", to: board).dead == 1)
            await board.refuseEverything(false)
            #expect(try await room.publish(on: "2024-03-04", to: board).done == 0)
            #expect(try await PublicationControl.retryDead(channel: "sharing-platform", on: room.connection) == 0)
            #expect(try await PublicationControl.retryDead(channel: "bureau-site", on: room.connection) == 1)
            try await room.publish(on: "2024-03-05", to: board)
            #expect(try await board.shown() == room.wanted(on: "2024-03-05"))
        }
    }

    /// A matter listed, its publish leased by a worker that then sleeps, and the listing revoked meanwhile.
    private func leasedThenRevoked(_ room: Newsroom) async throws -> (membership: Int64, LeasedItem) {
        try await room.reach(.listed)
        try await room.reconcile(on: "2024-03-15")
        let membership = try await room.unitMembership()
        let late = try #require(try await room.claim().items.first { $0.membershipID == membership })
        try await room.does("revoke-listing", on: "2024-04-01", by: "dec", RefusalCase.revocation)
        return (membership, late)
    }
}
