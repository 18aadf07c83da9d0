import PQ
import Testing

@testable import SafetyCredit

/// RD-16: the period starts with the publication, whoever settled its proof and whatever came in between.
@Suite("The start of the period", .serialized) struct FirstPublicationTests {
    @Test("A proof that was settled and not confirmed starts the period at the next run, on the day of the proof")
    func unconfirmed() async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            try await room.settleUnconfirmed(on: "2024-03-04")
            #expect(try await room.publishedOn() == nil)
            try await room.publish(on: "2024-03-06")
            #expect(try await room.publishedOn() == "2024-03-04")
        }
    }

    @Test("A confirmation that was refused is tried again by the next run, for the day of the proof")
    func refused() async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            let early = Story(today: "2024-03-01")
            let counts = try await PublicationRun(channels: [room.site], ledger: early.ledger, journal: room.journal)
                .run(at: room.moment("2024-03-04"), on: room.connection)
            #expect(counts["bureau-site"]?.unconfirmed == 1)
            #expect(try await room.publish(on: "2024-03-06").confirmed == 1)
            #expect(try await room.publishedOn() == "2024-03-04")
        }
    }

    @Test("Where the last channel starts it (RD-16 c), proofs that did not see one another are seen by the next run")
    func lastChannel() async throws {
        try await Newsroom.open { room in
            try await room.connection.work { try choose("c", for: "RD-16", on: $0) }
            try await room.connection.execute(
                "update publication.channel as c set is_required = c.channel_code <> 'enterprise-publicity'")
            try await room.reach(.punished)
            let board = UnreliableChannel("sharing-platform", seed: 0, failures: 0)
            try await room.publish(on: "2024-03-05", to: board)
            #expect(try await room.publishedOn() == nil)
            try await room.settleUnconfirmed(on: "2024-03-07")
            #expect(try await room.publishedOn() == nil)
            try await room.publish(on: "2024-03-08")
            #expect(try await room.publishedOn() == "2024-03-07")
        }
    }

    @Test("What was revoked before it was confirmed has no period")
    func revoked() async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            try await room.settleUnconfirmed(on: "2024-03-04")
            try await room.does("annul-penalty", on: "2024-03-05", by: "rec", RefusalCase.annulment)
            try await room.publish(on: "2024-03-06")
            #expect(try await room.publishedOn() == nil)
        }
    }
}

extension Newsroom {
    /// Delivers what the bureau site is owed and settles it, as a worker that dies before it confirms.
    fileprivate func settleUnconfirmed(on day: String) async throws {
        try await reconcile(on: day)
        let claim = try await claim()
        let outcomes = try await site.deliver(claim.items.map(change), at: "\(day)T09:00:00+08:00")
        var work = DeliveryWorker.Work()
        for (item, outcome) in zip(claim.items, outcomes) { work.take(outcome, of: item.key(on: "bureau-site")) }
        try await settle(work, lease: claim.lease, on: day)
    }

    fileprivate func publishedOn() async throws -> String? {
        try await connection.value(
            "select m.published_on::text from lists.membership as m where m.list_code = 'penalised'", as: String?.self)
    }
}
