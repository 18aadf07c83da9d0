internal import PQ

extension ListLine {
    init(_ members: JSONMembers) throws(JSONFault) {
        self.init(
            entryID: try members.integer("entry_id"), version: try members.integer("version"),
            sha256: try members.text("sha256"), page: try members.text("page"),
            listCode: try members.text("list_code"), listName: try members.text("list_name"),
            subjectKind: try members.text("subject_kind"), name: try members.text("name"),
            creditCode: try members.optionalText("credit_code"),
            maskedNumber: try members.optionalText("masked_number"),
            reportingUnit: try members.text("reporting_unit"),
            reportingUnitName: try members.text("reporting_unit_name"),
            groundClause: try members.text("ground_clause"), decisionNumber: try members.text("decision_number"),
            decidedOn: try members.date("decided_on"), decidingAgency: try members.text("deciding_agency"),
            publishedOn: try members.optionalDate("published_on"), lastDay: try members.optionalDate("last_day"),
            isObjectionPending: try members.flag("is_objection_pending"))
    }

    func write(to writer: inout JSONWriter) {
        writer.member("credit_code", creditCode)
        writer.member("decided_on", decidedOn)
        writer.member("deciding_agency", decidingAgency)
        writer.member("decision_number", decisionNumber)
        writer.member("entry_id", entryID)
        writer.member("ground_clause", groundClause)
        writer.member("is_objection_pending", isObjectionPending)
        writer.member("last_day", lastDay)
        writer.member("list_code", listCode)
        writer.member("list_name", listName)
        writer.member("masked_number", maskedNumber)
        writer.member("name", name)
        writer.member("page", page)
        writer.member("published_on", publishedOn)
        writer.member("reporting_unit", reportingUnit)
        writer.member("reporting_unit_name", reportingUnitName)
        writer.member("sha256", sha256)
        writer.member("subject_kind", subjectKind)
        writer.member("version", version)
    }
}
