import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("The longest period is a number of the law (RD-17)") struct LongestPeriodTests {
    @Test(
        "Once a shorter one is in force, penalties are taken in with it and no basis, and a listing needs one below it alone"
    )
    func shorterInForce() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try connection.execute(
                """
                insert into law.parameter (parameter_code, valid_from, value, unit, article, is_verified)
                values ('management-months', '2024-03-01', 24, 'month', '第十三条', true)
                """)
            try story.reach(.heard, connection)
            for (months, code) in [(12, RefusalCode.shorterPeriodNeedsBasis), (36, .periodTooLong)] {
                let reply = try story.submit(
                    "decide-listing", on: "2024-03-11", by: "dec", key: "\(months)",
                    RefusalCase.listing(["period_months": .integer(Int64(months))]), connection)
                guard case .refused(let refusal) = reply.outcome else {
                    Issue.record("\(months) months were decided")
                    continue
                }
                #expect(refusal.code == code)
            }
            try story.does(
                "decide-listing", on: "2024-03-11", by: "dec", RefusalCase.listing(["period_months": 24]), connection)
            let periods = try connection.values("select m.period_months from lists.membership as m", as: Int16.self)
            #expect(Set(periods) == [24])
            try Invariants.expectHold(connection)
        }
    }

    @Test("A penalty recorded after the number has changed keeps the period of its own day, and needs no basis for it")
    func recordedLater() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try connection.execute(
                """
                insert into law.parameter (parameter_code, valid_from, value, unit, article, is_verified)
                values ('management-months', '2024-03-01', 24, 'month', '第十三条', true),
                    ('management-months', '2024-06-01', 36, 'month', '第十三条', true)
                """)
            let story = Story()
            try story.reach(.registered, connection)
            try story.punish(on: "2024-05-31", recordedOn: "2024-06-03", connection)
            #expect(try connection.value("select m.period_months from lists.membership as m", as: Int16.self) == 24)
            try Invariants.expectHold(connection)
        }
    }
}
