/// Everything the register was ever told of one subject, as plain facts with the day each was learnt.
struct UnitHistory: Hashable, Sendable {
    var subject = Versions<SubjectFact>(label: "")
    var penalties: [Versions<PenaltyFact>] = []
    var accidents: [Versions<AccidentFact>] = []
    var certifications: [Versions<CertificationFact>] = []
    var honours: [Versions<HonourFact>] = []
    var repairs: [Versions<RepairFact>] = []
    var memberships: [Versions<MembershipFact>] = []
    /// For a person: when it was principal of the subject before.
    var principalships: [PrincipalFact] = []
}

/// One fact and its corrections: what was known of it from which day on.
struct Versions<Fact: Hashable & Sendable>: Hashable, Sendable {
    struct Version: Hashable, Sendable {
        /// nil: known from the beginning.
        var knownFrom: Day?
        var fact: Fact
    }

    /// Names the fact inside its history, such as `P1`.
    var label: String
    /// In the order in which they became known.
    var list: [Version] = []

    /// The newest version known on the day; nil when the fact was not known yet.
    func known(by day: Day?) -> Fact? {
        guard let day else { return list.last?.fact }
        return list.last { $0.knownFrom.map { $0 <= day } ?? true }?.fact
    }
}

enum UnitKind: String, Hashable, Sendable, CaseIterable {
    case business
    case serviceBody = "service-body"
    case person
}

struct SubjectFact: Hashable, Sendable {
    var kind = UnitKind.business
    var registeredOn: Day?
    var deregisteredOn: Day?
}

struct PenaltyFact: Hashable, Sendable {
    var decidedOn: Day
    var isSafety = true
    var isOfEmergencyDepartment = true
    var isSimplified = false
    /// A warning, instead of a halt of production.
    var isWarning = false
    var servedOn: Day?
    var annulledOn: Day?
    var isWithdrawn = false
}

struct AccidentFact: Hashable, Sendable {
    enum Responsibility: String, Hashable, Sendable, CaseIterable {
        case open, responsible, cleared
    }

    var occurredOn: Day
    var deaths = 0
    var responsibility = Responsibility.open
    var approvedOn: Day?
    var isWithdrawn = false
}

struct CertificationFact: Hashable, Sendable {
    var level: Int
    var from: Day
    var to: Day
    var revokedOn: Day?
    var isWithdrawn = false
}

struct HonourFact: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable, CaseIterable {
        case advancedUnit = "advanced-unit"
        case commendation
        case modelReport = "model-report"
    }
    enum Level: String, Hashable, Sendable, CaseIterable {
        case national, province, city, county
    }

    var kind: Kind
    var level: Level
    var awardedOn: Day
    var year: Int?
    var isWithdrawn = false
}

struct RepairFact: Hashable, Sendable {
    var repairedOn: Day
    var penalty: String
    var isWithdrawn = false
}

struct PrincipalFact: Hashable, Sendable {
    var from: Day
    /// First day no longer in the role.
    var until: Day?
}

struct MembershipFact: Hashable, Sendable {
    enum List: String, Hashable, Sendable {
        case penalised, serious
    }
    enum EndReason: String, Hashable, Sendable, CaseIterable {
        case earlyRemoval = "early_removal"
        case revoked, annulled, repaired, objection, deregistered
    }

    var list: List
    var clause: String
    var listedOn: Day
    var publishedOn: Day?
    var months = 36
    var endedOn: Day?
    var endReason: EndReason?
    /// Label of the penalty it rests on.
    var penalty: String?
}
