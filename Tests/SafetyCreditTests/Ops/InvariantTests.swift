import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("An invariant", .serialized) struct InvariantTests {
    /// What breaks one sentence and, as the sentence says, no other that must hold then.
    static let breakings: [(name: String, stage: Story.Stage, sql: String)] = [
        (
            "membership-has-notice", .listed,
            "delete from cases.owed_step; delete from cases.step where step_code = 'notice_served'"
        ),
        (
            "memberships-do-not-overlap", .listed,
            """
            alter table lists.membership drop constraint memberships_of_one_decision_do_not_overlap;
            insert into lists.membership (subject_id, list_code, clause_code, decision_number, agency_code, listed_on, period_months,
                founding_record_id, case_id, version_no, act_id, known_at)
            select m.subject_id, m.list_code, 'DO4', m.decision_number, m.agency_code, m.listed_on + 1, 36, m.founding_record_id,
                m.case_id, 1, m.act_id, m.known_at from lists.membership as m
            """
        ),
        (
            "membership-ends-in-time", .published,
            """
            alter table lists.membership drop constraint membership_lasts_at_most_three_years;
            update lists.membership set period_months = 37
            """
        ),
        (
            "shorter-period-has-a-basis", .listed,
            "update lists.membership_version set period_months = 12, period_basis = ' ' where version_no = 1"
        ),
        ("handler-does-not-decide", .listed, "update cases.step set officer_code = 'han'"),
        ("recorder-does-not-decide", .listed, "update cases.step set officer_code = 'rec' where step_code = 'decided'"),
        (
            "closed-deadline-stands", .listed,
            "update cases.step set was_due_on = was_due_on + 1 where step_code = 'decided'"
        ),
        ("closed-deadline-stands", .accepted, "update cases.step set was_due_on = null where step_code = 'accepted'"),
        ("removal-has-its-decision", .removed, "update lists.membership set end_decision_number = null"),
        ("removal-has-its-decision", .removed, "update cases.step set outcome = 'denied' where outcome = 'granted'"),
        ("record-has-document-and-officer", .punished, "update records.penalty set decision_number = ' '"),
        ("open-step-has-due-date", .told, "delete from cases.owed_step"),
        ("open-step-has-due-date", .told, "update cases.owed_step set term_code = 'no-such-term'"),
        (
            "nothing-published-without-decision", .listed,
            """
            insert into publication.entry (subject_id, membership_id, channel_code, last_version, state)
            select m.subject_id, 4711, 'bureau-site', 1, 'unknown' from lists.membership as m limit 1
            """
        ),
        ("steps-follow-each-other", .heard, "update cases.step set done_on = '2024-01-01' where step_no = 2"),
        ("ledger-and-tables-agree", .punished, "delete from intake.act where act = 'record-penalty'"),
        ("ledger-and-tables-agree", .listed, "update intake.act set refusal_code = 'x' where act = 'decide-listing'"),
        ("ledger-and-tables-agree", .published, "update lists.membership set published_on = published_on + 1"),
        ("ledger-and-tables-agree", .listed, "delete from intake.act_key where key = 'decide-listing'"),
        (
            "ledger-and-tables-agree", .listed,
            "update lists.membership_version set known_at = known_at - interval '1 year'"
        ),
        (
            "officers-come-by-acts", .registered,
            "insert into ops.officer_role (officer_code, role_code) values ('han', 'recorder')"
        ),
        (
            "officers-come-by-acts", .registered,
            "update ops.officer set agency_code = '420000' where officer_code = 'han'"
        ),
        (
            "officers-come-by-acts", .registered,
            "insert into ops.officer_login (login, officer_code, act_id) select 'somebody', 'han', max(a.act_id) from intake.act as a"
        ),
        (
            "person-number-is-hidden", .listed,
            "update register.subject set name = '421321197506304511' where kind = 'person'"
        ),
    ]

    @Test("Tells what breaks it", arguments: breakings)
    func broken(_ breaking: (name: String, stage: Story.Stage, sql: String)) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(breaking.stage, connection)
            let invariant = try #require(Invariants.all.first { $0.name == breaking.name })
            #expect(try invariant.violations(on: connection) == [])
            try connection.script(breaking.sql)
            #expect(try !invariant.violations(on: connection).isEmpty)
        }
    }

    @Test(
        "Is broken by a case here, says in both languages what must hold, and can be read by the worker",
        arguments: Invariants.all.map(\.name))
    func complete(name: String) async throws {
        #expect(Self.breakings.contains { $0.name == name })
        let invariant = try #require(Invariants.all.first { $0.name == name })
        #expect(invariant.sentence(in: .chinese).contains(/\p{Han}/))
        #expect(invariant.sentence(in: .english).contains(/^[A-Z][^\p{Han}]+\.$/))
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            let violations = try invariant.violations(on: connection)
            #expect(violations.isEmpty)
        }
    }
}
