import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// The memberships the import founds, against those the cases take for granted.
@Suite struct PenalisedFoundingTests {
    /// The first version of each penalty of grades.csv goes through the statement the import runs; it must found exactly the memberships that
    /// the notation says it founds (RD-05, RD-11, RD-12, RD-46).
    @Test func `the import founds the memberships the cases expect`() async throws {
        let writer = HistoryWriter(histories: try LawCaseFile("grades").rows.flatMap { try $0.histories() })
        let histories = writer.histories
        var expected: Set<[String]> = []
        var penalties: [HistoryWriter.Line] = []
        for (index, history) in histories.enumerated() where history.subject.list.last?.fact.kind != .person {
            for penalty in history.penalties {
                let fact = penalty.list[0].fact
                let id = writer.subjectID(of: index)
                let membership = history.memberships.first {
                    $0.list[0].fact.list == .penalised && $0.list[0].fact.penalty == penalty.label
                }
                let published = membership?.list[0].fact.publishedOn
                if membership != nil {
                    expected.insert(["\(id)", penalty.label, "\(fact.decidedOn)", published?.description ?? "-", "36"])
                }
                penalties.append(
                    HistoryWriter.Line(values: [
                        "\(id)", "\(id)", penalty.label, "\(fact.decidedOn)", published?.description,
                        fact.isOfEmergencyDepartment ? "随州市应急管理局" : "随州市市场监督管理局", "\(fact.isSafety)", "1",
                    ]))
            }
        }
        #expect(expected.count > 20)
        let lines = penalties
        let founded = try await RegisterDatabase.shared.withRollback { connection in
            try writer.writeSubjects(on: connection)
            try connection.script(
                """
                create temporary table staged_penalty (subject_id bigint, record_id bigint, decision_number text, decided_on date,
                    published_on date, agency_name text, is_safety boolean, act_id bigint) on commit drop
                """)
            try writer.copy(
                "staged_penalty",
                "subject_id record_id decision_number decided_on published_on agency_name is_safety act_id", lines,
                on: connection)
            let officer = try #require(try Officer.find("rec", on: connection))
            try PenalisedMembership.found(
                ImportContext(fileID: 1, on: CivilDate(iso: "2026-06-01")!, officer: officer), on: connection)
            return try connection.rows(
                """
                select m.subject_id::text, m.decision_number, m.listed_on::text, coalesce(m.published_on::text, '-'), m.period_months::text
                from lists.membership as m where m.list_code = 'penalised' and m.subject_id >= \(writer.firstID)
                """, as: (String, String, String, String, String).self)
        }
        #expect(Set(founded.map { [$0.0, $0.1, $0.2, $0.3, $0.4] }) == expected)
    }
}
