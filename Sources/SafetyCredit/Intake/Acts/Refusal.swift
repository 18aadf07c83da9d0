/// Why an act was refused: a rule and the facts that broke it, never a prepared sentence.
public struct Refusal: Error, Sendable, Hashable {
    public let code: RefusalCode
    /// Identifiers and dates for the sentence: what was given, and what would make the act valid.
    public let facts: [String: String]

    public init(_ code: RefusalCode, _ facts: [String: String] = [:]) {
        self.code = code
        self.facts = facts
    }
}

/// The rules an act can break.
public enum RefusalCode: String, Sendable, CaseIterable {
    // The line itself.
    case notJSON = "not-json"
    case notAnObject = "not-an-object"
    case unknownAct = "unknown-act"
    case missingField = "missing-field"
    case unknownField = "unknown-field"
    case badField = "bad-field"
    case keyReused = "key-reused"
    case datedInTheFuture = "dated-in-the-future"
    // Who acts.
    case unknownOfficer = "unknown-officer"
    case officerIsAutomatic = "officer-is-automatic"
    case officerLacksRole = "officer-lacks-role"
    case handlerDecides = "handler-decides"
    case recorderDecides = "recorder-decides"
    case officerExists = "officer-exists"
    case appointmentStays = "appointment-stays"
    case unknownLogin = "unknown-login"
    case loginTaken = "login-taken"
    case unknownAgency = "unknown-agency"
    case agencyNotResponsible = "agency-not-responsible"
    // What it is about.
    case unknownSubject = "unknown-subject"
    case codeHolds = "code-holds"
    case alreadyDeregistered = "already-deregistered"
    case unknownRecord = "unknown-record"
    case unknownMembership = "unknown-membership"
    case listedByItsPenalty = "listed-by-its-penalty"
    case listingNotDisputed = "listing-not-disputed"
    case unknownCase = "unknown-case"
    case unknownClause = "unknown-clause"
    // Order and time.
    case beforeTheStepBefore = "before-the-step-before"
    case caseOpen = "case-open"
    case caseMoot = "case-moot"
    case stepOutOfOrder = "step-out-of-order"
    case noticeMissing = "notice-missing"
    case penaltyMissing = "penalty-missing"
    case groundMissing = "ground-missing"
    case unitNotListedUnderClause = "unit-not-listed-under-clause"
    case personsNotListedUnderClause = "persons-not-listed-under-clause"
    case subjectGone = "subject-gone"
    case repairNoticeMissing = "repair-notice-missing"
    case nobodyListed = "nobody-listed"
    case shorterPeriodNeedsBasis = "shorter-period-needs-basis"
    case periodTooLong = "period-too-long"
    case alreadyListed = "already-listed"
    case penaltyHasListed = "penalty-has-listed"
    case listedBeforeTheOrder = "listed-before-the-order"
    case listedUnderTheOrder = "listed-under-the-order"
    case alreadyEnded = "already-ended"
    case notInForce = "not-in-force"
    case publishedBeforeListed = "published-before-listed"
    case tooEarlyForRemoval = "too-early-for-removal"
    case conditionMissing = "condition-missing"
    case banRunning = "ban-running"
    case newViolation = "new-violation"
    case noHigherAgency = "no-higher-agency"
    case notRemovedEarly = "not-removed-early"
    case alreadyRestored = "already-restored"
    // Records and subjects.
    case recordExists = "record-exists"
    case nothingCorrected = "nothing-corrected"
    case correctionContradicts = "correction-contradicts"
    case objectionPending = "objection-pending"
    case nameUnchanged = "name-unchanged"
    case alreadyMerged = "already-merged"
    case roleHeld = "role-held"
    case roleNotHeld = "role-not-held"
    case alreadyAnnulled = "already-annulled"
    case badResidentNumber = "bad-resident-number"
    case personNameDiffers = "person-name-differs"
    case formYearRuns = "form-year-runs"
    case formUnchanged = "form-unchanged"
    case beforeThePlan = "before-the-plan"
    case dayNotInCalendar = "day-not-in-calendar"
    case noticeLoaded = "notice-loaded"
    case noticeContradicts = "notice-contradicts"
    case agencyNotBelow = "agency-not-below"
    case planDrawn = "plan-drawn"
    case planNotDrawn = "plan-not-drawn"
    case journalNotReplayed = "journal-not-replayed"
    case policyFaulty = "policy-faulty"
    // Documents.
    case numberTaken = "number-taken"
    case agencyGivesNoNumbers = "agency-gives-no-numbers"
    case documentNotDue = "document-not-due"
    case documentIssued = "document-issued"

    /// The article or reading behind the rule; nil for rules of form.
    public var source: String? {
        switch self {
        case .recorderDecides: "工作方案三"
        case .agencyNotResponsible: "第11号令第四条"
        case .noticeMissing: "RD-45；第11号令第九条"
        case .penaltyMissing: "第11号令第三条"
        case .groundMissing: "第11号令第三条、第六条、第七条"
        case .unitNotListedUnderClause, .personsNotListedUnderClause, .nobodyListed: "第11号令第六条、第七条"
        case .listedBeforeTheOrder, .listedUnderTheOrder: "RD-47；第11号令第二十五条"
        case .penaltyHasListed: "RD-17；第11号令第二十一条"
        case .shorterPeriodNeedsBasis, .periodTooLong: "RD-17；工作方案五（五）"
        case .tooEarlyForRemoval: "RD-33；工作方案五（五）"
        case .conditionMissing, .newViolation, .banRunning: "RD-34；第11号令第十八条"
        case .publishedBeforeListed: "RD-16"
        case .listedByItsPenalty: "RD-15；第11号令第十五条"
        case .listingNotDisputed: "RD-23；工作方案三"
        case .alreadyAnnulled: "RD-15"
        case .codeHolds: "RD-43；GB 32100"
        case .alreadyDeregistered, .subjectGone, .nameUnchanged, .alreadyMerged: "RD-29"
        case .caseMoot: "第11号令第十三条"
        case .repairNoticeMissing: "国办发〔2025〕22号"
        case .noHigherAgency: "RD-37"
        case .notRemovedEarly, .alreadyRestored: "RD-40；第11号令第二十一条"
        case .nothingCorrected, .correctionContradicts: "RD-27；工作方案三"
        case .objectionPending: "RD-39；工作方案三"
        case .roleHeld, .roleNotHeld: "RD-36"
        case .formYearRuns: "RD-06；工作方案三"
        case .formUnchanged: "RD-27"
        case .noticeContradicts: "RD-38"
        case .badResidentNumber: "GB 11643"
        case .agencyNotBelow: "第11号令第四条；工作方案五"
        case .planDrawn, .planNotDrawn: "工作方案六（三）"
        default: nil
        }
    }
}
