internal import PQ

extension PublicationEntry {
    /// The entry in a JSON object; nil when a member is missing, of another kind, or the bytes are no JSON.
    init?(json bytes: UnsafeRawBufferPointer) {
        do throws(JSONFault) {
            self = try Self(JSONMembers(bytes))
        } catch { return nil }
    }

    init?(json bytes: [UInt8]) {
        guard let entry = bytes.withUnsafeBytes({ PublicationEntry(json: $0) }) else { return nil }
        self = entry
    }

    private init(_ members: JSONMembers) throws(JSONFault) {
        self.init(
            entryID: try members.integer("entry_id"), listCode: try members.text("list_code"),
            listName: try members.text("list_name"), subjectKind: try members.text("subject_kind"),
            name: try members.text("name"), creditCode: try members.optionalText("credit_code"),
            maskedNumber: try members.optionalText("masked_number"),
            registeredAddress: try members.optionalText("registered_address"),
            reportingUnit: try members.text("reporting_unit"),
            reportingUnitName: try members.text("reporting_unit_name"),
            groundClause: try members.text("ground_clause"), groundText: try members.text("ground_text"),
            basis: try members.optionalText("basis"), decisionNumber: try members.text("decision_number"),
            decidedOn: try members.date("decided_on"), decidingAgency: try members.text("deciding_agency"),
            publishedOn: try members.optionalDate("published_on"),
            managementMonths: Int(try members.integer("management_months")),
            lastDay: try members.optionalDate("last_day"), removalFrom: try members.date("removal_from"),
            measures: try members.texts("measures"), remedies: try members.text("remedies"),
            isObjectionPending: try members.flag("is_objection_pending"))
    }

    /// The entry as JSON with sorted keys, without absent values: the bytes every hash of an entry is taken of.
    public var canonicalJSON: [UInt8] {
        JSONWriter.object { writer in
            writer.member("basis", basis)
            writer.member("credit_code", creditCode)
            writer.member("decided_on", decidedOn)
            writer.member("deciding_agency", decidingAgency)
            writer.member("decision_number", decisionNumber)
            writer.member("entry_id", entryID)
            writer.member("ground_clause", groundClause)
            writer.member("ground_text", groundText)
            writer.member("is_objection_pending", isObjectionPending)
            writer.member("last_day", lastDay)
            writer.member("list_code", listCode)
            writer.member("list_name", listName)
            writer.member("management_months", Int64(managementMonths))
            writer.member("masked_number", maskedNumber)
            writer.member("measures", measures)
            writer.member("name", name)
            writer.member("published_on", publishedOn)
            writer.member("registered_address", registeredAddress)
            writer.member("remedies", remedies)
            writer.member("removal_from", removalFrom)
            writer.member("reporting_unit", reportingUnit)
            writer.member("reporting_unit_name", reportingUnitName)
            writer.member("subject_kind", subjectKind)
        }
    }
}
