import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("The doctor", .serialized) struct DoctorTests {
    @Test("Finds a register in the middle of a matter healthy, and says which jobs have never run")
    func healthy() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.removed, connection)
            let findings = try examine(on: "2025-03-20", connection)
            let notes = Set(findings.filter { $0.state == .note }.map(\.check))
            let jobs = Set(Job.allCases.map { "job \($0.rawValue)" })
            #expect(notes == jobs)
            let wrong = findings.filter { $0.state == .unhealthy }.map { $0.sentence.text(in: .english) }
            #expect(wrong == [])
            #expect(findings.map(\.check).contains("handler-does-not-decide"))
        }
    }

    @Test(
        "Calls a job late two days after the last it ran for", arguments: [("2025-03-21", false), ("2025-03-22", true)])
    func lateJob(day: String, isLate: Bool) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            _ = try Job.expireMemberships.run(asOf: CivilDate(iso: "2025-03-20")!, on: connection)
            let job = try examine(on: day, connection).first { $0.check == "job expire-memberships" }
            #expect(job?.state == (isLate ? .unhealthy : .healthy))
        }
    }

    @Test("Names what is wrong with its ids: a broken rule, a broken seal, a foreign key, clocks that disagree")
    func unhealthy() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.listed, connection)
            _ = try LedgerSeal.seal(on: connection)
            let caseID = try connection.value("select c.case_id from cases.procedure_case as c", as: Int64.self)
            try connection.script("update cases.step set officer_code = 'han'")
            let doctor = Doctor(catalogue: .embedded, today: CivilDate(iso: "2025-03-20")!)
            let hostDay = CivilDate(iso: "2000-01-01")!
            let findings = try doctor.examine(hostDay: hostDay, keyID: "00000000", connection)
            let wrong = findings.filter { $0.state == .unhealthy }
            #expect(Set(wrong.map(\.check)).isSuperset(of: ["handler-does-not-decide", "clock", "identity-key"]))
            #expect(wrong.first { $0.check == "handler-does-not-decide" }?.ids.first == caseID)
        }
    }

    @Test("Notes an act that is dated later than it was told, as --as-of allows")
    func earlyAct() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.punished, connection)
            let id = try connection.value(
                "update intake.act set acted_on = (now() at time zone 'Asia/Shanghai')::date + 1 where act = 'record-penalty' returning act_id",
                as: Int64.self)
            let finding = try examine(on: "2025-03-20", connection).first { $0.check == "act-dates" }
            #expect(finding?.state == .note)
            #expect(finding?.ids == [id])
        }
    }

    @Test("Trusts no host whose clock is days away from the database's")
    func clocks() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let today = try connection.value("select (now() at time zone 'Asia/Shanghai')::date", as: CivilDate.self)
            for days in [-1, 0, 1] { try DayCheck.acceptHostClock(today + days, on: connection) }
            for days in [-2, 2, 3_000] {
                #expect(throws: UntrustedDay.clocksDisagree(host: today + days, database: today)) {
                    try DayCheck.acceptHostClock(today + days, on: connection)
                }
            }
        }
    }

    private func examine(on day: String, _ connection: isolated Connection) throws -> [Doctor.Finding] {
        let doctor = Doctor(catalogue: .embedded, today: CivilDate(iso: day)!)
        let hostDay = try connection.value("select (now() at time zone 'Asia/Shanghai')::date", as: CivilDate.self)
        return try doctor.examine(hostDay: hostDay, keyID: Story.identityKey.id, connection)
    }
}
