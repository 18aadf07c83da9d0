/// Random histories whose dates crowd around the edges of the windows that the questions open.
struct HistoryGenerator {
    private var random: SeededGenerator
    private let edges: [Day]

    /// - Parameter questions: the days asked about; edges are the days so many months before them.
    init(seed: UInt64, questions: [GradeOracle.Question]) {
        random = SeededGenerator(seed: seed)
        let days = questions.flatMap { [$0.asOf, $0.lastEventOn, $0.knownAt].compactMap { $0 } }
        let monthsBack = [0, 0, 1, 12, 24, 36, 60]
        edges =
            days.flatMap { day in monthsBack.map { day.after(months: -$0) } }
            + [2020, 2024].compactMap { Day($0, 2, 29) } + (2019...2027).flatMap { [Day($0, 12, 31)!, Day($0, 1, 1)!] }
    }

    mutating func history(after before: UnitHistory?) -> UnitHistory {
        var history = UnitHistory()
        history.subject = subject(before)
        addPrincipalship(to: &history, before)
        addPenalties(to: &history)
        for number in 0..<random.pick([0, 0, 0, 1, 2]) { history.accidents.append(accident("A\(number)")) }
        for number in 0..<random.pick([0, 0, 1, 1, 2]) { history.certifications.append(certification("S\(number)")) }
        for number in 0..<random.pick([0, 0, 1, 3, 4]) { history.honours.append(honour("H\(number)")) }
        for number in 0..<random.pick([0, 0, 0, 0, 1, 2]) {
            history.memberships.append(serious("D\(number)", of: history, before))
        }
        return history
    }

    private mutating func day() -> Day { random.pick(edges).after(days: random.pick([-2, -1, -1, 0, 0, 0, 1, 1, 2])) }

    private mutating func day(from first: Day) -> Day {
        for _ in 0..<4 {
            let day = day()
            if day >= first { return day }
        }
        return first.after(days: Int.random(in: 0...3, using: &random))
    }

    /// A fact, and now and then a correction that became known later.
    private mutating func versions<Fact>(
        _ label: String, _ fact: Fact, correct: (inout HistoryGenerator, inout Fact) -> Void
    ) -> Versions<Fact> {
        var versions = Versions<Fact>(
            label: label, list: [.init(knownFrom: random.chance(40) ? day() : nil, fact: fact)])
        while random.chance(20), versions.list.count < 3 {
            var corrected = versions.list.last!.fact
            correct(&self, &corrected)
            let earliest = versions.list.last!.knownFrom ?? Day(2019, 1, 1)!
            versions.list.append(.init(knownFrom: day(from: earliest), fact: corrected))
        }
        return versions
    }

    private mutating func subject(_ before: UnitHistory?) -> Versions<SubjectFact> {
        let kind: UnitKind =
            before != nil && random.chance(12) ? .person : random.chance(10) ? .serviceBody : .business
        var fact = SubjectFact(kind: kind)
        if random.chance(20) { fact.registeredOn = day() }
        if random.chance(8) { fact.deregisteredOn = day(from: fact.registeredOn ?? Day(2019, 1, 1)!) }
        var subject = versions("", fact) { random, fact in
            fact.deregisteredOn =
                random.random.chance(50) ? nil : random.day(from: fact.registeredOn ?? Day(2019, 1, 1)!)
        }
        if random.chance(80) { subject.list[0].knownFrom = nil }
        return subject
    }

    /// Most persons were principal of the unit before for some time (RD-13).
    private mutating func addPrincipalship(to history: inout UnitHistory, _ before: UnitHistory?) {
        guard history.subject.list[0].fact.kind == .person, before?.subject.list[0].fact.kind != .person,
            random.chance(80)
        else { return }
        let from = day()
        history.principalships.append(PrincipalFact(from: from, until: random.chance(40) ? day(from: from.next) : nil))
    }

