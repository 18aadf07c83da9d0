import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// **Source** RD-48.
@Suite("Whoever works as a role", .serialized) struct GrantTests {
    static let roles = ["anxin_worker", "anxin_officer", "anxin_analyst", "anxin_publisher", "anxin_revealer"]

    static let appendOnly = [
        "intake.act", "intake.act_key", "intake.seal", "intake.document", "intake.vouched_code", "intake.file",
        "intake.reject",
        "records.record_claim", "records.penalty", "records.accident", "records.certification", "records.honour",
        "records.ban", "records.repair_result", "register.subject_version", "register.identifier_claim",
        "register.subject_identifier", "register.person", "register.reveal", "register.responsibility",
        "lists.membership_version", "lists.grade", "lists.grade_run", "lists.form", "lists.form_line",
        "cases.procedure_case", "cases.step", "cases.owed_step", "cases.document_number", "cases.issued_document",
        "register.responsibility_end", "register.succession", "publication.delivery", "publication.receipt",
        "publication.read_back", "publication.replay", "ops.job_run", "ops.officer_role", "ops.officer_role_end",
        "ops.officer_login",
        "law.policy", "law.calendar_notice",
    ]

    @Test("Cannot change, delete or empty what is append-only", arguments: roles)
    func appendOnly(role: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let columns = try connection.values(
                """
                select a.attname::text
                from unnest(\(Self.appendOnly)) with ordinality as t (name, place)
                join pg_attribute as a on a.attrelid = to_regclass(t.name) and a.attnum = 1
                order by t.place
                """, as: String.self)
            try #require(columns.count == Self.appendOnly.count)
            try connection.script("set local role \(role)")
            for (table, column) in zip(Self.appendOnly, columns) {
                try expectDenied("update \(table) set \(column) = \(column)", connection)
                try expectDenied("delete from \(table)", connection)
                try expectDenied("truncate \(table)", connection)
                try expectDenied("alter table \(table) rename to taken", connection)
                try expectDenied("drop table \(table)", connection)
            }
        }
    }

    @Test(
        "Cannot read a table outside what the role is for",
        arguments: [
            ("anxin_analyst", [String]()), ("anxin_publisher", ["publication"]),
            ("anxin_officer", ["law", "ops"]),
        ])
    func reading(role: String, schemas: [String]) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let tables = try WholeRegister.tables(connection)
            try connection.script("set local role \(role)")
            // Every program compares its files with what was applied: that alone is open to all.
            let open = ["ops.applied_migration", "ops.applied_object"]
            let isClosed = { table in
                !schemas.contains(String(table.prefix { $0 != "." })) && !schemas.contains(table)
                    && !open.contains(table)
            }
            for table in tables where isClosed(table) {
                try expectDenied("select 1 from \(table)", connection)
                try expectDenied("insert into \(table) default values", connection)
                try expectDenied("copy \(table) to stdout", connection)
            }
        }
    }

    @Test("The actors every register starts with never handle or decide", arguments: ["system", "operator"])
    func seededActors(officer: String) async throws {
        try await RegisterDatabase.shared.withRollback(role: "anxin_worker") { connection in
            for role in ["handler", "decider"] {
                try expectFault(
                    .checkViolation,
                    "insert into ops.officer_role (officer_code, role_code) values ('\(officer)', '\(role)')",
                    connection)
            }
        }
    }

    @Test(
        "Sees which files were applied, as every command must before it works",
        arguments: ["anxin_worker", "anxin_officer", "anxin_publisher", "anxin_revealer"])
    func appliedFiles(role: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try connection.script("set local role \(role)")
            let state = try Migrator(catalogue: .embedded).state(connection)
            #expect(state.isCurrent)
        }
    }

    @Test(
        "Reads an encrypted number by no other way than the one that logs it, which is the revealer's alone",
        arguments: roles)
    func persons(role: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.listed, connection)
            let id = try connection.value("select p.subject_id from register.person as p", as: Int64.self)
            try connection.script("set local role \(role)")
            try expectDenied("select p.number_cipher from register.person as p", connection)
            try expectDenied("select p from register.person as p", connection)
            try expectDenied("copy register.person to stdout", connection)
            try expectDenied(
                "insert into register.person (subject_id, masked_number, number_cipher, key_id) values (1, '421321********4511', '', '') returning number_cipher",
                connection)
            try expectDenied("insert into register.reveal (subject_id) values (\(id))", connection)
            let read = "select number_cipher from register.reveal_number(\(id), 'dec', '核对身份')"
            if role == "anxin_revealer" {
                try connection.script(read)
                try connection.script("reset role")
                let logged = try connection.row(
                    "select r.subject_id, r.officer_code, r.reason, r.login = session_user from register.reveal as r",
                    as: (Int64, String, String, Bool).self)
                #expect(logged == (id, "dec", "核对身份", true))
            } else {
                try expectDenied(read, connection)
            }
        }
    }

    @Test(
        "Reads no number without an officer, a reason and a person",
        arguments: [
            ("select register.reveal_number(%, 'nobody', '核对')", SQLState("AX002")),
            ("select register.reveal_number(0, 'dec', '核对')", SQLState("AX003")),
            ("select register.reveal_number(%, 'dec', ' ')", .checkViolation),
            ("select register.reveal_number(%, 'dec', null)", .notNullViolation),
            ("select register.reveal_number(%, null, '核对')", SQLState("AX002")),
        ])
    func reveal(sql: String, state: SQLState) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.listed, connection)
            let id = try connection.value("select p.subject_id from register.person as p", as: Int64.self)
            try connection.script("set local role anxin_revealer")
            try expectFault(state, sql.replacing("%", with: String(id)), connection)
        }
    }

    @Test(
        "Cannot call a function outside what the role is for",
        arguments: ["anxin_analyst", "anxin_publisher", "anxin_revealer"])
    func functions(role: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let callable = try connection.values(
                """
                select format('%I.%I', n.nspname, p.proname)
                from pg_proc as p
                join pg_namespace as n on n.oid = p.pronamespace
                where n.nspname = any (\(WholeRegister.schemas)) and has_function_privilege(\(role), p.oid, 'execute')
                """, as: String.self)
            if role == "anxin_analyst" {
                #expect(callable.count >= 4)
                #expect(callable.allSatisfy { $0.hasPrefix("reports.") })
            } else if role == "anxin_revealer" {
                #expect(callable == ["register.reveal_number"])
            } else {
                #expect(callable == [])
            }
        }
    }

    @Test("Cannot create anything in a schema of the register, nor in public", arguments: roles)
    func creating(role: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try connection.script("set local role \(role)")
            for schema in WholeRegister.schemas + ["public"] {
                try expectDenied("create table \(schema).trap (x integer)", connection)
                try expectDenied("create function \(schema).trap() returns integer language sql return 1", connection)
            }
            try expectDenied("create schema trap", connection)
            for other in Self.roles + ["anxin_owner", "postgres"] where other != role {
                let isMember = try connection.value(
                    "select pg_has_role(\(role), \(other), 'member')", as: Bool.self)
                #expect(!isMember, "\(role) is a member of \(other)")
            }
        }
    }

    @Test("The worker sets no date of a membership but those that acts set")
    func membershipColumns() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.published, connection)
            try connection.script("set local role anxin_worker")
            for column in [
                "listed_on", "period_months", "period_basis", "decision_number", "agency_code", "clause_code",
                "list_code",
                "subject_id", "founding_record_id", "unit_id", "during",
            ] {
                try expectDenied("update lists.membership set \(column) = default", connection)
            }
            try expectDenied("delete from lists.membership", connection)
            // The days of the membership would run backwards.
            try expectFault(
                "23514", "update lists.membership set ended_on = listed_on - 1, end_reason = 'revoked'", connection)
            for sql in [
                "update lists.membership set ended_on = listed_on + 1",
                "update lists.membership set expired_on = listed_on + 1 where published_on is not null",
                "update lists.membership set published_on = listed_on - 1",
                "update lists.membership set ended_on = listed_on + 1, end_reason = 'favour'",
            ] {
                try expectFault(.checkViolation, sql, connection)
            }
        }
    }

    @Test("Cannot say when, or in which transaction, an act became known: the database does")
    func ledgerTime() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try connection.script("set local role anxin_worker")
            let columns = "subject_id, act, key, acted_on, officer_code, payload, result"
            let values = "0, 'record-ban', 'forged', '2024-01-02', 'dec', '{}', '{}'"
            try expectDenied(
                "insert into intake.act (\(columns), known_at) values (\(values), '2020-01-01')", connection)
            try expectDenied("insert into intake.act (\(columns), xid) values (\(values), '1')", connection)
            let told = try connection.value(
                Statement(
                    sql: """
                        insert into intake.act (\(columns)) values (\(values))
                        returning known_at = now() and xid = pg_current_xact_id()
                        """), as: Bool.self)
            #expect(told)
        }
    }

    @Test(
        "Cannot hold up others by an advisory lock unless it works, nor fill the disk with large objects",
        arguments: roles)
    func serverWide(role: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try connection.script("set local role \(role)")
            let locks = [
                "select pg_advisory_lock(\(Migrator.lockKey))", "select pg_try_advisory_lock(\(Migrator.lockKey))",
                "select pg_advisory_xact_lock_shared(1, 2)",
            ]
            if role != "anxin_worker" { for lock in locks { try expectDenied(lock, connection) } }
            for sql in ["select lo_create(0)", "select lo_creat(-1)", "select lo_from_bytea(0, 'x')"] {
                try expectDenied(sql, connection)
            }
        }
    }

    @Test("Cannot bend a report by objects of its own", arguments: ["anxin_analyst", "anxin_officer", "anxin_worker"])
    func searchPath(role: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.published, connection)
            let report = "select string_agg(r::text, '|' order by r::text) from reports.subject_on('2024-06-01') as r"
            let honest = try connection.value(Statement(sql: report), as: String.self)
            // The attacker may have temporary objects, as in a database whose grants were lost.
            try connection.script(
                """
                do $$ begin execute format('grant temporary on database %I to \(role)', current_database()); end $$;
                set local role \(role);
                create temporary table pg_class (relname text);
                create temporary table subject (subject_id bigint, name text);
                create temporary table calendar_day (day date);
                create function pg_temp.count(bigint) returns bigint language sql return 4711;
                create function pg_temp.lower(text) returns text language sql return 'trap';
                create function pg_temp.upper(anyrange) returns anyelement language sql as 'select pg_catalog.lower($1)';
                create function pg_temp.eq(date, date) returns boolean language sql return true;
                create operator pg_temp.<= (leftarg = date, rightarg = date, function = pg_temp.eq);
                set local search_path = pg_temp, pg_catalog, lists, records, register, law, ops;
                """)
            #expect(try connection.value(Statement(sql: report), as: String.self) == honest)
        }
    }

    private func expectDenied(_ sql: String, _ connection: isolated Connection) throws {
        try expectFault(.insufficientPrivilege, sql, connection)
    }

    /// The statement alone fails with the state; what came before in the transaction stands.
    private func expectFault(_ state: SQLState, _ sql: String, _ connection: isolated Connection) throws {
        do {
            try connection.transaction { connection in try connection.script(sql) }
            Issue.record("done: \(sql)")
        } catch let error as PQError {
            #expect(error.sqlState == state, "\(sql): \(error.details)")
        }
    }
}
