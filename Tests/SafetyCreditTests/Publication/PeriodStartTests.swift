import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// Which publication starts the management period, by each answer to RD-16, where the sharing platform shows some penalties not at all (RD-24).
@Suite("Which publication starts the management period (RD-16)", .serialized) struct PeriodStartTests {
    /// A penalty of 1 April 2026, shown by the bureau site on 2 April, by the enterprise system on 3 April, by the platform on 7 April.
    struct Case: Sendable, CustomTestStringConvertible {
        let option: String
        let kind: String
        /// The start of the period, as the register has it after each of the three days.
        let starts: [String]
        var testDescription: String { "RD-16 \(option), \(kind): \(starts)" }
    }

    @Test(
        "It starts on the day the answer gives",
        arguments: [
            Case(option: "a", kind: "警告", starts: ["2026-04-02", "2026-04-02", "2026-04-02"]),
            Case(option: "b", kind: "警告", starts: ["2026-04-01", "2026-04-01", "2026-04-01"]),
            Case(option: "c", kind: "警告", starts: ["none", "2026-04-03", "2026-04-03"]),
            Case(option: "a", kind: "罚款", starts: ["2026-04-02", "2026-04-02", "2026-04-02"]),
            Case(option: "b", kind: "罚款", starts: ["2026-04-01", "2026-04-01", "2026-04-01"]),
            Case(option: "c", kind: "罚款", starts: ["none", "none", "2026-04-07"]),
        ])
    func start(_ row: Case) async throws {
        try await Newsroom.open { room in
            try await room.connection.work { connection in
                if row.option != "a" { try choose(row.option, for: "RD-16", on: connection) }
                try room.story.registerUnits(connection)
                let report = try room.story.take(
                    PenaltyLine.self, on: "2026-04-01",
                    [
                        ["统一社会信用代码", "行政处罚决定书文号", "处罚类别", "罚款金额(万元)", "处罚决定日期", "处罚机关"],
                        [Story.unit, Story.decisionNumber, row.kind, "1", "2026-04-01", Story.agency],
                    ], followUp: PenalisedMembership.found, connection)
                #expect(report.isWritten, "\(report.rejects)")
            }
            let membership = try await room.penalisedMembership()
            var starts: [String] = []
            for (code, day) in [
                ("bureau-site", "2026-04-02"), ("enterprise-publicity", "2026-04-03"),
                ("sharing-platform", "2026-04-07"),
            ] {
                try await room.publish(on: day, to: UnreliableChannel(code, seed: 1, failures: 0))
                starts.append(
                    try await room.connection.value(
                        "select coalesce(m.published_on::text, 'none') from lists.membership as m where m.membership_id = \(membership)",
                        as: String.self))
            }
            #expect(starts == row.starts)
        }
    }

    @Test(
        "Where the last channel starts it (c) and the platform ceases to be due, it starts with the last of those proven"
    )
    func platformCeases() async throws {
        try await Newsroom.open { room in
            try await room.connection.work { connection in
                try choose("c", for: "RD-16", on: connection)
                try room.story.registerUnits(connection)
                let report = try room.story.take(
                    PenaltyLine.self, on: "2026-04-01",
                    [
                        ["统一社会信用代码", "行政处罚决定书文号", "处罚类别", "罚款金额(万元)", "处罚决定日期", "处罚机关"],
                        [Story.unit, Story.decisionNumber, "罚款", "1", "2026-04-01", Story.agency],
                    ], followUp: PenalisedMembership.found, connection)
                #expect(report.isWritten, "\(report.rejects)")
            }
            // A general penalty is due on the platform for one year, to 1 April 2027; the platform never shows it.
            var starts: [String] = []
            for (code, day) in [
                ("bureau-site", "2026-04-02"), ("enterprise-publicity", "2026-04-03"), ("bureau-site", "2027-04-01"),
                ("bureau-site", "2027-04-02"),
            ] {
                try await room.publish(on: day, to: UnreliableChannel(code, seed: 1, failures: 0))
                starts.append(
                    try await room.connection.value(
                        "select coalesce(m.published_on::text, 'none') from lists.membership as m", as: String.self))
            }
            #expect(starts == ["none", "none", "none", "2026-04-03"])
        }
    }

    @Test(
        "One that was published before it was recorded here starts then, by option b on the day of the decision",
        arguments: [("a", "2024-03-05"), ("b", "2024-03-01"), ("c", "2024-03-05")])
    func publishedBefore(option: String, start: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            if option != "a" { try choose(option, for: "RD-16", on: connection) }
            try story.registerUnits(connection)
            try story.punish(published: "2024-03-05", recordedOn: "2024-03-06", connection)
            let published = try connection.value(
                "select m.published_on from lists.membership as m", as: CivilDate.self)
            #expect(published == CivilDate(iso: start)!)
        }
    }
}
