import Foundation
import PQ
import Testing

@testable import SafetyCredit

@Suite("Receipts of the sharing platform", .serialized) struct ReceiptStoryTests {
    private static let header = "批次,幂等键,结果,原因,平台编号,版本\r\n"

    @Test("An honest receipt proves the publication and starts the period")
    func honest() async throws {
        try await sent { room, drop, batch, membership in
            try receipt(room, "a.csv", batch, "sharing-platform:\(membership):1", "成功", 1)
            let counts = try await room.publish(on: "2024-03-06", to: drop)
            #expect(counts.confirmed == 1)
            #expect(try await room.entry(membership, channel: "sharing-platform").hasPrefix("shown "))
            let publishedOn = try await room.connection.value(
                "select m.published_on from lists.membership as m where m.membership_id = \(membership)",
                as: CivilDate?.self)
            #expect(publishedOn == CivilDate(iso: "2024-03-06"))
        }
    }

    @Test(
        "A receipt that lies is kept, disbelieved and without effect",
        arguments: [
            ("sharing-platform-20240305-000009", "", 1, "unknownBatch"),
            ("", "sharing-platform:4711:1", 1, "unknownKey"),
            ("", "", 2, "wrongVersion"), ("", "", -1, "wrongVersion"),
        ])
    func lying(batch otherBatch: String, key otherKey: String, version: Int, fault: String) async throws {
        try await sent { room, drop, batch, membership in
            let key = otherKey.isEmpty ? "sharing-platform:\(membership):1" : otherKey
            try receipt(room, "a.csv", otherBatch.isEmpty ? batch : otherBatch, key, "成功", version)
            let counts = try await room.publish(on: "2024-03-06", to: drop)
            #expect(counts.disbelieved == 1)
            #expect(counts.confirmed == 0)
            #expect(try await room.entry(membership, channel: "sharing-platform") == "absent 1 -")
            let kept = try await room.connection.value(
                "select r.refusal_code from publication.receipt as r where not r.is_believed", as: String.self)
            #expect(kept.hasPrefix(fault) || kept == fault.kebab)
        }
    }

    @Test("The second receipt for one change is disbelieved, whether it agrees or not", arguments: ["成功", "失败"])
    func second(result: String) async throws {
        try await sent { room, drop, batch, membership in
            let key = "sharing-platform:\(membership):1"
            try receipt(room, "a.csv", batch, key, "成功", 1)
            try await room.publish(on: "2024-03-06", to: drop)
            let entry = try await room.entry(membership, channel: "sharing-platform")
            try receipt(room, "b.csv", batch, key, result, 1, reference: "Z")
            let counts = try await room.publish(on: "2024-03-07", to: drop)
            #expect(counts.disbelieved == 1)
            #expect(try await room.entry(membership, channel: "sharing-platform") == entry)
        }
    }

    @Test("Two answers in one file that contradict each other are both disbelieved")
    func contradiction() async throws {
        try await sent { room, drop, batch, membership in
            let key = "sharing-platform:\(membership):1"
            try room.folder.write(
                Self.header + "\(batch),\(key),成功,,Z1,1\r\n\(batch),\(key),失败,重复,,1\r\n", to: "drop/receipts/a.csv")
            #expect(try await room.publish(on: "2024-03-06", to: drop).disbelieved == 2)
            #expect(try await room.entry(membership, channel: "sharing-platform") == "absent 1 -")
        }
    }

    @Test("A receipt read by a worker that died before the register knew is settled by the next")
    func diedAfterReading() async throws {
        try await sent { room, drop, batch, membership in
            try receipt(room, "a.csv", batch, "sharing-platform:\(membership):1", "成功", 1)
            #expect(try await drop.collectReceipts(at: "2024-03-06T09:00:00+08:00").count == 1)
            let next = FileDrop(code: "sharing-platform", root: room.folder.path + "/drop")
            #expect(try await room.publish(on: "2024-03-07", to: next).confirmed == 1)
            #expect(try await room.entry(membership, channel: "sharing-platform").hasPrefix("shown "))
        }
    }

    @Test("A receipt that the register knows, from a worker that died before putting it away, is kept once")
    func diedBeforePuttingAway() async throws {
        try await sent { room, drop, batch, membership in
            try receipt(room, "a.csv", batch, "sharing-platform:\(membership):1", "成功", 1)
            try await room.publish(on: "2024-03-06", to: drop)
            let entry = try await room.entry(membership, channel: "sharing-platform")
            let archived = try #require(try room.folder.names("drop/receipts/done").first)
            try FileManager.default.moveItem(
                atPath: room.folder.path + "/drop/receipts/done/" + archived,
                toPath: room.folder.path + "/drop/receipts/a.csv")
            let next = FileDrop(code: "sharing-platform", root: room.folder.path + "/drop")
            try await room.publish(on: "2024-03-07", to: next)
            #expect(try await room.connection.value("select count(*) from publication.receipt", as: Int64.self) == 1)
            #expect(try await room.entry(membership, channel: "sharing-platform") == entry)
            #expect(try room.folder.names("drop/receipts") == ["done", "refused"])
        }
    }

    @Test("A change the platform refused waits for a person")
    func refused() async throws {
        try await sent { room, drop, batch, membership in
            try receipt(room, "a.csv", batch, "sharing-platform:\(membership):1", "失败", 1)
            try await room.publish(on: "2024-03-06", to: drop)
            let item = try await room.connection.value(
                "select i.state || ' ' || i.last_fault from publication.item as i where i.channel_code = 'sharing-platform'",
                as: String.self)
            #expect(item == "dead refused-by-receiver:原因")
            #expect(try await room.entry(membership, channel: "sharing-platform") == "absent 1 -")
        }
    }

    /// A penalty's membership handed over to the platform in one batch.
    private func sent(
        _ body: @Sendable (Newsroom, FileDrop, String, Int64) async throws -> Void
    ) async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            let drop = FileDrop(code: "sharing-platform", root: room.folder.path + "/drop")
            #expect(try await room.publish(on: "2024-03-05", to: drop).sent == 1)
            let file = try #require(try room.folder.names("drop/outbox").first { $0.hasSuffix(".csv") })
            try await body(room, drop, String(file.dropLast(4)), try await room.penalisedMembership())
        }
    }

    private func receipt(
        _ room: Newsroom, _ name: String, _ batch: String, _ key: String, _ result: String, _ version: Int,
        reference: String = "Z1"
    ) throws {
        let reason = result == "失败" ? "原因" : ""
        try room.folder.write(
            Self.header + "\(batch),\(key),\(result),\(reason),\(reference),\(version)\r\n", to: "drop/receipts/\(name)"
        )
    }
}

extension String {
    fileprivate var kebab: String { map { $0.isUppercase ? "-\($0.lowercased())" : "\($0)" }.joined() }
}
