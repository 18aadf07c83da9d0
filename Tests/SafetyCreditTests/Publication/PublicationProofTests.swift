import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("The proof of publication", .serialized) struct PublicationProofTests {
    /// Work Safety Law Art. 78: 7 working days from 1 March 2024, a Friday.
    @Test(
        "Counts the days after the last day of publishing, also before anything was queued",
        arguments: [("2024-03-12", Int32(0)), ("2024-03-13", 1), ("2024-03-20", 8)])
    func publishing(day: String, late: Int32) async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            let before = try await proof(room, on: day)
            #expect(before.publishDueOn == CivilDate(iso: "2024-03-12"))
            #expect(before.publishDaysLate == late)
            #expect(before.openAction == "publish")
            try await room.publish(on: day)
            let after = try await proof(room, on: "2024-03-29")
            #expect(after.state == "shown")
            #expect(after.firstShownOn == CivilDate(iso: day))
            #expect(after.publishDaysLate == late)
        }
    }

    /// RD-35: three working days; 4 to 6 April 2024 are free, Sunday the 7th is worked.
    @Test(
        "Counts the days after the last day of withdrawing, also before anything was queued",
        arguments: [("2024-04-07", Int32(0)), ("2024-04-08", 1), ("2024-04-30", 23)])
    func withdrawing(day: String, late: Int32) async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            try await room.publish(on: "2024-03-05")
            try await room.does("annul-penalty", on: "2024-04-01", by: "rec", RefusalCase.annulment)
            let before = try await proof(room, on: day)
            #expect(before.state == "shown")
            #expect(before.openAction == "withdraw")
            #expect(before.withdrawDueOn == CivilDate(iso: "2024-04-07"))
            #expect(before.withdrawDaysLate == late)
            try await room.publish(on: day)
            let after = try await proof(room, on: "2024-06-01")
            #expect(after.state == "absent")
            #expect(after.goneOn == CivilDate(iso: day))
            #expect(after.withdrawDaysLate == late)
            #expect(after.openAction == nil)
        }
    }

    @Test("A past day shows what was proven by then, and nothing of what is open or proven today")
    func past() async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            try await room.publish(on: "2024-03-15")
            try await room.does("annul-penalty", on: "2024-04-01", by: "rec", RefusalCase.annulment)
            try await room.publish(on: "2024-04-09")

            let before = try await proof(room, on: "2024-03-14")
            #expect(before.state == "absent")
            #expect(before.firstShownOn == nil)
            #expect(before.publishDaysLate == 2)
            #expect(before.openAction == nil)
            let between = try await proof(room, on: "2024-04-08")
            #expect(between.state == "shown")
            #expect(between.firstShownOn == CivilDate(iso: "2024-03-15"))
            #expect(between.goneOn == nil)
            #expect(between.withdrawDaysLate == 1)
            #expect(between.openAction == nil)
            #expect(try await proof(room, on: "2024-04-07").withdrawDaysLate == 0)
            #expect(try await proof(room, on: "2024-04-09").goneOn == CivilDate(iso: "2024-04-09"))
            let listed = try await room.connection.work {
                try PublicationProof.all(asOf: CivilDate(iso: "2024-02-29")!, on: $0).count
            }
            #expect(listed == 0)
        }
    }

    @Test(
        "Disbelieved receipts are an alarm for thirty days, counted to the day asked for",
        arguments: [("2024-03-05", false), ("2024-03-06", true), ("2024-04-04", true), ("2024-04-05", false)])
    func disbelieved(day: String, isTold: Bool) async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            let drop = FileDrop(code: "sharing-platform", root: room.folder.path + "/drop")
            try room.folder.write("not a receipt", to: "drop/receipts/a.csv")
            try await room.publish(on: "2024-03-06", to: drop)
            let kinds = try await room.connection.work {
                try PublicationAlarm.all(asOf: CivilDate(iso: day)!, on: $0).map(\.kind)
            }
            #expect(kinds.contains(.disbelievedReceipts) == isTold)
        }
    }

    @Test("Tells the alarms of a channel: dead letters, disbelieved receipts, what must not be shown")
    func alarms() async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            let drop = FileDrop(code: "sharing-platform", root: room.folder.path + "/drop")
            try await room.publish(on: "2024-03-05", to: drop)
            try room.folder.write("not a receipt", to: "drop/receipts/a.csv")
            try await room.publish(on: "2024-03-06", to: drop)
            let board = UnreliableChannel(seed: 1, failures: 0)
            await board.refuseEverything(true)
            try await room.publish(on: "2024-03-06", to: board)
            _ = try await room.site.deliver([Sample.publish(Sample.entry(4711))], at: Sample.time)
            _ = try await room.check(on: "2024-03-06")
            let alarms = try await room.connection.work {
                try PublicationAlarm.all(asOf: CivilDate(iso: "2024-03-20")!, on: $0)
            }
            let told = Set(alarms.map { "\($0.channelCode) \($0.kind.rawValue) \($0.count)" })
            #expect(
                told.isSuperset(of: [
                    "sharing-platform disbelieved-receipts 1", "bureau-site dead-letters 1", "bureau-site surplus 1",
                    "bureau-site overdue 1", "enterprise-publicity overdue 1",
                ]), "\(told)")
        }
    }

    private func proof(_ room: Newsroom, on day: String) async throws -> PublicationProof {
        let proofs = try await room.connection.work { try PublicationProof.all(asOf: CivilDate(iso: day)!, on: $0) }
        return try #require(proofs.first { $0.channelCode == "bureau-site" })
    }
}
