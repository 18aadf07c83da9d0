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
