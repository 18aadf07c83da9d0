import FoundationEssentials
public import PQ

/// What a channel may show of one membership; personal data is masked before it gets here.
///
/// **Shape** one membership of one list. Its JSON (snake_case, ISO dates) is made by SQL and read here as it stands;
/// `null` and an absent key mean the same.
/// **Units** `managementMonths` in months; dates are civil dates of Asia/Shanghai.
/// **Source** Order 11 Arts. 10, 12; RD-16, RD-25, RD-33.
public struct PublicationEntry: Codable, Sendable, Hashable {
    /// The membership's id, which names the entry on every channel.
    public var entryID: Int64
    /// `penalised` or `serious`.
    public var listCode: String
    public var listName: String
    /// `business`, `service_body` or `person`.
    public var subjectKind: String
    public var name: String
    public var creditCode: String?
    /// A person's identity number with the birth date masked (RD-25).
    public var maskedNumber: String?
    /// Never present for persons (RD-25).
    public var registeredAddress: String?
    public var reportingUnit: String
    public var reportingUnitName: String
    public var groundClause: String
    public var groundText: String
    public var basis: String?
    public var decisionNumber: String
    public var decidedOn: CivilDate
    public var decidingAgency: String
    /// The first successful publication; absent until one is proven (RD-16).
    public var publishedOn: CivilDate?
    public var managementMonths: Int
    /// The last day shown; absent while `publishedOn` is.
    public var lastDay: CivilDate?
    /// The first day an early removal may be applied for (RD-33).
    public var removalFrom: CivilDate
    public var measures: [String]
    public var remedies: String
    public var isObjectionPending: Bool

    public enum CodingKeys: String, CodingKey {
        case entryID = "entry_id"
        case listCode = "list_code"
        case listName = "list_name"
        case subjectKind = "subject_kind"
        case name
        case creditCode = "credit_code"
        case maskedNumber = "masked_number"
        case registeredAddress = "registered_address"
        case reportingUnit = "reporting_unit"
        case reportingUnitName = "reporting_unit_name"
        case groundClause = "ground_clause"
        case groundText = "ground_text"
        case basis
        case decisionNumber = "decision_number"
        case decidedOn = "decided_on"
        case decidingAgency = "deciding_agency"
        case publishedOn = "published_on"
        case managementMonths = "management_months"
        case lastDay = "last_day"
        case removalFrom = "removal_from"
        case measures
        case remedies
        case isObjectionPending = "is_objection_pending"
    }

    public init(
        entryID: Int64, listCode: String, listName: String, subjectKind: String, name: String,
        creditCode: String? = nil, maskedNumber: String? = nil, registeredAddress: String? = nil,
        reportingUnit: String, reportingUnitName: String, groundClause: String, groundText: String,
        basis: String? = nil, decisionNumber: String, decidedOn: CivilDate, decidingAgency: String,
        publishedOn: CivilDate? = nil, managementMonths: Int, lastDay: CivilDate? = nil, removalFrom: CivilDate,
        measures: [String], remedies: String, isObjectionPending: Bool
    ) {
        self.entryID = entryID
        self.listCode = listCode
        self.listName = listName
        self.subjectKind = subjectKind
        self.name = name
        self.creditCode = creditCode
        self.maskedNumber = maskedNumber
        self.registeredAddress = registeredAddress
        self.reportingUnit = reportingUnit
        self.reportingUnitName = reportingUnitName
        self.groundClause = groundClause
        self.groundText = groundText
        self.basis = basis
        self.decisionNumber = decisionNumber
        self.decidedOn = decidedOn
        self.decidingAgency = decidingAgency
        self.publishedOn = publishedOn
        self.managementMonths = managementMonths
        self.lastDay = lastDay
        self.removalFrom = removalFrom
        self.measures = measures
        self.remedies = remedies
        self.isObjectionPending = isObjectionPending
    }
}

extension PublicationEntry {
    public var isPerson: Bool { subjectKind == "person" }

    /// The SHA-256 of `canonicalJSON`, which says on a channel what exactly is shown there.
    public var sha256: String { SHA256.hex(of: canonicalJSON) }

    /// The field that would show a person's data in clear, or nil: a second look, because masking is SQL's task.
    var unmaskedField: CodingKeys? {
        if let number = maskedNumber, number.utf8.count(where: { (0x30...0x39).contains($0) }) > 10 {
            return .maskedNumber
        }
        return isPerson && registeredAddress != nil ? .registeredAddress : nil
    }
}
