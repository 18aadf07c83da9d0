import PQ

/// The constraints, indexes, defaults, policies and triggers of all tables, by name.
///
/// Taken before and after functions and views are re-run: a `drop function … cascade` also drops, without a word, the check
/// constraint or index that used the function.
enum TableObjects {
    static func read(_ connection: isolated Connection) throws -> Set<String> {
        let names = try connection.values(
            """
            with r as (
                select c.oid, format('%I.%I', n.nspname, c.relname) as name
                from pg_class as c
                join pg_namespace as n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            )
            select format('constraint %I of %s', o.conname, r.name) from pg_constraint as o join r on r.oid = o.conrelid
            union all
            select format('index %s', o.indexrelid::regclass) from pg_index as o join r on r.oid = o.indrelid
            union all
            select format('default of %s column %s', r.name, o.adnum) from pg_attrdef as o join r on r.oid = o.adrelid
            union all
            select format('policy %I of %s', o.polname, r.name) from pg_policy as o join r on r.oid = o.polrelid
            union all
            select format('trigger %I of %s', o.tgname, r.name) from pg_trigger as o join r on r.oid = o.tgrelid
            where not o.tgisinternal
            """, as: String.self)
        return Set(names)
    }
}
