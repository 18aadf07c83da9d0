import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("The schema") struct SchemaRuleTests {
    /// A rule, and a query that names everything that breaks it.
    struct Rule: Sendable, CustomTestStringConvertible {
        let sentence: String
        let offenders: String
        var testDescription: String { sentence }
    }

    private static let ours =
        "n.nspname = any (array['law', 'ops', 'intake', 'register', 'records', 'cases', 'lists', 'supervision', 'publication', 'reports'])"

    static let rules = [
        Rule(
            sentence: "gives nothing to the public but the list of applied files",
            offenders: """
                select n.nspname || ' ' || coalesce(o.name, 'schema')
                from pg_namespace as n
                cross join lateral (
                    select null::text as name, coalesce(n.nspacl, acldefault('n', n.nspowner)) as acl
                    union all
                    select p.proname, coalesce(p.proacl, acldefault('f', p.proowner)) from pg_proc as p where p.pronamespace = n.oid
                    union all
                    select c.relname, coalesce(c.relacl, acldefault('r', c.relowner))
                    from pg_class as c where c.relnamespace = n.oid and c.relkind in ('r', 'v', 'm', 'p')
                    union all
                    select a.attname, a.attacl
                    from pg_attribute as a join pg_class as c on c.oid = a.attrelid where c.relnamespace = n.oid and a.attacl is not null
                ) as o
                cross join lateral aclexplode(o.acl) as grants
                where \(ours) and grants.grantee = 0
                    and not (n.nspname = 'ops' and coalesce(o.name, '') in ('', 'applied_migration', 'applied_object'))
                """),
        Rule(
            sentence: "lets nobody create in public",
            offenders: """
                select n.nspname::text from pg_namespace as n cross join lateral aclexplode(n.nspacl) as g
                where n.nspname = 'public' and g.grantee = 0 and g.privilege_type = 'CREATE'
                """),
        Rule(
            sentence: "has no definer function without a search_path that ends with pg_temp",
            offenders: """
                select p.oid::regprocedure::text from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace
                where \(ours) and p.prosecdef
                    and not exists (select from unnest(p.proconfig) as c (setting) where c.setting ~ '^search_path=.*pg_temp$')
                """),
        Rule(
            sentence:
                "has a definer function in reports only, one that tells what they may show, one that gathers statistics, one that logs the reading of a number, and one that skips ids forwards",
            offenders: """
                select p.oid::regprocedure::text from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace
                where \(ours) and p.prosecdef and n.nspname <> 'reports'
                    and p.oid <> all (array['ops.agencies_in_reach()', 'intake.refresh_statistics()',
                        'register.reveal_number(bigint, text, text)', 'publication.skip_ids(bigint)']::regprocedure[])
                """),
        Rule(
            sentence: "comments every function",
            offenders: """
                select p.oid::regprocedure::text from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace
                where \(ours) and obj_description(p.oid, 'pg_proc') is null
                """),
        Rule(
            sentence: "comments every table and view",
            offenders: """
                select c.oid::regclass::text from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
                where \(ours) and c.relkind in ('r', 'v', 'm', 'p', 'S') and obj_description(c.oid, 'pg_class') is null
                """),
        Rule(
            sentence: "comments every column, those of reports in Chinese",
            offenders: """
                select c.oid::regclass::text || '.' || a.attname
                from pg_class as c
                join pg_namespace as n on n.oid = c.relnamespace
                join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where \(ours) and c.relkind in ('r', 'v', 'm', 'p')
                    and (coalesce(col_description(c.oid, a.attnum), '') !~ '\\S'
                        or (n.nspname = 'reports' and col_description(c.oid, a.attnum) !~ '[一-鿿]'))
                """),
        Rule(
            sentence: "names its constraints as sentences",
            offenders: """
                select k.conrelid::regclass::text || ' ' || k.conname
                from pg_constraint as k join pg_namespace as n on n.oid = k.connamespace
                where \(ours) and k.contype not in ('p', 'f')
                    and (k.conname !~ '_' or k.conname ~ '_(check|excl|key|unique)[0-9]*$')
                """),
        Rule(
            sentence: "points with foreign keys to the same stage, to the left, or to law and ops",
            offenders: """
                with stage (name, place) as (
                    select s.name, s.place
                    from unnest(array['law', 'ops', 'intake', 'register', 'records', 'cases', 'lists', 'supervision', 'publication', 'reports'])
                        with ordinality as s (name, place)
                )
                select k.conrelid::regclass::text || ' -> ' || k.confrelid::regclass::text
                from pg_constraint as k
                join pg_class as f on f.oid = k.conrelid join pg_namespace as n on n.oid = f.relnamespace
                join pg_class as t on t.oid = k.confrelid join pg_namespace as tn on tn.oid = t.relnamespace
                left join stage as a on a.name = n.nspname left join stage as b on b.name = tn.nspname
                where \(ours) and k.contype = 'f' and (b.place is null or b.place > a.place)
                """),
        Rule(
            sentence: "puts subject_id first in every key of a subject-keyed table",
            offenders: """
                select c.oid::regclass::text || ' ' || k.conname
                from pg_class as c
                join pg_namespace as n on n.oid = c.relnamespace
                join pg_attribute as a on a.attrelid = c.oid and a.attname = 'subject_id'
                join pg_constraint as k on k.conrelid = c.oid and k.contype in ('p', 'u', 'x')
                where \(ours) and c.relkind = 'r' and a.attnum = 1 and k.conkey[1] <> a.attnum
                """),
        Rule(
            sentence: "has a primary key on every table",
            offenders: """
                select c.oid::regclass::text from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
                where \(ours) and c.relkind in ('r', 'p')
                    and not exists (select from pg_constraint as k where k.conrelid = c.oid and k.contype = 'p')
                """),
        Rule(
            sentence: "belongs to the owner role throughout",
            offenders: """
                select n.nspname || '.' || o.name
                from pg_namespace as n
                cross join lateral (
                    select c.relname as name, c.relowner as owner from pg_class as c where c.relnamespace = n.oid
                    union all select p.proname, p.proowner from pg_proc as p where p.pronamespace = n.oid
                    union all select n.nspname, n.nspowner
                ) as o
                where \(ours) and o.owner <> 'anxin_owner'::regrole
                """),
        Rule(
            sentence: "has no trigger in the business path",
            offenders: """
                select t.tgrelid::regclass::text || ' ' || t.tgname from pg_trigger as t join pg_class as c on c.oid = t.tgrelid
                join pg_namespace as n on n.oid = c.relnamespace where \(ours) and not t.tgisinternal
                """),
        Rule(
            sentence: "has views that ask for the reader's own rights",
            offenders: """
                select c.oid::regclass::text from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
                where \(ours) and c.relkind = 'v'
                    and not coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false)
                """),
    ]

    @Test("Keeps its rules", arguments: rules)
    func rule(_ rule: Rule) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let offenders = try connection.values(
                Statement(sql: "select offender::text from (\(rule.offenders)) as o (offender) order by 1"),
                as: String.self)
            #expect(offenders == [], "\(rule.sentence)")
        }
    }

    @Test("The rules look at something: all stages have tables, functions or views")
    func stages() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let stages = try connection.values(
                "select distinct n.nspname::text from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where n.nspname = any (\(WholeRegister.schemas))",
                as: String.self)
            #expect(Set(stages) == Set(WholeRegister.schemas))
        }
    }
}
