import Foundation
import PQ
import Testing

@testable import SafetyCredit

@Suite("The queue of a channel", .serialized) struct QueueTests {
    @Test("Changes stand in batches of the channel's size, removals first")
    func batches() async throws {
        try await Newsroom.open { room in
            try await room.penalties(1...5)
            try await room.connection.execute("update publication.channel as c set batch_size = 2")
            try await room.reconcile(on: "2024-03-04")
            try await room.expectBatches([2, 2, 1])
            try await room.publish(on: "2024-03-04")
            try await room.does(
                "annul-penalty", on: "2024-03-05", by: "rec",
                ["credit_code": .string(Story.unit), "decision_number": "罚5", "document_number": "x", "reason": "x"])
            try await room.penalties(6...6)
            try await room.reconcile(on: "2024-03-05")
            let claim = try await room.claim()
            #expect(claim.items.map { $0.content.action == .withdraw } == [true, false])
        }
    }

    @Test("A claim takes as many whole batches as hold its limit, at least one, and the next begins behind it")
    func claims() async throws {
        try await Newsroom.open { room in
            try await room.penalties(1...7)
            try await room.connection.execute("update publication.channel as c set batch_size = 2")
            try await room.reconcile(on: "2024-03-04")
            #expect(try await room.claim(limit: 1).items.count == 2)
            #expect(try await room.claim(limit: 5).items.count == 4)
            #expect(try await room.claim(limit: 5).items.count == 1)
            #expect(try await room.claim(limit: 5).items.count == 0)
        }
    }

    @Test("What failed waits until its time, longer from try to try, no two changes alike")
    func waiting() async throws {
        try await Newsroom.open { room in
            try await room.penalties(1...2)
            let moment = try await room.moment("2024-03-04")
            let broken = BrokenChannel()
            var pauses: [[Double]] = []
            for _ in 1...3 {
                let counts = try await PublicationRun(
                    channels: [broken], ledger: room.story.ledger, journal: room.journal
                ).run(
                    at: moment, on: room.connection)
                #expect(counts["bureau-site"]?.postponed == 2)
                pauses.append(
                    try await room.connection.values(
                        """
                        select extract(epoch from i.next_attempt_at - d.delivered_at)::float8
                        from publication.item as i
                        join (
                            select n.item_id, max(n.delivered_at) as delivered_at
                            from publication.delivery as n
                            group by n.item_id
                        ) as d on d.item_id = i.item_id
                        where i.state = 'waiting' and i.channel_code = 'bureau-site'
                        order by i.item_id
                        """, as: Double.self))
                // Before its time nothing is tried.
                try await room.connection.execute(
                    "update publication.item as i set next_attempt_at = now() + interval '1 hour' where i.state = 'waiting'"
                )
                let early = try await PublicationRun(
                    channels: [broken], ledger: room.story.ledger, journal: room.journal
                ).run(
                    at: moment, on: room.connection)
                #expect(early["bureau-site"]?.postponed == 0)
                try await room.connection.execute(
                    "update publication.item as i set next_attempt_at = now() where i.state = 'waiting'")
            }
            for (number, pause) in pauses.enumerated() {
                let expected = 10 * pow(2, Double(number))
                #expect(pause.allSatisfy { $0 > expected * 0.7 && $0 < expected * 1.3 }, "\(pause)")
                #expect(Set(pause).count == pause.count)
            }
        }
    }

    @Test(
        "After twelve answers that reading back does not bear out a change waits for a person; without a clear answer it is tried for ever",
        arguments: [
            (BrokenChannel(answer: .notReadBack(path: "/1")), "dead", "not-read-back:/1"),
            (BrokenChannel(answer: .unanswered("timed-out")), "waiting", "unanswered:timed-out"),
            (BrokenChannel(answer: .unexpectedStatus(502)), "waiting", "unexpected-status:502"),
            (BrokenChannel(answer: nil), "waiting", "channel bureau-site is busy"),
        ])
    func deadAfterTwelve(channel: BrokenChannel, state: String, fault: String) async throws {
        try await Newsroom.open { room in
            try await room.penalties(1...1)
            let moment = try await room.moment("2024-03-04")
            for _ in 1...12 {
                _ = try await PublicationRun(
                    channels: [channel], ledger: room.story.ledger, journal: room.journal
                ).run(
                    at: moment, on: room.connection)
                try await room.connection.execute(
                    "update publication.item as i set next_attempt_at = now() where i.state = 'waiting'")
            }
            let item = try await room.connection.row(
                """
                select i.state, i.attempt_count, i.last_fault
                from publication.item as i
                where i.channel_code = 'bureau-site'
                """, as: (String, Int32, String?).self)
            #expect(item.0 == state)
            #expect(item.1 == 12)
            #expect(item.2 == fault)
        }
    }

    @Test("Hours out of order before it do not count towards the twelve answers, and a retry counts them anew")
    func countedAnswers() async throws {
        try await Newsroom.open { room in
            try await room.penalties(1...1)
            func state(after tries: Int, _ answer: DeliveryFault?) async throws -> String {
                for _ in 1...tries {
                    try await room.publish(on: "2024-03-04", to: BrokenChannel(answer: answer))
                }
                return try await room.connection.value(
                    "select i.state from publication.item as i where i.channel_code = 'bureau-site'", as: String.self)
            }
            let unproven = DeliveryFault.notReadBack(path: "/1")
            #expect(try await state(after: 12, nil) == "waiting")
            #expect(try await state(after: 11, unproven) == "waiting")
            #expect(try await state(after: 1, unproven) == "dead")
            _ = try await PublicationControl.retryDead(channel: nil, on: room.connection)
            #expect(try await state(after: 11, unproven) == "waiting")
        }
    }

