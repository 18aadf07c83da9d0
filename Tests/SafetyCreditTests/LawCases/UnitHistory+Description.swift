extension UnitHistory: CustomStringConvertible {
    /// The history in the notation of the case files, so that a mismatch can be pasted into one.
    var description: String {
        let lines =
            subject.list.map { known($0.knownFrom, [$0.fact.description]) }
            + lines(penalties) + lines(accidents) + lines(certifications) + lines(honours) + lines(repairs)
            + lines(memberships) + principalships.map(\.description)
        return lines.joined(separator: "; ")
    }

    private func lines<Fact: CustomStringConvertible>(_ facts: [Versions<Fact>]) -> [String] {
        facts.flatMap { versions in
            versions.list.map { known($0.knownFrom, [$0.fact.description, "#\(versions.label)"]) }
        }
    }

    private func known(_ day: Day?, _ words: [String]) -> String {
        (words + (day.map { ["known=\($0)"] } ?? [])).joined(separator: " ")
    }
}

extension SubjectFact: CustomStringConvertible {
    var description: String {
        words(kind.rawValue, value("registered", registeredOn), value("deregistered", deregisteredOn))
    }
}

extension PenaltyFact: CustomStringConvertible {
    var description: String {
        words(
            "penalty \(decidedOn)", isSafety ? "safety" : "other-field",
            isOfEmergencyDepartment ? "" : "other-department",
            isSimplified ? "simplified" : "", isWarning ? "warning" : "", "unlisted", value("served", servedOn),
            value("annulled", annulledOn),
            isWithdrawn ? "withdrawn" : "")
    }
}

extension AccidentFact: CustomStringConvertible {
    var description: String {
        words(
            "accident \(occurredOn) deaths=\(deaths)", responsibility.rawValue, value("approved", approvedOn),
            isWithdrawn ? "withdrawn" : "")
    }
}

extension CertificationFact: CustomStringConvertible {
    var description: String {
        words(
            "certification level=\(level) from=\(from) to=\(to)", value("revoked", revokedOn),
            isWithdrawn ? "withdrawn" : "")
    }
}

extension HonourFact: CustomStringConvertible {
    var description: String {
        words(
            "honour \(awardedOn)", kind.rawValue, level.rawValue, year.map { "year=\($0)" } ?? "",
            isWithdrawn ? "withdrawn" : "")
    }
}

extension RepairFact: CustomStringConvertible {
    var description: String { words("repair \(repairedOn) of=\(penalty)", isWithdrawn ? "withdrawn" : "") }
}

extension PrincipalFact: CustomStringConvertible {
    var description: String { words("principal from=\(from)", value("until", until)) }
}

extension MembershipFact: CustomStringConvertible {
    var description: String {
        words(
            "\(list.rawValue) \(listedOn)", list == .serious ? "clause=\(clause)" : "",
            penalty.map { "of=\($0)" } ?? "",
            value("published", publishedOn), "months=\(months)", value("ended", endedOn),
            endReason.map { "reason=\($0.rawValue)" } ?? "")
    }
}

private func value(_ name: String, _ day: Day?) -> String { day.map { "\(name)=\($0)" } ?? "" }
private func words(_ words: String...) -> String { words.filter { !$0.isEmpty }.joined(separator: " ") }
