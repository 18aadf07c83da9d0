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

    /// 2 and 3 April are days one and two, 4 to 6 April the Qingming holiday, Sunday 7 April is worked.
    @Test(
        "What an annulment ends is withdrawn within its own term (Penalty Law Art. 48), not within that of a removal (RD-35)",
        arguments: [
            ("annul-penalty", RefusalCase.annulment, "2024-04-07"), ("record-repair", RefusalCase.repair, "2024-04-16"),
        ])
    func withdrawal(act: String, fields: [String: JSONValue], due: String) async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            try await room.publish(on: "2024-03-04")
            try await room.connection.execute(
                """
                insert into law.parameter (parameter_code, valid_from, value, unit, article, is_verified)
                values ('removal-publication-end-working-days', '2024-03-05', 10, 'working day', '第十四条', false)
                """)
            try await room.does(act, on: "2024-04-01", by: "rec", fields)
            let dueOn = try await room.connection.value(
                "select d.due_on::text from publication.difference('2024-04-01') as d where d.action = 'withdraw'",
                as: String.self)
            #expect(dueOn == due)
        }
    }

    private func due(_ connection: isolated Connection) throws -> [String] {
        try connection.rows(
            "select d.channel_code, d.due_on from publication.difference('2024-03-06') as d order by d.channel_code",
            as: (String, CivilDate?).self
        ).map { "\($0.0) \($0.1.map(\.description) ?? "none")" }
    }
}
