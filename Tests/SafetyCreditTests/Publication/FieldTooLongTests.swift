import Foundation
import PQ
import Testing

@testable import SafetyCredit

@Suite("An entry with a field too long for a channel", .serialized) struct FieldTooLongTests {
    private static let longAddress = "随县" + String(repeating: "长", count: 210) + "街1号"

    /// Two punished units, one with an address that no column of 200 holds.
    private func withLongAddress(_ body: @Sendable (Newsroom) async throws -> Void) async throws {
        try await Newsroom.open { room in
            try await room.reach(.registered)
            try await room.connection.execute(
                "update register.subject as s set registered_address = \(Self.longAddress) where s.name = \(Story.unitName)"
            )
            _ = try await room.connection.work { [story = room.story] connection in
                try story.punish(number: "罚1", connection)
                try story.punish(of: Story.otherUnit, number: "罚2", connection)
            }
            try await body(room)
        }
    }

    @Test("Waits for a person under the field's name, and the others go on: sharing platform")
    func sharingPlatform() async throws {
        try await withLongAddress { room in
            let drop = FileDrop(code: "sharing-platform", root: room.folder.path + "/drop")
            let counts = try await room.publish(on: "2024-03-05", to: drop)
            #expect(counts.dead == 1)
            #expect(counts.sent == 1)
            #expect(try await fault(room, "sharing-platform") == "field-too-long:注册地址:215>200")
        }
    }

    @Test("Waits for a person under the field's name, and the others go on: enterprise publicity system")
    func enterprise() async throws {
        try await withLongAddress { room in
            let peer = try EnterprisePeer(in: room.folder)
            defer { peer.stop() }
            let counts = try await room.publish(on: "2024-03-05", to: EnterpriseSystem(access: try peer.access()))
            #expect(counts.dead == 1)
            #expect(counts.confirmed == 1)
            #expect(try await fault(room, "enterprise-publicity") == "field-too-long:registered_address:215>200")
        }
    }

    @Test("Is shown whole on the bureau's site, whose pages have no columns")
    func bureauSite() async throws {
        try await withLongAddress { room in
            let counts = try await room.publish(on: "2024-03-05")
            #expect(counts.dead == 0)
            #expect(try await room.shown() == room.wanted(on: "2024-03-05"))
            #expect(try await room.shown().count == 2)
        }
    }

    private func fault(_ room: Newsroom, _ channel: String) async throws -> String {
        try await room.connection.value(
            """
            select i.last_fault
            from publication.item as i
            where i.channel_code = \(channel) and i.state = 'dead'
            """, as: String.self)
    }
}
