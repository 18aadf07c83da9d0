import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("Publication and its terms") struct TermInForceTests {
    private static let day = "2024-03-04"

    /// The change that the bureau's site needs on the day.
    private static func change(
        _ connection: isolated Connection
    ) throws -> (due: String, remedies: String, stamp: Int64) {
        let change = try connection.row(
            """
            select d.due_on::text, d.content ->> 'remedies', d.content_stamp
            from publication.difference(\(day)) as d
            where d.channel_code = 'bureau-site'
            """, as: (String, String, Int64).self)
        return (change.0, change.1, change.2)
    }

    @Test("A term that changes is the one that is shown and kept, with nothing else to change")
    func changed() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.punished, connection)
            let before = try Self.change(connection)
            #expect(before.due == "2024-03-12")
            #expect(before.remedies.contains("受理之日起10个工作日内答复"))
            try connection.script(
                """
                insert into law.parameter (parameter_code, valid_from, value, unit, article, is_verified) values
                ('penalty-publication-working-days', '2024-03-04', 5, 'working day', '试', false),
                ('objection-working-days', '2024-03-04', 8, 'working day', '试', false)
                """)
            let after = try Self.change(connection)
            #expect(after.due == "2024-03-08")
            #expect(after.remedies.contains("受理之日起8个工作日内答复"))
            #expect(after.stamp != before.stamp)
            let site = try BureauSiteSettings.inForce(on: CivilDate(iso: Self.day)!, connection)
            #expect(site.agencyName == Story.agency)
            #expect([site.objectionDays, site.acceptanceDays, site.decisionDays] == [8, 5, 20])
        }
    }
}
