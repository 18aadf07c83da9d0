/// Grades a history by the plan and the readings, written from their text and not from the register's SQL.
///
/// **Source** plan IV, V(5); RD-02 … RD-09, RD-10 … RD-15, RD-19, RD-21, RD-28, RD-29, RD-30, RD-36, with the alternatives of `Answers`.
struct GradeOracle {
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
    let answers: Answers
    private let horizon: Day

    init(_ question: Question, _ answers: Answers = Answers()) {
        self.question = question
        self.answers = answers
        horizon = min(question.lastEventOn ?? question.asOf, question.asOf)
    }

    /// The grade of a unit; nil for a person, for a unit not known yet, not registered yet or gone.
    ///
    /// - Parameter persons: those who were its principals at any time.
    func answer(_ history: UnitHistory, _ persons: [UnitHistory] = []) -> Answer? {
        guard let subject = history.subject.known(by: question.knownAt), subject.kind != .person else { return nil }
        // Registration and deregistration are events like others: those of 1 January belong to the next year's form (RD-06).
        if let registered = subject.registeredOn, !hasHappened(registered) { return nil }
        if let deregistered = subject.deregisteredOn, hasHappened(deregistered) { return nil }

        let serious = known(history.memberships).filter { $0.fact.list == .serious && isRunning($0.fact) }
        if !serious.isEmpty { return answer("D", serious.map { ($0.fact.clause, $0.fact.penalty ?? $0.label) }) }
        let penalties = penalties(of: history, persons)
        let grounds = groundsOfC(history) + groundsOfC(penalties.filter(\.isImputed))
        if !grounds.isEmpty { return answer("C", grounds.map { ("C1", $0) }) }

        let honours = conditionsOfHonour(history)
        let isClean = isFreeOfBlame(history, penalties)
        let met = (isClean ? ["A1"] : []) + Set(honours.map(\.0))
        let isA =
            switch answers["RD-03"] {
            case "a": isClean && !honours.isEmpty
            case "b": met.count == 4
            default: !met.isEmpty
            }
        if isA {
            var answer = answer("A", honours)
            answer.clauses = met.sorted()
            return answer
        }
        return residual(history, penalties)
    }

    // MARK: D and C: the lists

    /// Listed from the decision to the end of the corresponding day after publication (RD-02, RD-05), or to the day before a decision
    /// that ends it (RD-19); without publication there is no end (RD-16). By RD-28 b a repair is no such decision.
    private func isRunning(_ membership: MembershipFact) -> Bool {
        guard hasHappened(membership.listedOn) else { return false }
        let isEndedByDecision = !(membership.endReason == .repaired && answers["RD-28"] == "b")
        if let ended = membership.endedOn, hasHappened(ended), isEndedByDecision { return false }
        guard let published = membership.publishedOn, hasHappened(published) else { return true }
        return question.asOf <= lastDay(published.after(months: membership.months))
    }

    /// The last day itself, or by RD-30 b the next working day where it is none.
    private func lastDay(_ day: Day) -> Day {
        answers["RD-30"] == "b" ? WorkingDays.shared.first(from: day) : day
    }

    /// The penalties or memberships that make C.
    private func groundsOfC(_ history: UnitHistory) -> [String] {
        known(history.memberships).filter { _, membership in
            guard membership.list == .penalised, isRunning(membership), counts(membership, history) else {
                return false
            }
            return switch answers["RD-05"] {
            case "a": true
            case "b": isWithin(12, membership.listedOn)
            default: membership.publishedOn.map(hasHappened) == true
            }
        }.map { $0.fact.penalty ?? $0.label }
    }

    /// A principal's penalties that make C: nothing published starts a clock of theirs, so they count from the decision.
    private func groundsOfC(_ penalties: [StandingPenalty]) -> [String] {
        penalties.filter { penalty in
            let fact = penalty.fact
            guard fact.isSafety, fact.isOfEmergencyDepartment, hasHappened(fact.decidedOn), !isTooMild(fact) else {
                return false
            }
            guard !penalty.isRepaired else { return false }
            return switch answers["RD-05"] {
            case "a": question.asOf <= lastDay(fact.decidedOn.after(months: 36))
            case "b": isWithin(12, fact.decidedOn)
            default: false
            }
        }.map(\.label)
    }

    /// A penalised membership counts while its penalty does, and while no serious listing rests on the same penalty (RD-14, RD-15, RD-28).
    private func counts(_ membership: MembershipFact, _ history: UnitHistory) -> Bool {
        guard let label = membership.penalty else { return true }
        if let penalty = known(history.penalties).first(where: { $0.label == label })?.fact {
            guard stands(penalty), !isTooMild(penalty) else { return false }
        }
        guard !isRepaired(label, history) else { return false }
        guard answers["RD-14"] == "a" else { return true }
        return !known(history.memberships).contains { _, other in
            other.list == .serious && other.penalty == label && hasHappened(other.listedOn)
                && !(other.endReason == .revoked && other.endedOn.map(hasHappened) == true)
        }
    }

