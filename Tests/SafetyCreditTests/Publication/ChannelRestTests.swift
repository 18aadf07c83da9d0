import Foundation
import PQ
import Testing

@testable import SafetyCredit

@Suite("A channel that asks for a pause or has a pace", .serialized) struct ChannelRestTests {
    @Test("Is left alone by every process until then, and no longer")
    func retryAfter() async throws {
        try await Newsroom.open { room in
            try await room.penalties(1...2)
            let moment = try await room.moment("2024-03-04")
            func run(_ channel: any Channel) async throws -> DeliveryWorker.Counts {
                try await room.connection.execute(
                    "update publication.item as i set next_attempt_at = now() where i.state = 'waiting'")
                return try await PublicationRun(
                    channels: [channel], ledger: room.story.ledger, journal: room.journal
                ).run(at: moment, on: room.connection)["bureau-site"] ?? DeliveryWorker.Counts()
            }
            #expect(try await run(BusyChannel()).channelFault == .throttled(seconds: 600))
            let rest = try await room.connection.value(
                """
                select extract(epoch from c.paced_until - now())::float8
                from publication.channel as c
                where c.channel_code = 'bureau-site'
                """, as: Double.self)
            #expect(rest > 500 && rest <= 600)
            // Another worker, which was not told by the channel itself.
            let board = UnreliableChannel(seed: 0, failures: 0)
            #expect(try await run(board).done == 0)
            #expect(try await board.shown() == [:])
            try await room.connection.execute("update publication.channel as c set paced_until = now()")
            #expect(try await run(board).done > 0)
            #expect(try await board.shown() == room.wanted(on: "2024-03-04"))
        }
    }

    @Test(
        "Has its pace set and taken away by the command; zero, none or both are a mistake",
        .enabled(if: AnxinCommand.isBuilt))
    func command() async throws {
        try await Newsroom.open { room in
            func pace(_ arguments: String...) async throws -> String {
                let run = try await AnxinCommand.run(["publish", "pace"] + arguments, room.options)
                let pace = try await room.connection.value(
                    "select c.items_per_minute from publication.channel as c where c.channel_code = 'bureau-site'",
                    as: Int32?.self)
                return "\(run.status) \(pace.map { String($0) } ?? "any")"
            }
            #expect(try await pace("bureau-site", "600") == "0 600")
            #expect(try await pace("bureau-site", "0") == "64 600")
            #expect(try await pace("bureau-site") == "64 600")
            #expect(try await pace("bureau-site", "5", "--unlimited") == "64 600")
            #expect(try await pace("no-such", "5") == "64 600")
            let status = try await AnxinCommand.run(["publish", "status"], room.options).output
            #expect(status.contains("600"))
            #expect(try await pace("bureau-site", "--unlimited") == "0 any")
        }
    }
}

/// A channel that answers every request with a pause.
private struct BusyChannel: Channel {
    let code = "bureau-site"
    let capabilities = ChannelCapabilities(proof: .immediate, batchLimit: 100, seesForeignEntries: true)

    func deliver(_ changes: [PublicationChange], at time: String) async throws(ChannelError) -> [DeliveryOutcome] {
        throw .throttled(seconds: 600)
    }

    func readBack() async throws(ChannelError) -> [ShownEntry] { [] }
}
