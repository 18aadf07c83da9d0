import Foundation
import PQ
import Testing

@testable import SafetyCredit

@Suite("An entry on the enterprise publicity system", .serialized) struct EnterpriseStoryTests {
    private static let code = "enterprise-publicity"

    private func withPeer(
        at stage: Story.Stage, _ body: @Sendable (Newsroom, EnterprisePeer, EnterpriseSystem) async throws -> Void
    ) async throws {
        try await Newsroom.open { room in
            try await room.reach(stage)
            let peer = try EnterprisePeer(in: room.folder)
            defer { peer.stop() }
            try await body(room, peer, EnterpriseSystem(access: try peer.access()))
        }
    }

    @Test("The unit is shown and starts its period; the person, for whom the system has no place, is not")
    func life() async throws {
        try await withPeer(at: .listed) { room, _, system in
            #expect(try await room.publish(on: "2024-03-15", to: system).confirmed == 1)
            let membership = try await room.unitMembership()
            #expect(try await system.readBack().map(\.entryID) == [membership])
            #expect(try await room.wanted(on: "2024-03-15", channel: Self.code).keys.sorted() == [membership])
            try await room.does("revoke-listing", on: "2024-04-01", by: "dec", RefusalCase.revocation)
            try await room.publish(on: "2024-04-01", to: system)
            #expect(try await room.entry(membership, channel: Self.code).hasPrefix("absent "))
            let shown = try await system.readBack().map(\.entryID)
            #expect(!shown.contains(membership))
        }
    }

    @Test(
        "After a lost answer the register calls the entry unknown; the next run sends the same key and proves it",
        arguments: ["drop-before", "500", "lie-applied", "redirect", "read:404"])
    func lost(mode: String) async throws {
        try await withPeer(at: .punished) { room, peer, system in
            try peer.behave(mode)
            let counts = try await room.publish(on: "2024-03-05", to: system)
            #expect(counts.done == 0)
            #expect(counts.confirmed == 0)
            let membership = try await room.penalisedMembership()
            #expect(try await room.entry(membership, channel: Self.code) == "unknown 1 -")
            try peer.behave("ok")
            try await room.publish(on: "2024-03-06", to: system)
            #expect(try await room.entry(membership, channel: Self.code) == "shown 2 2")
            #expect(Set(try peer.pushes()) == ["\(Self.code):\(membership):1", "\(Self.code):\(membership):2"])
            let publishedOn = try await room.connection.value(
                "select m.published_on from lists.membership as m where m.membership_id = \(membership)",
                as: CivilDate?.self)
            #expect(publishedOn == CivilDate(iso: "2024-03-06"))
        }
    }

    @Test("A receipt that lies is kept and told, and changes nothing that reading back does not prove")
    func lyingReceipt() async throws {
        try await withPeer(at: .punished) { room, peer, system in
            try peer.behave("lie-version", once: true)
            let counts = try await room.publish(on: "2024-03-05", to: system)
            #expect(counts.disbelieved == 1)
            #expect(counts.confirmed == 1)
            let kept = try await room.connection.value(
                "select r.delivery_key || ' ' || r.refusal_code from publication.receipt as r where not r.is_believed",
                as: String.self)
            #expect(kept.hasPrefix("\(Self.code):"))
            #expect(kept.hasSuffix(" wrongVersion") || kept.hasSuffix(" wrong-version"))
        }
    }

    @Test("A system that claims a newer version than it shows cannot drive the register's versions up")
    func staleLie() async throws {
        try await withPeer(at: .punished) { room, peer, system in
            try peer.behave("stale-lie")
            try await room.publish(on: "2024-03-05", to: system)
            let membership = try await room.penalisedMembership()
            #expect(try await room.entry(membership, channel: Self.code) == "unknown 1 -")
        }
    }

    @Test("A system that comes back with last week's data is found out by the check and put right by the next run")
    func lastWeek() async throws {
        try await withPeer(at: .listed) { room, peer, system in
            try await room.publish(on: "2024-03-15", to: system)
            try peer.keepState()
            try await room.does("revoke-listing", on: "2024-04-01", by: "dec", RefusalCase.revocation)
            try await room.publish(on: "2024-04-01", to: system)
            let good = try await system.readBack()
            try peer.restoreState()
            let day = CivilDate(iso: "2024-04-02")!
            let check = try await ChannelCheck.run(system, asOf: day, on: room.connection)
            #expect(check.differences.map(\.kind.rawValue).sorted() == ["missing", "surplus"])
            try await room.publish(on: "2024-04-02", to: system)
            #expect(try await system.readBack().map(\.sha256) == good.map(\.sha256))
            #expect(try await ChannelCheck.run(system, asOf: day, on: room.connection).differences == [])
        }
    }

    @Test("A system that asks for a pause costs its items nothing but time")
    func throttled() async throws {
        try await withPeer(at: .punished) { room, peer, system in
            try peer.behave("429")
            let counts = try await room.publish(on: "2024-03-05", to: system)
            #expect(counts.channelFault == .throttled(seconds: 7))
            let membership = try await room.penalisedMembership()
            #expect(try await room.entry(membership, channel: Self.code) == "absent 1 -")
            try peer.behave("ok")
            let another = EnterpriseSystem(access: try peer.access())
            #expect(try await room.publish(on: "2024-03-05", to: another).done == 0)
            try await room.connection.execute("update publication.channel as c set paced_until = now()")
            try await room.publish(on: "2024-03-06", to: another)
            #expect(try await room.entry(membership, channel: Self.code).hasPrefix("shown "))
        }
    }
}
