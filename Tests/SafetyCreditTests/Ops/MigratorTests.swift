import Foundation
import PQ
import SafetyCredit
import Synchronization
import Testing

@Suite struct MigratorTests {
    @Test func `an empty database gets every file in order, each with its hash`() async throws {
        try await withDatabase { connection in
            let steps = try await up(connection, Fixture.base)
            #expect(
                steps == [
                    .migrated(path: "migrations/0001_create_firm.sql"), .migrated(path: "migrations/0002_add_city.sql"),
                    .reappliedFunctionsAndViews(count: 2), .reappliedSeeds(count: 1),
                ])
            let applied = try await connection.rows(
                "select number, name, sha256 from ops.applied_migration order by number",
                as: (Int32, String, String).self)
            #expect(applied.map(\.0) == [1, 2])
            #expect(applied.map(\.1) == ["create_firm", "add_city"])
            #expect(applied.map(\.2) == Fixture.catalogue().migrations.map(\.file.sha256))
            #expect(try await connection.value("select name from register.firm_name", as: String.self) == "安信")
        }
    }

    @Test func `a second run applies nothing`() async throws {
        try await withDatabase { connection in
            try await up(connection, Fixture.base)
            let before = try await objectTimes(connection)
            #expect(try await up(connection, Fixture.base).isEmpty)
            #expect(try await objectTimes(connection) == before)
        }
    }

    @Test func `a failing file leaves those before it and nothing of itself`() async throws {
        try await withDatabase { connection in
            let files = Fixture.base.adding(
                "migrations/0003_fail_late.sql", "create table register.third (); select 1 / 0;")
            let error = await #expect(throws: OpsError.self) { try await up(connection, files) }
            guard case .fileFailed(let path, let cause) = error else { throw try #require(error) }
            #expect(path == "sql/migrations/0003_fail_late.sql")
            #expect(cause.sqlState == .divisionByZero)
            #expect(error?.details.contains("division by zero") == true && "\(cause)".contains("by zero") == false)
            #expect(try await connection.value("select max(number) from ops.applied_migration", as: Int32.self) == 2)
            #expect(try await exists("register.third", connection) == false)
            #expect(try await up(connection, Fixture.base.adding("migrations/0003_do_well.sql", "select 1")).count == 3)
        }
    }

    @Test func `an edited migration is refused and nothing runs`() async throws {
        try await withDatabase { connection in
            try await up(connection, Fixture.base)
            let files = Fixture.base
                .adding("migrations/0001_create_firm.sql", "create schema register; -- edited")
                .adding("migrations/0003_create_third.sql", "create table register.third ()")
            let error = await #expect(throws: OpsError.self) { try await up(connection, files) }
            guard case .migrationEdited(number: 1, name: "create_firm") = error else { throw try #require(error) }
            #expect(try await exists("register.third", connection) == false)
        }
    }

    @Test func `a renamed migration counts as edited`() async throws {
        try await withDatabase { connection in
            try await up(connection, Fixture.base)
            let files = Fixture.base.removing("migrations/0002_add_city.sql")
                .adding("migrations/0002_add_town.sql", Fixture.base["migrations/0002_add_city.sql"]!)
            let error = await #expect(throws: OpsError.self) { try await up(connection, files) }
            guard case .migrationEdited(number: 2, name: "add_town") = error else { throw try #require(error) }
        }
    }

    @Test func `a schema newer than the program is refused`() async throws {
        try await withDatabase { connection in
            try await up(connection, Fixture.base)
            let error = await #expect(throws: OpsError.self) {
                try await up(connection, Fixture.base.removing("migrations/0002_add_city.sql"))
            }
            guard case .schemaNewer(applied: 2, newest: 1) = error else { throw try #require(error) }
        }
    }

    @Test func `a database that lacks a number below its last is refused`() async throws {
        try await withDatabase { connection in
            try await up(connection, Fixture.base)
            try await connection.script("delete from ops.applied_migration where number = 1")
            let error = await #expect(throws: OpsError.self) { try await up(connection, Fixture.base) }
            guard case .missingMigration(number: 1) = error else { throw try #require(error) }
        }
    }

    @Test(arguments: [
        "create table register.third (); \ncommit;", "begin;\nselect 1;", "START TRANSACTION;", "rollback;",
        // Not at the beginning of a line: found by the savepoint that is gone after it ran.
        "select 1; commit; begin; select 2",
    ])
    func `a file that ends its transaction is refused`(content: String) async throws {
        try await withDatabase { connection in
            let files = Fixture.base.adding("migrations/0003_end_transaction.sql", content)
            let error = await #expect(throws: OpsError.self) { try await up(connection, files) }
            guard case .fileEndsItsTransaction = error else { throw try #require(error) }
            #expect(try await connection.value("select max(number) from ops.applied_migration", as: Int32.self) == 2)
        }
    }

    @Test func `a role that a file takes on does not reach the next file`() async throws {
        try await withDatabase { connection in
            let files = Fixture.base
                .adding("migrations/0003_take_role.sql", "set role pg_monitor; set search_path = register")
                .adding("migrations/0004_keep_caller.sql", "create table caller as select current_user::text as name")
            try await up(connection, files)
            let name = try await connection.value("select name from public.caller", as: String.self)
            #expect(name != "pg_monitor")
        }
    }

    @Test func `objects belong to the owner once a migration has given it the database`() async throws {
        let giveAway = """
            do $$ begin
                create role anxin_owner nologin;
            exception when duplicate_object or unique_violation then null;
            end $$;
            alter schema ops owner to anxin_owner;
            alter schema register owner to anxin_owner;
            alter table register.firm owner to anxin_owner;
            """
        try await withDatabase { connection in
            let files = Fixture.base.adding("migrations/0003_give_away.sql", giveAway)
                .adding("migrations/0004_create_third.sql", "create table register.third ()")
            try await up(connection, files)
            let owners = try await connection.values(
                """
                select relowner::regrole::text from pg_class
                where oid in ('register.third'::regclass, 'register.firm_name'::regclass)
                """, as: String.self)
            #expect(owners == ["anxin_owner", "anxin_owner"])
        }
    }

    @Test func `when one function changes all functions and views run again`() async throws {
        try await withDatabase { connection in
            try await up(connection, Fixture.base)
            // The changed type needs a drop, which takes the view along: re-running everything puts it back.
            let function = """
                drop function if exists register.shout cascade;
                create function register.shout(name text) returns varchar language sql immutable
                return upper(name) || '!';
                """
            let steps = try await up(connection, Fixture.base.adding("functions/register/shout.sql", function))
            #expect(steps == [.reappliedFunctionsAndViews(count: 2)])
            #expect(try await connection.value("select name from register.firm_name", as: String.self) == "安信!")
        }
    }

    @Test func `a failing view leaves every function and view as it was`() async throws {
        try await withDatabase { connection in
            try await up(connection, Fixture.base)
            let files = Fixture.base
                .adding("functions/register/shout.sql", "drop function register.shout cascade")
            let error = await #expect(throws: OpsError.self) { try await up(connection, files) }
            guard case .fileFailed(path: "sql/views/register/firm_name.sql", _) = error else {
                throw try #require(error)
            }
            #expect(try await connection.value("select name from register.firm_name", as: String.self) == "安信")
        }
    }

    @Test func `a cascade that would take a table's constraint along is refused`() async throws {
        let function = """
            drop function if exists register.is_good cascade;
            create function register.is_good(name text) returns boolean language sql immutable return name <> '';
            """
        let table = "alter table register.firm add constraint name_is_good check (register.is_good(name))"
        try await withDatabase { connection in
            let first = Fixture.base.adding("functions/register/is_good.sql", function)
            try await up(connection, first)
            let second = first.adding("migrations/0003_check_name.sql", table)
            let error = await #expect(throws: OpsError.self) {
                try await up(connection, second.adding("functions/register/is_good.sql", function + "-- changed"))
            }
            guard case .tableObjectsDropped(let names) = error else { throw try #require(error) }
            #expect(names == ["constraint name_is_good of register.firm"])
            #expect(
                try await connection.value(
                    "select count(*) from pg_constraint where conname = 'name_is_good'", as: Int64.self) == 1)
        }
    }

    @Test func `what a file made goes with the file, and nothing else does`() async throws {
        try await withDatabase { connection in
            try await up(
                connection,
                Fixture.base
                    .adding(
                        "views/register/other.sql",
                        "create or replace view register.other as select register.one() as n"
                    )
                    .adding(
                        "functions/register/10_one.sql",
                        "create or replace function register.one() returns int language sql immutable return 1;"))
            let state = try await Migrator(catalogue: Fixture.catalogue()).state(connection)
            #expect(state.orphaned == ["functions/register/10_one.sql", "views/register/other.sql"])
            #expect(!state.isCurrent)
            try await up(connection, Fixture.base)
            #expect(try await Migrator(catalogue: Fixture.catalogue()).state(connection).isCurrent)
            #expect(try await !exists("register.other", connection))
            #expect(try await connection.value("select to_regproc('register.one') is null", as: Bool.self))
            #expect(try await exists("register.firm_name", connection))
        }
    }

    @Test func `seeds find the calendar in a temporary table and run again when it changes`() async throws {
        let seed = """
            insert into register.day_off (day, name) select day, name from pg_temp.working_day_exception where kind = 'off'
            on conflict (day) do update set name = excluded.name where day_off.name is distinct from excluded.name;
            """
        let csv =
            "date,kind,name,notice_year\n2026-01-01,off,New Year's Day,2026\n2026-01-04,work,New Year's Day,2026\n"
        try await withDatabase { connection in
            let files = Fixture.base
                .adding(
                    "migrations/0003_create_day_off.sql",
                    "create table register.day_off (day date primary key, name text)"
                )
                .adding("data/day_off.sql", seed)
                .adding("data/working-day-exceptions.csv", csv)
            try await up(connection, files)
            #expect(
                try await connection.value("select day from register.day_off", as: CivilDate.self)
                    == CivilDate(iso: "2026-01-01"))

            let longer = files.adding("data/working-day-exceptions.csv", csv + "2026-05-01,off,Labour Day,2026\n")
            #expect(try await up(connection, longer) == [.reappliedSeeds(count: 2)])
            #expect(
                try await connection.values("select name from register.day_off order by day", as: String.self)
                    == ["New Year's Day", "Labour Day"])
        }
    }

    @Test(arguments: ["2026-01-01,off,New Year's Day", "2026-01-01,off,\"New Year, first\",2026"])
    func `a calendar line without four plain fields is refused with its number`(line: String) async throws {
        try await withDatabase { connection in
            let csv = "date,kind,name,notice_year\n2026-01-02,off,New Year's Day,2026\n\(line)\n"
            let error = await #expect(throws: OpsError.self) {
                try await up(connection, Fixture.base.adding("data/working-day-exceptions.csv", csv))
            }
            guard case .malformedLine(path: "sql/data/working-day-exceptions.csv", line: 3) = error else {
                throw try #require(error)
            }
        }
    }

    @Test func `a calendar with an impossible day is refused with its file's name`() async throws {
        let csv = "date,kind,name,notice_year\n2026-02-30,off,Nothing,2026\n"
        try await withDatabase { connection in
            let error = await #expect(throws: OpsError.self) {
                try await up(connection, Fixture.base.adding("data/working-day-exceptions.csv", csv))
            }
            guard case .fileFailed(path: "sql/data/working-day-exceptions.csv", _) = error else {
                throw try #require(error)
            }
        }
    }
}