    @Test("A pace holds over all workers: a batch is claimed, then the channel rests as long as the batch is worth")
    func pace() async throws {
        try await Newsroom.open { room in
            try await room.penalties(1...6)
            try await room.connection.execute("update publication.channel as c set batch_size = 2")
            #expect(
                try await PublicationControl.setPace(itemsPerMinute: 60, channel: "bureau-site", on: room.connection))
            try await room.reconcile(on: "2024-03-04")
            #expect(try await room.claim(limit: 100).items.count == 2)
            #expect(try await room.claim(limit: 100).items.count == 0)
            let rest = try await room.connection.value(
                """
                select extract(epoch from c.paced_until - now())::float8
                from publication.channel as c
                where c.channel_code = 'bureau-site'
                """, as: Double.self)
            #expect(rest > 1 && rest <= 2)
            try await room.connection.execute("update publication.channel as c set paced_until = now()")
            #expect(try await room.claim(limit: 100).items.count == 2)
            #expect(
                try await PublicationControl.setPace(itemsPerMinute: nil, channel: "bureau-site", on: room.connection))
            #expect(try await room.claim(limit: 100).items.count == 2)
        }
    }

    @Test("A reconciliation that queues something wakes those who listen, on a connection of their own, once a channel")
    func wakeUp() async throws {
        try await Newsroom.open { room in
            let ear = try await Connection.connect(room.options)
            try await ear.listen("publication")
            try await room.penalties(1...3)
            try await room.reconcile(on: "2024-03-04")
            var woken: [String] = []
            while let call = try await ear.waitForNotification(timeout: .seconds(woken.count < 3 ? 20 : 0)) {
                woken.append(call.payload)
            }
            #expect(woken.sorted() == ["bureau-site", "enterprise-publicity", "sharing-platform"])
            try await room.reconcile(on: "2024-03-04")
            #expect(try await ear.waitForNotification(timeout: .milliseconds(0)) == nil)
            await ear.close()
        }
    }

    @Test(
        "A change overtaken before anybody took it is given up and kept in the history; one that a worker holds is left to it"
    )
    func overtaken() async throws {
        try await Newsroom.open { room in
            try await room.penalties(1...2)
            try await room.reconcile(on: "2024-03-04")
            let held = try await room.claim(channel: "sharing-platform")
            for number in 1...2 {
                try await room.does(
                    "annul-penalty", on: "2024-03-05", by: "rec", key: "annul-\(number)",
                    [
                        "credit_code": .string(Story.unit), "decision_number": .string("罚\(number)"),
                        "document_number": "x", "reason": "x",
                    ])
            }
            try await room.reconcile(on: "2024-03-05")
            let left = try await room.connection.rows(
                """
                select i.channel_code, i.version, count(*)
                from publication.item as i
                where i.channel_code <> 'enterprise-publicity'
                group by 1, 2
                order by 1, 2
                """,
                as: (String, Int64, Int64).self)
            // The site was never told: there is nothing to withdraw. The platform's worker may have told it.
            #expect(left.map { "\($0.0) \($0.1) \($0.2)" } == ["sharing-platform 1 2", "sharing-platform 2 2"])
            #expect(held.items.count == 2)
            let late = try await room.connection.work {
                try Deadline.open(asOf: CivilDate(iso: "2024-06-03")!, on: $0).map(\.kind)
            }
            #expect(Set(late.filter { $0.hasPrefix("publication-") }) == ["publication-withdraw-sharing-platform"])
            let given = try await room.connection.values(
                """
                select d.channel_code || ' ' || d.outcome
                from publication.delivery as d
                where d.channel_code <> 'enterprise-publicity'
                """, as: String.self)
            #expect(given == ["bureau-site superseded", "bureau-site superseded"])
        }
    }
}

/// A channel that can never be worked.
struct BrokenChannel: Channel {
    /// What becomes of every change; nil: the channel itself is out of order.
    var answer: DeliveryFault?
    let code = "bureau-site"
    let capabilities = ChannelCapabilities(proof: .immediate, batchLimit: 100, seesForeignEntries: true)

    func deliver(_ changes: [PublicationChange], at time: String) async throws(ChannelError) -> [DeliveryOutcome] {
        guard let answer else { throw .busy(channel: code) }
        return changes.map { _ in .unclear(answer) }
    }

    func readBack() async throws(ChannelError) -> [ShownEntry] { [] }
}

extension Newsroom {
    /// Penalties of the story's unit, each of which founds a membership.
    func penalties(_ numbers: ClosedRange<Int>) async throws {
        try await connection.work { [story] connection in
            if numbers.lowerBound == 1 { try story.registerUnits(connection) }
            for number in numbers { try story.punish(number: "罚\(number)", connection) }
        }
    }

    func moment(_ day: String) async throws -> BusinessMoment {
        BusinessMoment(day: CivilDate(iso: day)!, timeOf: BusinessMoment(secondsSince1970: 0))
    }

    func expectBatches(_ counts: [Int32]) async throws {
        let found = try await connection.values(
            "select b.item_count from publication.batch as b where b.channel_code = 'bureau-site' order by b.batch_id",
            as: Int32.self)
        #expect(found == counts)
    }
}
