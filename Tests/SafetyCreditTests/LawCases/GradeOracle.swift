/// Grades a history by the plan and the readings, written from their text and not from the register's SQL.
///
/// **Source** plan IV, V(5); RD-02 … RD-09, RD-10, RD-12, RD-14, RD-15, RD-19, RD-21, RD-28, RD-29, RD-36.
struct GradeOracle {
    /// How the conditions of A are joined (RD-03).
    enum Joining: String, Sendable, CaseIterable {
        case a, b, c
    }

    struct Question: Hashable, Sendable, CustomStringConvertible {
        var asOf: Day
        /// Events after this day are left out (RD-06).
        var lastEventOn: Day?
        /// What the register knew on that day; nil: all it knows now.
        var knownAt: Day?

        var description: String {
            "as of \(asOf)" + (lastEventOn.map { ", events to \($0)" } ?? "") + (knownAt.map { ", known \($0)" } ?? "")
        }
    }

    struct Answer: Hashable, Sendable, CustomStringConvertible {
        var grade: String
        /// In alphabetical order.
        var clauses: [String]
        /// Labels of the facts behind them, in alphabetical order.
        var evidence: [String]

        var description: String { "\(grade) \(clauses) \(evidence)" }
    }

    let question: Question
    let joining: Joining
    private let horizon: Day

    init(_ question: Question, joining: Joining = .a) {
        self.question = question
        self.joining = joining
        horizon = min(question.lastEventOn ?? question.asOf, question.asOf)
    }

    /// nil for a person, for a unit not known yet, not registered yet or gone.
    func answer(_ history: UnitHistory) -> Answer? {
        guard let subject = history.subject.known(by: question.knownAt), subject.kind != .person else { return nil }
        if let registered = subject.registeredOn, registered > question.asOf { return nil }
        if let deregistered = subject.deregisteredOn, deregistered <= question.asOf { return nil }

        let serious = running(history, .serious)
        if !serious.isEmpty { return answer("D", serious.map { ($0.fact.clause, $0.fact.penalty ?? $0.label) }) }
        let penalised = running(history, .penalised).filter { counts($0.fact, history) }
        if !penalised.isEmpty { return answer("C", penalised.map { ($0.fact.clause, $0.fact.penalty ?? $0.label) }) }

        let honours = conditionsOfHonour(history)
        let isClean = isFreeOfBlame(history)
        let met = (isClean ? ["A1"] : []) + Set(honours.map(\.0))
        let isA =
            switch joining {
            case .a: isClean && !honours.isEmpty
            case .b: met.count == 4
            case .c: !met.isEmpty
            }
        if isA {
            var answer = answer("A", honours)
            answer.clauses = met.sorted()
            return answer
        }
        return residual(history)
    }

    // MARK: D and C: the lists

    private typealias Listed = (label: String, fact: MembershipFact)

    private func running(_ history: UnitHistory, _ list: MembershipFact.List) -> [Listed] {
        known(history.memberships).filter { $0.fact.list == list && isRunning($0.fact) }
    }

    /// Listed from the decision to the end of the corresponding day after publication (RD-02, RD-05), or to the day before a decision
    /// that ends it (RD-19); without publication there is no end (RD-16).
    private func isRunning(_ membership: MembershipFact) -> Bool {
        guard hasHappened(membership.listedOn) else { return false }
        if let ended = membership.endedOn, hasHappened(ended) { return false }
        guard let published = membership.publishedOn, hasHappened(published) else { return true }
        return question.asOf <= published.after(months: membership.months)
    }

    /// A penalised membership counts while its penalty does, and while no serious listing rests on the same penalty (RD-14, RD-15, RD-28).
    private func counts(_ membership: MembershipFact, _ history: UnitHistory) -> Bool {
        guard let label = membership.penalty else { return true }
        if let penalty = known(history.penalties).first(where: { $0.label == label })?.fact, !stands(penalty) {
            return false
        }
        guard !isRepaired(label, history) else { return false }
        return !known(history.memberships).contains { _, other in
            other.list == .serious && other.penalty == label && hasHappened(other.listedOn)
                && !(other.endReason == .revoked && other.endedOn.map(hasHappened) == true)
        }
    }