    private mutating func addPenalties(to history: inout UnitHistory) {
        for number in 0..<random.pick([0, 0, 1, 1, 2, 3]) {
            let label = "P\(number)"
            var fact = PenaltyFact(decidedOn: day(), isSafety: random.chance(75))
            fact.isOfEmergencyDepartment = random.chance(85)
            fact.isSimplified = random.chance(20)
            fact.isWarning = random.chance(15)
            if random.chance(20) { fact.servedOn = day(from: fact.decidedOn) }
            if random.chance(10) { fact.annulledOn = day(from: fact.decidedOn) }
            fact.isWithdrawn = random.chance(4)
            history.penalties.append(
                versions(label, fact) { random, fact in
                    if random.random.chance(60) { fact.annulledOn = random.day(from: fact.decidedOn) }
                    fact.isWithdrawn = random.random.chance(40)
                })
            if random.chance(15) {
                let repair = RepairFact(repairedOn: day(from: fact.decidedOn), penalty: label)
                history.repairs.append(versions("R\(number)", repair) { $1.isWithdrawn = true })
            }
            let founds = fact.isSafety && fact.isOfEmergencyDepartment && history.subject.list[0].fact.kind != .person
            if founds, random.chance(95) {
                history.memberships.append(membership("C\(number)", .penalised, "C1", label, on: fact.decidedOn))
            }
        }
    }

    private mutating func serious(_ label: String, of history: UnitHistory, _ before: UnitHistory?) -> Versions<
        MembershipFact
    > {
        let clause = random.pick(["DA1", "DA2", "DA3", "DA4", "DO1", "DO2", "DO3", "DO4"])
        let isPerson = history.subject.list[0].fact.kind == .person
        let penalties = isPerson ? before?.penalties ?? [] : history.penalties
        guard !penalties.isEmpty, random.chance(85) else { return membership(label, .serious, clause, nil, on: day()) }
        let penalty = random.pick(penalties)
        let founding = (isPerson ? "^" : "") + penalty.label
        let hasListed = history.memberships.contains {
            $0.list[0].fact.clause == clause && $0.list[0].fact.penalty == founding
        }
        let listed = day(from: penalty.list[0].fact.decidedOn)
        return membership(label, .serious, clause, hasListed ? nil : founding, on: listed)
    }

    private mutating func membership(
        _ label: String, _ list: MembershipFact.List, _ clause: String, _ penalty: String?, on listed: Day
    ) -> Versions<MembershipFact> {
        var fact = MembershipFact(list: list, clause: clause, listedOn: listed, penalty: penalty)
        if random.chance(75) { fact.publishedOn = day(from: listed) }
        if random.chance(25) { fact.months = random.pick([1, 6, 12, 24]) }
        let reasons: [MembershipFact.EndReason] =
            list == .serious ? [.earlyRemoval, .revoked] : [.earlyRemoval, .repaired]
        if random.chance(20) { fact.endedOn = day(from: listed) }
        fact.endReason = fact.endedOn == nil ? nil : random.pick(reasons)
        return versions(label, fact) { random, fact in
            if fact.publishedOn == nil { fact.publishedOn = random.day(from: fact.listedOn) }
            fact.endedOn = random.random.chance(60) ? random.day(from: fact.listedOn) : nil
            fact.endReason = fact.endedOn == nil ? nil : random.random.pick(reasons)
        }
    }

    private mutating func accident(_ label: String) -> Versions<AccidentFact> {
        var fact = AccidentFact(occurredOn: day(), deaths: random.pick([0, 0, 1, 2, 3, 10, 30]))
        fact.responsibility = random.pick(AccidentFact.Responsibility.allCases)
        if fact.responsibility != .open, random.chance(90) { fact.approvedOn = day(from: fact.occurredOn) }
        return versions(label, fact) { random, fact in
            fact.responsibility = random.random.chance(50) ? .cleared : .responsible
            fact.approvedOn = random.day(from: fact.occurredOn)
            fact.isWithdrawn = random.random.chance(30)
        }
    }

    private mutating func certification(_ label: String) -> Versions<CertificationFact> {
        let from = day()
        let to = random.chance(60) ? from.after(months: 36).previous : day(from: from)
        var fact = CertificationFact(level: random.pick(1...3), from: from, to: to)
        if random.chance(15) { fact.revokedOn = day(from: from) }
        return versions(label, fact) { random, fact in
            fact.revokedOn = random.random.chance(50) ? random.day(from: from) : nil
            fact.isWithdrawn = random.random.chance(40)
        }
    }

    private mutating func honour(_ label: String) -> Versions<HonourFact> {
        let awarded = day()
        var fact = HonourFact(
            kind: random.pick(HonourFact.Kind.allCases + [.advancedUnit]),
            level: random.pick(HonourFact.Level.allCases),
            awardedOn: awarded)
        if fact.kind == .advancedUnit { fact.year = awarded.year - random.pick([0, 1, 1, 2]) }
        return versions(label, fact) { random, fact in
            fact.isWithdrawn = random.random.chance(60)
            if fact.kind == .advancedUnit, random.random.chance(40) { fact.year = awarded.year - 1 }
        }
    }
}
