import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("The key of resident numbers belongs to the register", .serialized) struct KeyOfRegisterTests {
    @Test("An act under another key is turned away and leaves nothing, not even a refusal")
    func otherKey() async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            try Story().reach(.told, connection)
            let count = try connection.value("select count(*) from intake.act", as: Int64.self)
            let stranger = IdentityKey.random()
            let ledger = Ledger(acts: ActVocabulary.acts, identityKey: stranger, today: CivilDate(iso: "2030-12-31")!)
            let line = try ActLine([
                "act": "record-defence", "on": "2024-03-08", "officer": "han", "key": "d", "case": "give-notice",
                "is_waived": true,
            ])
            #expect(throws: CryptoError.otherKey(needed: Story.identityKey.id, found: stranger.id)) {
                _ = try ledger.submit(line, on: connection)
            }
            #expect(try connection.value("select count(*) from intake.act", as: Int64.self) == count)
        }
    }

    @Test("The first of two keys stays, and no role can put another in its place")
    func firstStays() async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            try Story.identityKey.requireOfRegister(on: connection)
            #expect(throws: CryptoError.self) { try IdentityKey.random().requireOfRegister(on: connection) }
            #expect(try IdentityKey.idOfRegister(on: connection) == Story.identityKey.id)
        }
        for change in ["update ops.identity_key set key_id = 'x'", "delete from ops.identity_key"] {
            let error = try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
                #expect(throws: PQError.self) { try connection.script(change) }
            }
            #expect(error?.sqlState == .insufficientPrivilege)
        }
    }
}
