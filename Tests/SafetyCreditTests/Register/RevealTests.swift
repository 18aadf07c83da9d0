import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("The full number of a person", .serialized) struct RevealTests {
    @Test("Is shown to the revealer, masked wherever the answer is printed, and the reading is logged")
    func revealed() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.listed, connection)
            let id = try person(connection)
            try connection.script("set local role anxin_revealer")
            let person = try RevealedPerson.reveal(
                id, by: "dec", because: "核对身份 \(Story.principalNumber)", with: Story.identityKey, on: connection)
            #expect(person.number == Story.principalNumber)
            #expect(!"\(person) \(String(reflecting: person))".contains("19750630"))
            try connection.script("reset role")
            let logged = try connection.row(
                "select r.subject_id, r.officer_code, r.reason from register.reveal as r",
                as: (Int64, String, String).self)
            #expect(logged.0 == id)
            #expect(logged.1 == "dec")
            #expect(logged.2 == "核对身份 421321********4511")
        }
    }

    @Test(
        "Is refused to whoever lacks the role, by the database itself",
        arguments: ["anxin_worker", "anxin_officer", "anxin_analyst", "anxin_publisher"])
    func refused(role: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.listed, connection)
            let id = try person(connection)
            try connection.script("set local role \(role)")
            do {
                _ = try RevealedPerson.reveal(id, by: "dec", because: "核对", with: Story.identityKey, on: connection)
                Issue.record("revealed to \(role)")
            } catch let error as PQError {
                #expect(error.sqlState == .insufficientPrivilege)
                #expect(!error.description.contains("19750630"))
            }
            try connection.script("reset role")
            #expect(try connection.value("select count(*) from register.reveal", as: Int64.self) == 0)
        }
    }

    @Test("Is not shown without a reason, to an officer nobody knows, of nobody, or with another key")
    func wrong() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.listed, connection)
            let id = try person(connection)
            try connection.script("set local role anxin_revealer")
            let other = IdentityKey.random()
            let expected: [(Int64, String, String, IdentityKey, RevealError)] = [
                (id, "dec", " ", Story.identityKey, .reasonMissing),
                (id, "nobody", "核对", Story.identityKey, .unknownOfficer("nobody")),
                (4711, "dec", "核对", Story.identityKey, .unknownPerson(4711)),
                (id, "dec", "核对", other, .otherKey(needed: Story.identityKey.id)),
            ]
            for (id, officer, reason, key, error) in expected {
                #expect(throws: error) {
                    _ = try RevealedPerson.reveal(id, by: officer, because: reason, with: key, on: connection)
                }
            }
        }
    }

    @Test("Is read with an officer's login in that officer's name alone")
    func otherLogin() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.listed, connection)
            let login = try connection.value("select session_user::text", as: String.self)
            try story.does(
                "assign-login", on: "2024-03-12", by: "operator",
                ["officer_code": "han", "login": .string(login)], connection)
            let id = try person(connection)
            try connection.script("set local role anxin_revealer")
            #expect(throws: RevealError.otherOfficer("dec")) {
                _ = try RevealedPerson.reveal(
                    id, by: "dec", because: "核对", with: Story.identityKey, on: connection)
            }
            let own = try RevealedPerson.reveal(
                id, by: "han", because: "核对", with: Story.identityKey, on: connection)
            #expect(own.number == Story.principalNumber)
        }
    }

    @Test("Finds its person by the keyed digest, masked, in any spelling; no other number does")
    func found() async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            try Story().reach(.listed, connection)
            let day = CivilDate(iso: "2025-01-01")!
            for spelling in [Story.principalNumber, " \(Story.principalNumber) ", "４２１３２１１９７５０６３０４５１１"] {
                let found = try FoundPerson.find(
                    number: spelling, on: day, with: Story.identityKey, connection: connection)
                #expect(found?.masked == "421321********4511")
                #expect(found?.roles.count == 1)
            }
            let other = try FoundPerson.find(
                number: "421381199202290021", on: day, with: Story.identityKey, connection: connection)
            #expect(other == nil)
            #expect(try FoundPerson.named(Story.principalName, on: connection).count == 1)
        }
    }

    private func person(_ connection: isolated Connection) throws -> Int64 {
        try connection.value("select p.subject_id from register.person as p", as: Int64.self)
    }
}
