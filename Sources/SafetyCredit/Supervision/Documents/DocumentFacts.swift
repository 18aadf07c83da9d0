import PQ

/// What a document is filled with: members named as in the templates, dates in ISO form, numbers of persons masked.
struct DocumentFacts: Sendable {
    private(set) var members: [String: JSONValue] = [:]

    /// Nothing stands under the name when there is no text.
    mutating func put(_ name: String, _ text: String?) {
        members[name] = text.flatMap { $0.isEmpty ? nil : .string($0.maskingResidentNumbers()) }
    }

    /// A text that a template ends with a full stop of its own.
    mutating func put(_ name: String, clause text: String?) {
        put(name, text.map { String($0.reversed().drop { "。；;.，, \n".contains($0) }.reversed()) })
    }

    mutating func put(_ name: String, _ day: CivilDate?) { put(name, day?.description) }
    mutating func put(_ name: String, _ flag: Bool) { members[name] = .bool(flag) }
    mutating func put(_ name: String, _ number: Int32?) { members[name] = number.map { .integer(Int64($0)) } }
    mutating func put(_ name: String, _ list: [DocumentFacts]) {
        members[name] = .array(list.map { .object($0.members) })
    }

    private init() {}

    /// Members by name, for the elements of a list.
    init(_ texts: [String: String?]) {
        for (name, text) in texts { put(name, text) }
    }

    /// - Throws: `Refusal.unknownRecord` where the penalty is gone; `Refusal.dayNotInCalendar`; `PQError`.
    init(
        of kind: DocumentKind, about matter: DocumentMatter, on day: CivilDate, _ connection: isolated Connection
    ) throws {
        self.init()
        try putParty(matter.subjectID, connection)
        try putAgency(matter.agencyCode, connection)
        try putTerms(on: day, connection)
        let decided = matter.step("decided")
        put("decided_on", decided?.on)
        put("applied_on", matter.step("filed")?.on)
        put("accepted_on", matter.step("accepted")?.on)
        put("statement", clause: matter.step("filed")?.text("statement"))
        put("reason", clause: (matter.step("refused") ?? decided)?.text("reason"))
        switch kind {
        case .priorNotice, .listingDecision:
            try putPenalty(matter, connection)
            try putGround(matter.clauseCode, connection)
            try putMeasures(on: day, connection)
            putNotice(matter)
            if kind == .listingDecision { try putListed(matter, connection) }
        case .repairNotice:
            try putMembership(try membership(repairedIn: matter, connection), connection)
            put("repair_rule", RepairRule.inForce(on: day))
        case .removalDecision, .removalDenial, .removalCertificate:
            try putMembership(matter.membershipID, connection)
            put("penalty_performed", clause: decided?.text("penalty_performed"))
            put("harm_removed", clause: decided?.text("harm_removed"))
            put("removal_number", decided?.documentNumber)
            if kind == .removalDecision, let decided {
                let term = "removal-publication-end-working-days"
                put("withdraw_by_on", try DueDate.after(decided.on, term: term, on: connection).on)
            }
        case .acceptanceRefusal, .objectionAnswer:
            put("is_objection", matter.procedureCode == "objection")
            put("opinion", clause: decided?.text("opinion"))
            for outcome in ["keep", "change", "delete"] { put("is_\(outcome)", decided?.outcome == outcome) }
            if matter.procedureCode == "objection" {
                try putPenalty(matter, connection)
            } else {
                try putMembership(matter.membershipID, connection)
            }
        }
    }

    /// What the party was told before and what it answered.
    private mutating func putNotice(_ matter: DocumentMatter) {
        let notice = matter.step("notice_served")
        put("notice_on", notice?.on)
        put("notice_number", notice?.documentNumber)
        put("is_defence_waived", matter.step("defence_waived") != nil)
        put("defence_answer", clause: matter.step("defence_heard")?.text("answer"))
    }

    /// The unit's membership of a listing, or the first person's where the unit is not listed.
    private func membership(repairedIn matter: DocumentMatter, _ connection: isolated Connection) throws -> Int64? {
        guard let caseID = matter.owner.caseID else { return matter.membershipID }
        return try connection.values(
            """
            select m.membership_id
            from lists.membership as m
            where (m.subject_id = \(matter.subjectID) or m.unit_id = \(matter.subjectID)) and m.case_id = \(caseID)
            order by m.unit_id is not null, m.membership_id
            limit 1
            """,
            as: Int64.self
        ).first
    }
}

/// The rule by which Credit China repairs published penalties.
private enum RepairRule {
    static func inForce(on day: CivilDate) -> String {
        day >= order36
            ? "《信用修复管理办法》（国家发展改革委令第36号）" : "《失信行为纠正后的信用信息修复管理办法（试行）》（国家发展改革委令第58号）"
    }

    private static let order36 = CivilDate(year: 2026, month: 4, day: 1)!
}
