import Foundation
import PQ
import SafetyCredit
import Testing

@Suite struct MigratorConcurrencyTests {
    @Test func `of many runs at once one applies and the others find nothing to do`() async throws {
        try await withEmptyDatabase { options in
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 1...4 {
                    group.addTask {
                        let connection = try await Connection.connect(options)
                        let count = try await up(connection, Fixture.base).count
                        await connection.close()
                        return count
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts.sorted() == [0, 0, 0, 4])
        }
    }

    @Test func `a run that cannot get the lock in time says that another is under way`() async throws {
        try await withEmptyDatabase { options in
            let holder = try await Connection.connect(options)
            try await holder.script("select pg_advisory_lock(x'616e78696e'::bigint)")
            let connection = try await Connection.connect(options)
            let migrator = Migrator(catalogue: Fixture.catalogue(), lockTimeoutMilliseconds: 100)
            let error = await #expect(throws: OpsError.self) { try await migrator.up(connection) }
            guard case .migrationInProgress = error else { throw try #require(error) }
            #expect(error?.exitStatus == .tryLater)

            // The lock goes with its session.
            await holder.close()
            try await up(connection, Fixture.base)
            await connection.close()
        }
    }
}
