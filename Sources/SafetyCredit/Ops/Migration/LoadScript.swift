/// `sql/load.psql`: what the migrator does, as a script for plain psql with the same order and the same records.
///
/// A database made by it is one that `anxin db verify` accepts, and the other way round.
public enum LoadScript {
    /// The text of the script for a catalogue; run it in the folder that holds `sql/`.
    public static func text(for catalogue: SQLCatalogue) -> String {
        ([head] + catalogue.migrations.map(migration) + [repeatables(catalogue), seeds(catalogue)]).joined(
            separator: "\n")
    }

    private static let head = """
        -- Written by deploy/dump-schema; do not edit. Makes a register in an empty database as `anxin db up` does:
        --     psql -X -d DATABASE -f sql/load.psql
        -- in the folder that holds sql/. Needs sha256sum. To upgrade one is for `anxin db up`, which knows what was edited or dropped.
        \\set ON_ERROR_STOP on
        \\set QUIET on
        set client_min_messages = warning;
        set search_path = public;
        select pg_advisory_lock(\(Migrator.lockKey)) \\gset
        begin;
        \\i sql/bootstrap.sql
        commit;

        """

    private static func migration(_ migration: Migration) -> String {
        """
        select not exists (select from ops.applied_migration where number = \(migration.number)) as todo \\gset
        \\if :todo
        begin;
        \(run(migration.file, asOwner: true))
        insert into ops.applied_migration (number, name, sha256) values (\(migration.number), '\(migration.name)', :'sha256');
        commit;
        \\endif

        """
    }

    private static func repeatables(_ catalogue: SQLCatalogue) -> String {
        """
        begin;
        \(catalogue.repeatables.map { run($0, asOwner: true) + "\n" + record($0) }.joined(separator: "\n"))
        commit;

        """
    }

    private static func seeds(_ catalogue: SQLCatalogue) -> String {
        let workingDays = catalogue.workingDays.map { file in
            """
            \(WorkingDayStaging.tableDefinition);
            \\copy pg_temp.working_day_exception from 'sql/\(file.path)' with (format csv, header)
            \(hash(file))
            \(record(file))

            """
        }
        return """
            begin;
            \(workingDays ?? "")\(catalogue.seeds.map { run($0, asOwner: false) + "\n" + record($0) }.joined(separator: "\n"))
            commit;

            """
    }

    private static func run(_ file: SQLFile, asOwner: Bool) -> String {
        """
        \\echo \(file.path)
        \(asOwner ? Migrator.becomeOwner + " \\gset" : "")
        \\i sql/\(file.path)
        reset role;
        set search_path = public;
        \(hash(file))
        """
    }

    private static func hash(_ file: SQLFile) -> String { "\\set sha256 `sha256sum sql/\(file.path) | cut -c 1-64`" }

    private static func record(_ file: SQLFile) -> String {
        """
        insert into ops.applied_object (path, sha256) values ('\(file.path)', :'sha256')
            on conflict (path) do update set sha256 = excluded.sha256, applied_at = clock_timestamp();
        """
    }
}
