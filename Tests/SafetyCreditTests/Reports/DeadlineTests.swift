import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("The list of deadlines", .serialized) struct DeadlineTests {
    @Test(
        "The end of a period is told from sixty days before it to its last day",
        arguments: [("2027-01-13", false), ("2027-01-14", true), ("2027-03-15", true), ("2027-03-16", false)])
    func periodEnds(day: String, isTold: Bool) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.published, connection)
            let told = try notices(day, connection).filter { $0.kind == "management-period-ends" }
            // The unit's; the person's stays unpublished and has no end.
            #expect(told.map(\.dueOn?.description) == (isTold ? ["2027-03-15"] : []))
        }
    }

    @Test(
        "The first day to apply is told until that day, and is put off by a ban",
        arguments: [
            ("2025-03-11", nil, "2025-03-12"), ("2025-03-12", nil, "2025-03-12"), ("2025-03-13", nil, nil),
            ("2025-03-12", "2025-04-30", "2025-05-01"), ("2025-05-01", "2025-04-30", "2025-05-01"),
            ("2025-05-02", "2025-04-30", nil), ("2025-03-12", "life", nil),
        ] as [(String, String?, String?)])
    func firstApplication(day: String, banUntil: String?, told: String?) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.published, connection)
            if let banUntil {
                let lastDay: JSONValue = banUntil == "life" ? .null : .string(banUntil)
                try story.does(
                    "record-ban", on: "2024-03-12", by: "rec", RefusalCase.with(RefusalCase.ban, ["last_day": lastDay]),
                    connection)
            }
            let unit = try story.unitMembership(connection)
            let days = try notices(day, connection)
                .filter { $0.kind == "removal-can-be-applied-for" && $0.aboutID == unit }
                .map { $0.dueOn?.description }
            #expect(days == (told.map { [$0] } ?? []))
        }
    }

    @Test("A notice vanishes with the membership it is about")
    func withdrawn() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.published, connection)
            let unit = try story.unitMembership(connection)
            #expect(try notices("2025-03-01", connection).contains { $0.aboutID == unit })
            try story.does("revoke-listing", on: "2025-02-28", by: "dec", RefusalCase.revocation, connection)
            #expect(!(try notices("2025-03-01", connection).contains { $0.aboutID == unit }))
        }
    }

    @Test("Publication is owed from the decision on, before anything is queued, and overdue the day after the last")
    func publication() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            try story.punish(connection)
            // Seven working days after Friday, 1 March 2024.
            let owed = try open("2024-03-01", connection).filter { $0.kind == "publication-publish-bureau-site" }
            #expect(owed.map { $0.dueOn?.description } == ["2024-03-12"])
            #expect(owed.map(\.isOverdue) == [false])
            #expect(owed.map { $0.name(in: .chinese) } == ["公示：部门政府网站"])
            let late = try open("2024-03-13", connection).filter { $0.kind == "publication-publish-bureau-site" }
            #expect(late.map(\.isOverdue) == [true])
            #expect(late.map(\.daysLeft) == [-1])
        }
    }

    @Test("A day before the last reconciliation is told no publication of today's queue")
    func pastPublication() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.punished, connection)
            _ = try Reconciliation.run(asOf: CivilDate(iso: "2024-03-05")!, on: connection)
            func isOwed(_ day: String, _ connection: isolated Connection) throws -> Bool {
                try open(day, connection).contains { $0.kind.hasPrefix("publication-") }
            }
            #expect(try isOwed("2024-03-05", connection))
            #expect(try isOwed("2024-03-06", connection))
            for day in ["2024-02-20", "2024-03-04"] { #expect(try !isOwed(day, connection)) }
        }
    }

    @Test("It can be asked for by days left, by officer, and by agency with those below it")
    func selection() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.objectionAccepted, connection)
            let day = CivilDate(iso: "2024-03-11")!
            func kinds(_ selection: Deadline.Selection, _ connection: isolated Connection) throws -> Set<String> {
                Set(try Deadline.open(asOf: day, selection, on: connection).map(\.kind))
            }
            #expect(try kinds(.init(within: 9), connection).contains("objection-decided") == false)
            #expect(try kinds(.init(within: 10), connection).contains("objection-decided"))
            #expect(try kinds(.init(officerCode: "han"), connection) == ["objection-decided", "objection-served"])
            #expect(try kinds(.init(officerCode: "dec"), connection) == [])
            #expect(try kinds(.init(agency: "420000"), connection).contains("objection-decided"))
            #expect(try kinds(.init(agency: "随州市应急管理局"), connection).contains("objection-decided"))
            #expect(try kinds(.init(agency: "421303"), connection) == [])
        }
    }

    @Test("Where the calendar does not reach the day is left open and marked provisional")
    func beyondTheCalendar() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.objectionAccepted, connection)
            try connection.execute("delete from law.calendar_day as d where d.day > '2024-03-20'")
            let owed = try open("2024-03-11", connection).filter { $0.kind == "objection-decided" }
            #expect(owed.map(\.isProvisional) == [true])
            #expect(owed.map(\.dueOn) == [nil])
        }
    }

    private func open(_ day: String, _ connection: isolated Connection) throws -> [Deadline] {
        try Deadline.open(asOf: CivilDate(iso: day)!, on: connection)
    }

    private func notices(_ day: String, _ connection: isolated Connection) throws -> [Deadline] {
        try open(day, connection).filter(\.isNotice)
    }
}