    // MARK: A

    /// No fatal accident the unit answers for, or may still answer for, within 2 years, no penalty of any field within 5 (RD-12, RD-21).
    private func isFreeOfBlame(_ history: UnitHistory) -> Bool {
        let accidents = known(history.accidents).filter { _, accident in
            !accident.isWithdrawn && accident.deaths > 0 && isWithin(24, accident.occurredOn) && !isCleared(accident)
        }
        let penalties = known(history.penalties).filter { stands($0.fact) && isWithin(60, $0.fact.decidedOn) }
        return accidents.isEmpty && penalties.isEmpty
    }

    private func isCleared(_ accident: AccidentFact) -> Bool {
        guard accident.responsibility == .cleared, let approved = accident.approvedOn else { return false }
        return hasHappened(approved)
    }

    private func conditionsOfHonour(_ history: UnitHistory) -> [(String, String)] {
        let certificates = certified(history) { $0 <= 2 }.map { ("A2", $0) }
        let honours = known(history.honours).filter { _, honour in
            !honour.isWithdrawn && honour.level != .county && hasHappened(honour.awardedOn)
        }
        let years = [question.asOf.year - 1, question.asOf.year - 2]
        let advanced = honours.filter { $0.fact.kind == .advancedUnit && years.contains($0.fact.year ?? 0) }
        let isAdvancedTwice = Set(advanced.map(\.fact.year)).count == 2
        let praised = honours.filter { $0.fact.kind != .advancedUnit && isWithin(24, $0.fact.awardedOn) }
        return certificates + (isAdvancedTwice ? advanced.map { ("A3", $0.label) } : [])
            + praised.map { ("A4", $0.label) }
    }

    // MARK: B

    private func residual(_ history: UnitHistory) -> Answer {
        let isUnpunished = !known(history.penalties).contains { label, penalty in
            penalty.isSafety && stands(penalty) && isWithin(12, penalty.decidedOn) && !isRepaired(label, history)
        }
        let certificates = certified(history) { $0 == 3 }
        var answer = answer("B", certificates.map { ("B2", $0) })
        if isUnpunished { answer.clauses.insert("B1", at: 0) }
        if answer.clauses.isEmpty { answer.clauses = ["B0"] }
        return answer
    }

    // MARK: What they share

    private func known<Fact>(_ facts: [Versions<Fact>]) -> [(label: String, fact: Fact)] {
        facts.compactMap { versions in versions.known(by: question.knownAt).map { (versions.label, $0) } }
    }

    private func hasHappened(_ day: Day) -> Bool { day <= horizon }

    /// Whether the event lies in the last so many months: counted forward, the corresponding day inside (RD-07).
    private func isWithin(_ months: Int, _ event: Day) -> Bool {
        hasHappened(event) && question.asOf <= event.after(months: months)
    }

    /// An annulled penalty counts until the day before; a withdrawn one never did (RD-15).
    private func stands(_ penalty: PenaltyFact) -> Bool {
        !penalty.isWithdrawn && penalty.annulledOn.map(hasHappened) != true
    }

    private func isRepaired(_ penalty: String, _ history: UnitHistory) -> Bool {
        known(history.repairs).contains {
            $0.fact.penalty == penalty && !$0.fact.isWithdrawn && hasHappened($0.fact.repairedOn)
        }
    }

    private func certified(_ history: UnitHistory, level: (Int) -> Bool) -> [String] {
        known(history.certifications).filter { _, certificate in
            level(certificate.level) && !certificate.isWithdrawn && hasHappened(certificate.from)
                && question.asOf <= certificate.to && certificate.revokedOn.map(hasHappened) != true
        }.map(\.label)
    }

    private func answer(_ grade: String, _ grounds: [(String, String)]) -> Answer {
        Answer(grade: grade, clauses: Set(grounds.map(\.0)).sorted(), evidence: Set(grounds.map(\.1)).sorted())
    }
}
