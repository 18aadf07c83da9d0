import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("What passes to the successor when a unit merges (RD-29)") struct MembershipTransferTests {
    private static let days = ["2024-02-29", "2024-03-01", "2027-03-04", "2027-03-05"]

    /// A penalised unit, listed from 1 March 2024 to 4 March 2027.
    private func transfers(by option: String?) async throws -> [Int] {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.registered, connection)
            try story.punish(published: "2024-03-04", recordedOn: "2024-03-05", connection)
            if let option { try choose(option, for: "RD-29", on: connection) }
            return try Self.days.map { day in
                try connection.values(
                    """
                    select t.membership_id
                    from register.subject_identifier as i
                    cross join lateral lists.membership_to_transfer(i.subject_id, \(day)) as t
                    where i.value = \(Story.unit)
                    """, as: Int64.self
                ).count
            }
        }
    }

    @Test("Nothing passes by default") func byDefault() async throws {
        #expect(try await transfers(by: nil) == [0, 0, 0, 0])
    }

    @Test("By option b what is in force that day passes, and nothing else") func byTransfer() async throws {
        #expect(try await transfers(by: "b") == [0, 1, 1, 0])
    }
}
