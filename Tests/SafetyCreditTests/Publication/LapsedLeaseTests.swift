import Foundation
import PQ
import Testing

@testable import SafetyCredit

@Suite("A change that kills its worker", .serialized) struct LapsedLeaseTests {
    @Test("Takes the others down with it once, is then tried alone, and at last waits for a person")
    func poison() async throws {
        try await Newsroom.open { room in
            try await room.penalties(1...5)
            try await room.reconcile(on: "2024-03-04")
            let first = try await room.claim()
            #expect(first.items.count == 5)
            let poison = first.items[2].key(on: "bureau-site")
            var (claim, deaths) = (first, 0)
            while !claim.items.isEmpty, deaths < 20 {
                if claim.items.contains(where: { $0.membershipID == poison.membershipID }) {
                    deaths += 1
                    #expect(claim.items.count == (deaths == 1 ? 5 : 1))
                    try await room.expireLeases()
                } else {
                    #expect(claim.items.count == 1)
                    var work = DeliveryWorker.Work()
                    for item in claim.items {
                        work.settlements.append(
                            Settlement(key: item.key(on: "bureau-site"), outcome: .done, evidence: "{}"))
                    }
                    try await room.settle(work, lease: claim.lease, on: "2024-03-04")
                }
                claim = try await room.claim()
            }
            #expect(deaths == 12)
            let left = try await room.connection.row(
                """
                select i.membership_id, i.state, i.attempt_count, i.last_fault
                from publication.item as i
                where i.channel_code = 'bureau-site'
                """, as: (Int64, String, Int32, String?).self)
            #expect(left == (poison.membershipID, "dead", 12, "lease-ran-out"))
            #expect(try await room.entry(poison.membershipID) == "unknown 1 -")
            let attempts = try await room.connection.values(
                """
                select d.outcome || ' ' || count(*)
                from publication.delivery as d
                where d.membership_id = \(poison.membershipID)
                group by d.outcome
                order by d.outcome
                """, as: String.self)
            #expect(attempts == ["dead 1", "unclear 11"])

            #expect(try await PublicationControl.retryDead(channel: "bureau-site", on: room.connection) == 1)
            try await room.publish(on: "2024-03-05")
            #expect(try await room.entry(poison.membershipID).hasPrefix("shown"))
        }
    }

    @Test("Does not stop those before it: a claim ends before what is claimed alone")
    func before() async throws {
        try await Newsroom.open { room in
            try await room.connection.execute("update publication.channel as c set batch_size = 2")
            try await room.penalties(1...6)
            try await room.reconcile(on: "2024-03-04")
            let first = try await room.claim(limit: 2)
            let second = try await room.claim(limit: 2)
            try await room.connection.execute(
                """
                update publication.batch as b
                set leased_until = now() - interval '1 second'
                where b.lease_token = \(second.lease?.token)
                """)
            try await room.connection.execute(
                """
                update publication.batch as b
                set lease_token = null, leased_until = null
                where b.lease_token = \(first.lease?.token)
                """)
            var counts: [Int] = []
            for _ in 1...4 { counts.append(try await room.claim().items.count) }
            #expect(counts == [2, 1, 1, 2])
        }
    }
}
