import PQ

@testable import SafetyCredit

/// Looks at every table of the register at once.
enum WholeRegister {
    /// A digest of the rows of each table, by its name: equal digests mean that nothing was added, changed or taken away.
    static func digests(_ connection: isolated Connection) throws -> [String: String] {
        let digests = try tables(connection).map { table in
            """
            select '\(table)', count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '')
            from \(table) as t
            """
        }
        let rows = try connection.rows(
            Statement(sql: digests.joined(separator: " union all ")), as: (String, String).self)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.0, $0.1) })
    }

    /// The tables of which a row, written as text, holds the text.
    static func tables(holding text: String, _ connection: isolated Connection) throws -> [String] {
        try tables(connection).filter { table in
            try connection.value(
                Statement(
                    sql: "select exists (select from \(table) as t where strpos(t::text, $1) > 0)", binds: [text]),
                as: Bool.self)
        }
    }

    static let schemas = [
        "law", "ops", "intake", "register", "records", "cases", "lists", "supervision", "publication", "reports",
    ]

    static func tables(_ connection: isolated Connection) throws -> [String] {
        try connection.values(
            """
            select format('%I.%I', n.nspname, c.relname)
            from pg_class as c
            join pg_namespace as n on n.oid = c.relnamespace
            where n.nspname = any (\(schemas)) and c.relkind in ('r', 'p') and c.oid <> 'law.calendar_day'::regclass
            order by 1
            """,
            as: String.self)
    }
}
