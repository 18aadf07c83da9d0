import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("How a membership is found") struct MembershipPlanTests {
    @Test(
        "By an index of its id, with one membership a subject, where that of the exclusion constraint costs as much",
        arguments: ["m.subject_id = 77::bigint and m.membership_id = 77::bigint", "m.membership_id = 77::bigint"])
    func byKey(condition: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try connection.script(
                """
                set local session_replication_role = replica;
                insert into lists.membership (subject_id, membership_id, list_code, clause_code, decision_number, agency_code,
                    listed_on, period_months, founding_record_id, version_no, act_id, known_at)
                select i, i, 'penalised', 'C1', i::text, '421300', '2024-01-01', 36, i, 1, 1, '2024-01-01'
                from generate_series(1, 3000) as i;
                analyze lists.membership;
                """)
            let explain = Statement(sql: "explain select m.published_on from lists.membership as m where " + condition)
            let plan = try connection.values(explain, as: String.self).joined(separator: "\n")
            #expect(plan.contains("membership_pkey") || plan.contains("memberships_by_id"), "\(plan)")
        }
    }
}
