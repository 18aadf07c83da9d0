public import PQ

/// Lists a unit, its persons or both as seriously dishonest, after notice and defence.
///
/// The membership starts on the day of the decision; its end is counted from the first publication.
/// **Source** Order 11 Arts. 4, 6, 7, 10, 11; plan V(5); RD-16, RD-17, RD-33, RD-36, RD-45.
public struct DecideListing: Act {
    public static let name = "decide-listing"
    public static let role = Procedure.listing.rule(for: .decided).role
    public static let fields = [
        CaseReference.field,
        ActField(
            "decision", .choice(Procedure.listing.rule(for: .decided).outcomes.map(\.rawValue)), required: false,
            "列入或者不列入，缺省为列入"),
        ActField("decision_number", .text, required: false, "列入决定书文号；不给则取下一号"),
        ActField("reason", .text, required: false, "不列入的理由；不列入时必填"),
        ActField("lists_unit", .boolean, required: false, "是否列入单位；缺省按条款"),
        ActField("period_months", .integer, required: false, "管理期限（月），缺省36"),
        ActField("period_basis", .text, required: false, "短于36个月的依据"),
        ActField("persons", .list(NamedPerson.fields), required: false, "一并列入的人员"),
    ]

    let reference: CaseReference
    let decision: Case.Outcome
    let decisionNumber: String?
    let reason: String?
    let listsUnit: Bool?
    let periodMonths: Int64?
    let periodBasis: String?
    let personFields: [ActFields]

    public init(reading fields: ActFields) throws {
        reference = try CaseReference(reading: fields)
        decision = try fields.outcome("decision", of: Procedure.listing.rule(for: .decided), default: .list)
        reason = try fields.optionalText("reason")
        guard decision == .list || reason != nil else { throw Refusal(.missingField, ["field": "reason"]) }
        decisionNumber = try fields.optionalText("decision_number")
        listsUnit = fields.members["lists_unit"] == nil ? nil : try fields.boolean("lists_unit", default: true)
        periodMonths = try fields.optionalInteger("period_months")
        periodBasis = try fields.optionalText("period_basis")
        personFields = try fields.list("persons")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let listing = try Case.find(reference, [.listing], on: connection)
        try Case.refuseOtherAgency(than: listing.agencyCode, context.officer)
        guard listing.taken.last?.step != .noticeServed else { throw Refusal(.noticeMissing) }
        let recorders = try Record.recorders(of: listing.recordID, of: listing.subjectID, on: connection)
        if decision == .notList { return try close(listing, recordedBy: recorders, in: context, on: connection) }
        guard let penalty = try Penalty.find(recordID: listing.recordID, of: listing.subjectID, on: connection) else {
            preconditionFailure("listing case \(listing.id) rests on no penalty")
        }
        guard penalty.stands(on: context.on) else {
            throw Refusal(.penaltyMissing, ["record": penalty.decisionNumber])
        }
        guard context.on >= TransferListing.orderInForceOn else { throw Refusal(.listedBeforeTheOrder) }
        try listing.require(.decided, recordedBy: recorders, in: context)

        let persons = try personFields.map { try NamedPerson(reading: $0, on: context.on) }
        let clauseCode = listing.clauseCode ?? ""
        // Facts may have changed since the notice.
        try penalty.requireGround(of: clauseCode, at: listing.subjectID, on: context.on, connection)
        let unitIsListed = try whetherUnitIsListed(under: clauseCode, with: persons, on: connection)
        if unitIsListed { try Subject.refuseDeregistered(listing.subjectID, on: context.on, connection) }
        let months = try period(on: context.on, connection)

        var listed: [(subjectID: Int64, unitID: Int64?)] = unitIsListed ? [(listing.subjectID, nil)] : []
        for person in persons {
            listed.append((try person.register(in: context, on: connection), listing.subjectID))
        }
        try NamedPerson.keepRoles(
            of: persons, as: listed.suffix(persons.count).map(\.subjectID), at: listing.subjectID, from: context.on,
            in: context, on: connection)
        let number = try DocumentNumber.settle(
            decisionNumber, for: .listingDecision, of: listing.subjectID, in: context, on: connection)
        let membershipIDs = try insert(
            listed, by: number, under: clauseCode, for: months, of: listing, in: context, on: connection)

        let publication = try DueDate.after(context.on, term: "listing-publication-working-days", on: connection)
        let entry = try DueDate.after(context.on, term: "listing-entry-working-days", on: connection)
        let owed = try listing.take(
            .decided, outcome: .list, recordedBy: recorders, detail: ["decision_number": .string(number)],
            in: context, on: connection)
        return ActOutcome(
            subjectID: listing.subjectID,
            answer: owed.answer.merging([
                "case_id": .integer(listing.id),
                "decision_number": .string(number),
                "membership_ids": .array(membershipIDs.map { .integer($0) }),
                "enter_by": .string(entry.on.description),
                "publish_by": .string(publication.on.description),
            ]) { $1 })
    }

