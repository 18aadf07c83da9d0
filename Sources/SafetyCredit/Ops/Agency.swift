public import PQ

/// An authority of the tree in `ops.agency`.
public enum Agency {
    /// Whether an agency has the code or the name.
    public static func exists(_ codeOrName: String, on connection: isolated Connection) throws -> Bool {
        try connection.value(
            """
            select exists (
                select from ops.agency as a where a.agency_code = \(codeOrName) or a.name = \(codeOrName)
            )
            """,
            as: Bool.self)
    }

    /// The name of the agency; nil when there is none of the code.
    static func name(of code: String, on connection: isolated Connection) throws -> String? {
        try connection.values(
            "select a.name from ops.agency as a where a.agency_code = \(code)", as: String.self
        ).first
    }

    /// The agency and those above it, from below; empty when there is none of the code.
    static func lineage(of code: String, on connection: isolated Connection) throws -> [String] {
        try connection.values(
            """
            with recursive above as (
                select a.agency_code, a.parent_code, 0 as height from ops.agency as a where a.agency_code = \(code)
                union all
                select a.agency_code, a.parent_code, b.height + 1
                from above as b
                join ops.agency as a on a.agency_code = b.parent_code
            )
            select b.agency_code from above as b order by b.height
            """,
            as: String.self)
    }

    /// The agency to which another reports; nil at the top of the tree.
    ///
    /// A section of a bureau is no level of its own: it reports where its bureau does (RD-37).
    static func nextHigher(than code: String, on connection: isolated Connection) throws -> String? {
        try connection.values(
            """
            select case a.level when 'section' then bureau.parent_code else a.parent_code end
            from ops.agency as a
            left join ops.agency as bureau on bureau.agency_code = a.parent_code
            where a.agency_code = \(code)
            """,
            as: String?.self
        ).first ?? nil
    }
}
