import PQ
import PQTesting

@testable import SafetyCredit

/// A migrated register for tests: rolled back by default, a clone where the test commits.
enum RegisterDatabase {
    static let shared = TestDatabase(name: "register", prepare: make)

    /// Migrates an empty database and appoints officers.
    @Sendable static func make(_ options: ConnectionOptions) async throws {
        let connection = try await Connection.connect(options)
        let migrator = Migrator(catalogue: try SQLCatalogue.load(directory: nil))
        do {
            try await migrator.up(connection)
            try await appointOfficers(on: connection)
        } catch {
            await connection.close()
            throw error
        }
        await connection.close()
    }

    /// Officers of the city bureau and of one county, so that no test has to appoint its own.
    private static func appointOfficers(on connection: isolated Connection) throws {
        let officers = [
            ("rec", "421300", "recorder"), ("han", "421300", "handler"), ("dec", "421300", "decider"),
            ("han2", "421300", "handler decider"), ("rec-zd", "421303", "recorder"),
            ("dec-zd", "421303", "decider handler"),
        ]
        let ledger = Ledger(
            acts: ActVocabulary.acts, identityKey: Story.identityKey, today: CivilDate(iso: "2023-08-09")!)
        for (code, agency, roles) in officers {
            let reply = try ledger.submit(
                ActLine([
                    "act": "appoint-officer", "on": "2023-08-09", "officer": "operator",
                    "key": .string("appoint-\(code)"),
                    "officer_code": .string(code), "officer_name": .string("经办\(code)"), "agency_code": .string(agency),
                    "roles": .string(roles),
                ]), on: connection)
            precondition(!reply.isRefused, "an officer for tests was refused")
        }
    }
}
