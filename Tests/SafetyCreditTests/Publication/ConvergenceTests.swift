import PQ
import Testing

@testable import SafetyCredit

@Suite("Whatever happens to register and channel", .serialized) struct ConvergenceTests {
    private static let units = (0..<6).map { CreditCodes.code(40_000 + $0) }

    @Test(
        "Once failures stop, a check and two rounds bring the channel to what the register says",
        arguments: [UInt64](1...5))
    func converges(seed: UInt64) async throws {
        try await Newsroom.open { room in
            var random = SplitMix(state: seed)
            let channel = UnreliableChannel(seed: seed &+ 1_000, failures: 20)
            _ = try await room.connection.work { [story = room.story] connection in
                try story.take(
                    SubjectLine.self, on: "2024-01-02",
                    [["生产经营单位名称", "统一社会信用代码"]] + Self.units.map { ["随县\($0.suffix(4))厂", $0] }, connection)
            }
            var day = CivilDate(iso: "2024-01-03")!
            for step in 0..<16 {
                try await happen(step, on: day, room, &random)
                try await room.publish(on: day.description, to: channel)
                if Int.random(in: 0..<4, using: &random) == 0 {
                    try await room.expireLeases()
                }
                day = day + Int.random(in: 1...90, using: &random)
            }
            await channel.stopFailing()
            _ = try await PublicationControl.retryDead(channel: nil, on: room.connection)
            _ = try await ChannelCheck.run(channel, asOf: day, on: room.connection)
            try await room.publish(on: day.description, to: channel)
            try await room.publish(on: day.description, to: channel)
            #expect(try await channel.shown() == room.wanted(on: day.description))
            let check = try await ChannelCheck.run(channel, asOf: day, on: room.connection)
            #expect(check.differences == [])
            let open = try await room.connection.value(
                "select count(*) from publication.item as i where i.channel_code = 'bureau-site'", as: Int64.self)
            #expect(open == 0)
        }
    }

    /// One act or import at random; a refusal is as good as any answer.
    private func happen(_ step: Int, on day: CivilDate, _ room: Newsroom, _ random: inout SplitMix) async throws {
        let code = Self.units.randomElement(using: &random)!
        let number = "罚\(Int.random(in: 0...max(step, 1), using: &random))"
        let acts = acts(Int.random(in: 0..<8, using: &random), step, code, number)
        try await room.connection.work { [story = room.story] connection in
            if acts.isEmpty { try story.punish(of: code, number: "罚\(step)", on: day.description, connection) }
            for (act, officer, fields) in acts {
                _ = try story.submit(
                    act, on: day.description, by: officer, key: "\(act)-\(step)", fields, connection)
            }
        }
    }

    /// The acts of a kind of event; none for a new penalty.
    private func acts(
        _ kind: Int, _ step: Int, _ code: String, _ number: String
    ) -> [(act: String, officer: String, fields: [String: JSONValue])] {
        let about: [String: JSONValue] = ["credit_code": .string(code), "decision_number": .string(number)]
        let document: [String: JSONValue] = ["document_number": "x", "reason": "x"]
        let matter: JSONValue = .string("give-notice-\(step)")
        switch kind {
        case 0, 1, 2: return []
        case 3: return [("annul-penalty", "rec", about.merging(document) { $1 })]
        case 4: return [("record-repair", "rec", about.merging(["result_number": "x", "source": "x"]) { $1 })]
        case 5: return [("deregister-subject", "rec", ["credit_code": .string(code), "document_number": "x"])]
        case 6:
            let notice: [String: JSONValue] = [
                "credit_code": .string(code), "clause": "DO1", "penalty_decision_number": .string(number),
                "document_number": "x",
            ]
            return [
                ("give-notice", "han", notice), ("record-defence", "han", ["case": matter, "is_waived": true]),
                ("decide-listing", "dec", ["case": matter, "decision_number": .string("列\(number)")]),
            ]
        default:
            let listing: [String: JSONValue] = ["decision_number": .string("列\(number)")]
            return [("revoke-listing", "dec", about.merging(document) { $1 }.merging(listing) { $1 })]
        }
    }

    @Test("A site put back to an older copy is found out by the check and repaired by the next round")
    func restoredSite() async throws {
        try await Newsroom.open { room in
            try await room.reach(.listed)
            try await room.publish(on: "2024-03-15")
            try room.folder.copy("site", to: "backup")
            try await room.does("revoke-listing", on: "2024-04-01", by: "dec", RefusalCase.revocation)
            _ = try await room.connection.work { [story = room.story] connection in
                try story.punish(of: Story.otherUnit, number: "随应急罚〔2024〕7号", on: "2024-04-01", connection)
            }
            try await room.publish(on: "2024-04-01")
            let good = try await room.shown()
            #expect(try await room.check(on: "2024-04-01") == [])

            try room.folder.remove("site")
            try room.folder.copy("backup", to: "site")
            let kinds = try await room.check(on: "2024-04-02").map(\.kind.rawValue).sorted()
            #expect(kinds == ["missing", "missing", "surplus"])
            try await room.publish(on: "2024-04-02")
            #expect(try await room.shown().keys == good.keys)
            #expect(try await room.check(on: "2024-04-02") == [])
        }
    }

    @Test("A register put back behind its site catches up in two rounds", arguments: [1, 2, 12])
    func restoredRegister(lag: Int) async throws {
        try await Newsroom.open { room in
            try await room.reach(.listed)
            try await room.publish(on: "2024-03-15")
            let membership = try await room.unitMembership()
            // The site has seen changes of which the register no longer knows, the last of them a withdrawal.
            for version in 3..<3 + Int64(lag) {
                _ = try await room.site.deliver(
                    [
                        PublicationChange(
                            entryID: membership, version: version, key: "bureau-site:\(membership):\(version)",
                            action: .withdraw)
                    ], at: "2024-03-20T09:00:00+08:00")
            }
            #expect(try await room.check(on: "2024-03-21").map(\.kind) == [.missing])
            try await room.publish(on: "2024-03-21")
            try await room.publish(on: "2024-03-21")
            #expect(try await room.shown() == room.wanted(on: "2024-03-21"))
            #expect(try await room.check(on: "2024-03-21") == [])
        }
    }

    @Test("An entry the register never listed is reported and left to a person")
    func foreignEntry() async throws {
        try await Newsroom.open { room in
            try await room.reach(.listed)
            try await room.publish(on: "2024-03-15")
            _ = try await room.site.deliver([Sample.publish(Sample.entry(4711))], at: "2024-03-16T09:00:00+08:00")
            let differences = try await room.check(on: "2024-03-18")
            #expect(differences == [.init(entryID: 4711, kind: .surplus)])
            try await room.publish(on: "2024-03-18")
            #expect(try await room.shown()[4711] != nil)
            let counts = try await room.connection.value(
                "select b.surplus_count from publication.read_back as b order by b.read_back_id desc limit 1",
                as: Int32.self)
            #expect(counts == 1)
        }
    }
}