    private func isTooMild(_ penalty: PenaltyFact) -> Bool {
        answers["RD-11"] == "b" && (penalty.isSimplified || penalty.isWarning)
    }

    // MARK: Penalties

    /// A penalty that stands, of the unit or by RD-13 b of one who was its principal on the day of the decision.
    private struct StandingPenalty {
        let label: String
        let fact: PenaltyFact
        let isImputed: Bool
        let isRepaired: Bool
    }

    private func penalties(of history: UnitHistory, _ persons: [UnitHistory]) -> [StandingPenalty] {
        let own = standing(history, isImputed: false)
        guard answers["RD-13"] == "b" else { return own }
        return own
            + persons.flatMap { person in
                standing(person, isImputed: true).filter { penalty in
                    person.principalships.contains { role in
                        role.from <= penalty.fact.decidedOn && role.until.map { penalty.fact.decidedOn < $0 } ?? true
                    }
                }
            }
    }

    private func standing(_ history: UnitHistory, isImputed: Bool) -> [StandingPenalty] {
        known(history.penalties).filter { stands($0.fact) }.map { label, fact in
            StandingPenalty(
                label: label, fact: fact, isImputed: isImputed, isRepaired: isRepaired(label, history))
        }
    }

    /// An annulled penalty counts until the day before; a withdrawn one never did (RD-15).
    private func stands(_ penalty: PenaltyFact) -> Bool {
        !penalty.isWithdrawn && penalty.annulledOn.map(hasHappened) != true
    }

    /// By RD-28 b a repair changes nothing but publication.
    private func isRepaired(_ penalty: String, _ history: UnitHistory) -> Bool {
        answers["RD-28"] == "a"
            && known(history.repairs).contains {
                $0.fact.penalty == penalty && !$0.fact.isWithdrawn && hasHappened($0.fact.repairedOn)
            }
    }

    // MARK: A

    /// No fatal accident the unit answers for, or may still answer for, within 2 years, no penalty within 5 (RD-12, RD-21).
    private func isFreeOfBlame(_ history: UnitHistory, _ penalties: [StandingPenalty]) -> Bool {
        let accidents = known(history.accidents).filter { _, accident in
            !accident.isWithdrawn && accident.deaths > 0 && isWithin(24, accident.occurredOn) && bars(accident)
        }
        return accidents.isEmpty
            && !penalties.contains {
                isWithin(60, $0.fact.decidedOn) && ($0.fact.isSafety || answers["RD-12"] == "a")
            }
    }

    /// An approved report settles who answers; until then the accident bars A, by RD-21 b it does not.
    private func bars(_ accident: AccidentFact) -> Bool {
        guard accident.approvedOn.map(hasHappened) == true else { return answers["RD-21"] == "a" }
        return accident.responsibility != .cleared
    }

    private func conditionsOfHonour(_ history: UnitHistory) -> [(String, String)] {
        let certificates = certified(history) { $0 <= 2 }.map { ("A2", $0) }
        let honours = known(history.honours).filter { _, honour in
            !honour.isWithdrawn && honour.level != .county && hasHappened(honour.awardedOn)
        }
        let advanced = honours.filter { $0.fact.kind == .advancedUnit }
        let years = Set(advanced.compactMap(\.fact.year))
        let running = advanced.filter { _, honour in
            guard let year = honour.year else { return false }
            if answers["RD-09"] == "b" { return years.contains(year - 1) || years.contains(year + 1) }
            let asked = [question.asOf.year - 1, question.asOf.year - 2]
            return asked.contains(year) && years.isSuperset(of: asked)
        }
        let praised = honours.filter { _, honour in
            honour.kind != .advancedUnit && (answers["RD-10"] == "b" || isWithin(24, honour.awardedOn))
        }
        return certificates + running.map { ("A3", $0.label) } + praised.map { ("A4", $0.label) }
    }

    // MARK: B

    private func residual(_ history: UnitHistory, _ penalties: [StandingPenalty]) -> Answer {
        let isUnpunished = !penalties.contains {
            $0.fact.isSafety && isWithin(12, $0.fact.decidedOn) && !$0.isRepaired
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

    /// Whether the event lies in the last so many months: counted forward, the corresponding day inside, by RD-07 b outside.
    private func isWithin(_ months: Int, _ event: Day) -> Bool {
        let corresponding = event.after(months: months)
        return hasHappened(event)
            && (answers["RD-07"] == "b" ? question.asOf < corresponding : question.asOf <= corresponding)
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
