import Foundation
import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("A register put back to an older copy", .serialized) struct RestoreTests {
    enum Restore: String, CaseIterable, Sendable {
        /// The files of the stopped server: cluster and timeline are the same.
        case files
        /// Recovery from files: the same cluster on a new timeline.
        case recovery
        /// A dump taken into a cluster of its own.
        case dump
    }

    @Test(
        "Sends nothing before its journal is replayed and an officer has signed, and then shows what it says",
        arguments: Restore.allCases)
    func restored(_ restore: Restore) async throws {
        let cluster = try OwnCluster.start()
        defer { try? cluster.remove() }
        try await RegisterDatabase.make(cluster.options())
        let folder = try TemporaryFolder()
        let site = BureauSite(root: folder.path + "/site", settings: Sample.settings)

        // The penalty's entry is shown, and the copy is made.
        try await room(cluster.options(), folder, site) { room in
            try await room.reach(.punished)
            try await room.publish(on: "2024-03-04")
        }
        if restore == .dump { try cluster.dump() } else { try cluster.keep() }

        // Later the unit and its principal are listed: theirs are shown, the penalty's entry no longer.
        try await room(cluster.options(), folder, site) { room in
            try await room.connection.work { [story = room.story] connection in
                for (act, day, officer, fields) in Self.listing {
                    try story.does(act, on: day, by: officer, fields, connection)
                }
            }
            try await room.publish(on: "2024-03-15")
            #expect(try await room.shown().count == 2)
        }

        let restored = try self.restored(cluster, by: restore)
        defer { if restored.directory != cluster.directory { try? restored.remove() } }
        try await room(restored.options(), folder, site) { room in
            let before = try await room.shown()
            let penalised = try await room.penalisedMembership()
            #expect(before[penalised] == nil)

            await #expect(throws: RestoreFence.Closed.self) { try await room.publish(on: "2024-03-18") }
            #expect(try await room.shown() == before)

            let replay = try #require(try await JournalReplay.run(room.journal, on: room.connection))
            #expect(replay.unknownCount == 1)
            #expect(replay.strayCount == 2)
            await #expect(throws: RestoreFence.Closed.self) { try await room.publish(on: "2024-03-18") }
            #expect(try await room.shown() == before)

            try await room.does(
                "accept-restore", on: "2024-03-18", by: "operator",
                ["journal_id": .string(replay.journalID), "reason": "磁盘损坏，恢复昨夜备份"])
            #expect(try await JournalReplay.run(room.journal, on: room.connection) == nil)
            try await room.publish(on: "2024-03-18")
            #expect(try await room.shown() == room.wanted(on: "2024-03-18"))
            #expect(try await room.shown().keys.sorted() == [penalised])
            #expect(try await room.check(on: "2024-03-18") == [])
            #expect(try await room.openStrays() == 0)
            // A second run has nothing to say, and no new id was one that the site has seen.
            #expect(try await room.publish(on: "2024-03-18").done == 0)
            let next = try await room.connection.value("select nextval('ops.register_id')", as: Int64.self)
            #expect(next > before.keys.max()!)
        }
    }

    private static let listing: [(String, String, String, [String: JSONValue])] = [
        ("give-notice", "2024-03-05", "han", RefusalCase.notice),
        ("record-defence", "2024-03-08", "han", ["case": "give-notice", "answer": "不予采纳"]),
        ("decide-listing", "2024-03-11", "dec", Story.listing),
    ]

    private func restored(_ cluster: OwnCluster, by restore: Restore) throws -> OwnCluster {
        guard restore == .dump else {
            try cluster.restore(recovers: restore == .recovery)
            return cluster
        }
        let other = try OwnCluster.start()
        try other.load(dumpOf: cluster)
        return other
    }

    private func room(
        _ options: ConnectionOptions, _ folder: TemporaryFolder, _ site: BureauSite,
        _ body: @Sendable (Newsroom) async throws -> Void
    ) async throws {
        let connection = try await Connection.connect(options)
        try await body(Newsroom(connection: connection, options: options, folder: folder, site: site))
        await connection.close()
    }
}

extension Newsroom {
    fileprivate func openStrays() async throws -> Int64 {
        try await connection.value(
            "select count(*) from publication.stray as s where s.state <> 'absent'", as: Int64.self)
    }
}
