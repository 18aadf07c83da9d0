import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("The term of a publication") struct PublicationTermTests {
    /// Work Safety Law Art. 78: 7 working days. 1 March 2024 is a Friday.
    @Test(
        "A penalty is due seven working days after its decision on each channel, the second one too once the first has shown it"
    )
    func penalty() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.punished, connection)
            #expect(
                try due(connection) == [
                    "bureau-site 2024-03-12", "enterprise-publicity 2024-03-12", "sharing-platform 2024-03-12",
                ])

            let membership = try connection.value("select m.membership_id from lists.membership as m", as: Int64.self)
            try story.does(
                "confirm-publication", on: "2024-03-06", by: "operator",
                ["membership_id": .integer(membership), "channel": "bureau-site"], connection)
            #expect(
                try due(connection) == [
                    "bureau-site 2024-03-12", "enterprise-publicity 2024-03-12", "sharing-platform 2024-03-12",
                ])
        }
    }

    @Test("A penalty that was published before it was recorded here runs under no term")
    func publishedElsewhere() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            try story.punish(
                of: Story.unit, number: "随应急罚〔2023〕9号", on: "2023-09-01", published: "2023-09-05",
                recordedOn: "2024-03-01", connection)
            #expect(try due(connection) == ["bureau-site none", "enterprise-publicity none", "sharing-platform none"])
        }
    }

    private func due(_ connection: isolated Connection) throws -> [String] {
        try connection.rows(
            "select d.channel_code, d.due_on from publication.difference('2024-03-06') as d order by d.channel_code",
            as: (String, CivilDate?).self
        ).map { "\($0.0) \($0.1.map(\.description) ?? "none")" }
    }
}
