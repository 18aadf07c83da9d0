public import PQ

/// A procedure of the register. What may be done in it, by whom, when and by which day stands in its own file, and there alone:
/// acts check against these rules, due dates start from them, and the printed tables and diagrams are made of them.
public enum Procedure: String, CaseIterable, Sendable, PQDecodable {
    case listing, objection
    case earlyRemoval = "early_removal"
    case revocation, restoration, merger

    /// The rules of its steps, in the order in which a case meets them.
    public var rules: [StepRule] {
        switch self {
        case .listing: Self.listingRules
        case .objection: Self.objectionRules
        case .earlyRemoval: Self.earlyRemovalRules
        case .revocation: Self.revocationRules
        case .restoration: Self.restorationRules
        case .merger: Self.mergerRules
        }
    }

    /// Whether a case that is not decided yet has lost its object once the membership it is about has ended.
    public var endsWithMembership: Bool { rules.contains { $0.step == .moot } }

    /// Parameter with the working days from the decision to publication, or to its end. What must be published follows from the membership,
    /// on each channel, and is no step of the case.
    var publicationTerm: String? {
        switch self {
        case .listing, .restoration: "listing-publication-working-days"
        case .earlyRemoval: "removal-publication-end-working-days"
        case .objection, .revocation, .merger: nil
        }
    }

    /// Whether one matter may wait in several cases: a subject may object to several facts of one record, and be told of a listing again.
    var allowsSeveralOfOneMatter: Bool { self == .objection || self == .listing }

    public func name(in language: Language) -> String {
        switch self {
        case .listing: language.choose("列入", "listing")
        case .objection: language.choose("异议", "objection")
        case .earlyRemoval: language.choose("提前移出", "early removal")
        case .revocation: language.choose("撤销列入", "revocation of a listing")
        case .restoration: language.choose("恢复列入", "restoration after fraud")
        case .merger: language.choose("合并后的名单处理", "memberships after a merger")
        }
    }

    /// The kebab-case name, as in commands and kinds of deadline.
    public var word: String { rawValue.replacing("_", with: "-") }

    public init?(word: String) { self.init(rawValue: word.replacing("-", with: "_")) }

    /// The rule of a step; every step that an act takes has one.
    func rule(for step: Case.Step) -> StepRule {
        guard let rule = rules.first(where: { $0.step == step }) else {
            preconditionFailure("\(word) has no step \(step.rawValue)")
        }
        return rule
    }

    /// The procedures that have the step.
    static func having(_ step: Case.Step) -> Set<Procedure> {
        Set(allCases.filter { procedure in procedure.rules.contains { $0.step == step } })
    }
}
