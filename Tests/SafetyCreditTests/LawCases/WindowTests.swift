import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// The first day of a window against the days themselves, counted forward one by one (RD-07).
@Suite struct WindowTests {
    @Test(arguments: [1, 6, 12, 13, 24, 36, 60])
    func `a window opens on the first day that still reaches`(_ months: Int) async throws {
        let firsts = try await RegisterDatabase.shared.withRollback { connection in
            try connection.rows(
                """
                select g.at::date, law.first_day_within(\(Int32(months)), g.at::date)
                from generate_series('2023-01-01'::timestamp, '2025-03-10', interval '1 day') as g (at)
                """, as: (CivilDate, CivilDate).self)
        }
        #expect(firsts.count == 800)
        for (day, first) in firsts {
            let (asOf, edge) = (Day(iso: day.description)!, Day(iso: first.description)!)
            #expect(edge.after(months: months) >= asOf && edge.previous.after(months: months) < asOf, "\(day)")
        }
    }
}