    private func close(
        _ listing: Case, recordedBy recorders: [String], in context: ActContext, on connection: isolated Connection
    ) throws -> ActOutcome {
        _ = try listing.take(
            .decided, outcome: .notList, recordedBy: recorders, detail: ["reason": reason.map { .string($0) } ?? .null],
            in: context, on: connection)
        return ActOutcome(subjectID: listing.subjectID, answer: ["case_id": .integer(listing.id)])
    }

    /// Whom the clause allows to be listed: clause DA5 names the principal alone, some clauses the principal only beside the unit.
    private func whetherUnitIsListed(
        under clauseCode: String, with persons: [NamedPerson], on connection: isolated Connection
    ) throws -> Bool {
        let target = try connection.value(
            "select c.target from law.clause as c where c.clause_code = \(clauseCode)", as: String?.self)
        let clauseListsUnit = target != "principal"
        let unitIsListed = listsUnit ?? clauseListsUnit
        guard clauseListsUnit || !unitIsListed else { throw Refusal(.unitNotListedUnderClause, ["clause": clauseCode]) }
        if target == "principal" || target == "unit and principal",
            let other = persons.first(where: { $0.role != .principal })
        {
            throw Refusal(.personsNotListedUnderClause, ["clause": clauseCode, "role": other.role.rawValue])
        }
        guard unitIsListed || !persons.isEmpty else { throw Refusal(.nobodyListed) }
        return unitIsListed
    }

    private func period(on day: CivilDate, _ connection: isolated Connection) throws -> Int64 {
        let longest = Int64(
            try connection.value("select law.parameter_value('management-months', \(day))", as: Int32.self))
        let months = periodMonths ?? longest
        guard (1...longest).contains(months) else { throw Refusal(.periodTooLong, ["months": String(months)]) }
        guard months == longest || periodBasis != nil else { throw Refusal(.shorterPeriodNeedsBasis) }
        return months
    }

    private func insert(
        _ listed: [(subjectID: Int64, unitID: Int64?)], by number: String, under clauseCode: String, for months: Int64,
        of listing: Case,
        in context: ActContext, on connection: isolated Connection
    ) throws -> [Int64] {
        do {
            let ids = try connection.values(
                """
                insert into lists.membership (subject_id, list_code, clause_code, decision_number, agency_code, listed_on,
                    period_months, period_basis, unit_id, founding_record_id, case_id, version_no, act_id, known_at)
                select l.subject_id, 'serious', \(clauseCode), \(number), \(listing.agencyCode), \(context.on),
                    \(months)::smallint, \(periodBasis), l.unit_id, \(listing.recordID), \(listing.id), 1, \(context.actID), now()
                from unnest(\(listed.map(\.subjectID)), \(listed.map(\.unitID))) as l (subject_id, unit_id)
                returning membership_id
                """,
                as: Int64.self
            )
            try Membership.keepVersions(of: "\(context.actID)", on: connection)
            return ids
        } catch let error as PQError {
            switch error.constraint {
            case "memberships_of_one_decision_do_not_overlap": throw Refusal(.alreadyListed)
            case "penalty_lists_once_under_a_clause": throw Refusal(.penaltyHasListed, ["clause": clauseCode])
            default: throw error
            }
        }
    }
}
