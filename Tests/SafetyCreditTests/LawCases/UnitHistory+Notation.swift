extension UnitHistory {
    /// Reads facts between semicolons; without a word on the subject it is a business known from the beginning.
    ///
    /// A safety penalty of an emergency department on a unit founds its penalised membership, as the plan says (RD-05, RD-13, RD-46), unless
    /// it says `unlisted`.
    init(notation: String) throws {
        self.init()
        let texts = notation.split(separator: ";")
        guard !texts.isEmpty else { throw FactNotation.Fault.empty }
        for text in texts { try add(FactNotation(text)) }
        if subject.list.isEmpty { subject.list = [.init(knownFrom: nil, fact: SubjectFact())] }
    }

    private mutating func add(_ fact: FactNotation) throws {
        var fact = fact
        let known = try fact.day("known")
        if let kind = UnitKind(rawValue: fact.kind) {
            let new = SubjectFact(
                kind: kind, registeredOn: try fact.day("registered"), deregisteredOn: try fact.day("deregistered"))
            subject.list.append(.init(knownFrom: known, fact: new))
        } else {
            try addRecord(&fact, known)
        }
        try fact.end()
    }

    private mutating func addRecord(_ fact: inout FactNotation, _ known: Day?) throws {
        switch fact.kind {
        case "penalty":
            let label = Self.add(try Self.penalty(&fact), to: &penalties, fact.label, "P", known)
            try addFoundedMembership(&fact, label, known)
        case "accident":
            let new = AccidentFact(
                occurredOn: try fact.required(fact.date, "date"), deaths: try fact.number("deaths") ?? 0,
                responsibility: try fact.word(of: AccidentFact.Responsibility.self, "responsibility"),
                approvedOn: try fact.day("approved"), isWithdrawn: fact.flag("withdrawn"))
            Self.add(new, to: &accidents, fact.label, "A", known)
        case "certification":
            let new = CertificationFact(
                level: try fact.required(fact.number("level"), "level"),
                from: try fact.required(fact.day("from"), "from"),
                to: try fact.required(fact.day("to"), "to"), revokedOn: try fact.day("revoked"),
                isWithdrawn: fact.flag("withdrawn"))
            Self.add(new, to: &certifications, fact.label, "S", known)
        case "honour":
            let new = HonourFact(
                kind: try fact.word(of: HonourFact.Kind.self, "kind"),
                level: try fact.word(of: HonourFact.Level.self, "level"),
                awardedOn: try fact.required(fact.date, "date"), year: try fact.number("year"),
                isWithdrawn: fact.flag("withdrawn"))
            Self.add(new, to: &honours, fact.label, "H", known)
        case "repair":
            let new = RepairFact(
                repairedOn: try fact.required(fact.date, "date"), penalty: try fact.required(fact.value("of"), "of"),
                isWithdrawn: fact.flag("withdrawn"))
            Self.add(new, to: &repairs, fact.label, "R", known)
        case "principal":
            principalships.append(
                PrincipalFact(from: try fact.required(fact.day("from"), "from"), until: try fact.day("until")))
        case "serious":
            let clause = try fact.required(fact.value("clause"), "clause")
            let penalty = fact.value("of")
            let new = try Self.membership(&fact, .serious, clause, penalty, on: fact.required(fact.date, "date"))
            Self.add(new, to: &memberships, fact.label, "D", known)
        case "penalised":
            let penalty = fact.value("of")
            let new = try Self.membership(&fact, .penalised, "C1", penalty, on: fact.required(fact.date, "date"))
            Self.add(new, to: &memberships, fact.label, "C", known)
        default:
            throw FactNotation.Fault.unreadable(fact.kind, fact: fact.text)
        }
    }

    private static func penalty(_ fact: inout FactNotation) throws -> PenaltyFact {
        let isSafety = fact.flag("safety")
        guard isSafety || fact.flag("other-field") else {
            throw FactNotation.Fault.missing("safety or other-field", fact: fact.text)
        }
        return PenaltyFact(
            decidedOn: try fact.required(fact.date, "date"), isSafety: isSafety,
            isOfEmergencyDepartment: !fact.flag("other-department"), isSimplified: fact.flag("simplified"),
            isWarning: fact.flag("warning"),
            servedOn: try fact.day("served"), annulledOn: try fact.day("annulled"), isWithdrawn: fact.flag("withdrawn"))
    }

    private mutating func addFoundedMembership(_ fact: inout FactNotation, _ label: String, _ known: Day?) throws {
        let isUnlisted = fact.flag("unlisted") || subject.list.last?.fact.kind == .person
        guard let penalty = penalties.first(where: { $0.label == label })?.list.last?.fact, !isUnlisted,
            penalty.isSafety,
            penalty.isOfEmergencyDepartment
        else { return }
        let new = try Self.membership(&fact, .penalised, "C1", label, on: penalty.decidedOn)
        Self.add(new, to: &memberships, "C-\(label)", "C", known)
    }

    private static func membership(
        _ fact: inout FactNotation, _ list: MembershipFact.List, _ clause: String, _ penalty: String?, on listed: Day
    ) throws -> MembershipFact {
        let ended = try fact.day("ended")
        return MembershipFact(
            list: list, clause: clause, listedOn: listed, publishedOn: try fact.day("published"),
            months: try fact.number("months") ?? 36, endedOn: ended,
            endReason: ended == nil ? nil : try fact.word(of: MembershipFact.EndReason.self, "reason"), penalty: penalty
        )
    }

    @discardableResult
    private static func add<Fact>(
        _ fact: Fact, to facts: inout [Versions<Fact>], _ label: String?, _ prefix: String, _ known: Day?
    ) -> String {
        let version = Versions<Fact>.Version(knownFrom: known, fact: fact)
        if let label, let index = facts.firstIndex(where: { $0.label == label }) {
            facts[index].list.append(version)
            return label
        }
        let new = label ?? "\(prefix)\(facts.count + 1)"
        facts.append(Versions(label: new, list: [version]))
        return new
    }
}
