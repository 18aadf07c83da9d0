public import PQ

extension BureauSiteSettings {
    /// What the register holds on the day: the agency whose system this is, and the terms in force.
    ///
    /// - Throws: `PQError`; with SQLSTATE AX001 when no parameter is in force on the day.
    public static func inForce(on day: CivilDate, _ connection: isolated Connection) throws -> BureauSiteSettings {
        let (agency, objection, acceptance, decision) = try connection.row(
            """
            select a.name, law.parameter_value('objection-working-days', \(day)),
                law.parameter_value('removal-acceptance-working-days', \(day)),
                law.parameter_value('removal-decision-working-days', \(day))
            from ops.officer as o
            join ops.agency as a on a.agency_code = o.agency_code
            where o.officer_code = \(Officer.system)
            """,
            as: (String, Int32, Int32, Int32).self)
        return BureauSiteSettings(
            agencyName: agency, objectionDays: Int(objection), acceptanceDays: Int(acceptance),
            decisionDays: Int(decision))
    }
}
