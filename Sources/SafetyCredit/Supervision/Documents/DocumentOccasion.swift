/// The step of a case after which a kind of document is issued.
struct DocumentOccasion: Sendable {
    let procedures: Set<String>
    let stepCode: String
    /// Nil: whatever was decided.
    let outcome: String?

    static func of(_ kind: DocumentKind) -> DocumentOccasion {
        switch kind {
        case .priorNotice: DocumentOccasion(procedures: ["listing"], stepCode: "notice_served", outcome: nil)
        case .listingDecision, .repairNotice:
            DocumentOccasion(procedures: ["listing"], stepCode: "decided", outcome: "list")
        case .removalDecision, .removalCertificate:
            DocumentOccasion(procedures: ["early_removal"], stepCode: "decided", outcome: "granted")
        case .removalDenial: DocumentOccasion(procedures: ["early_removal"], stepCode: "decided", outcome: "denied")
        case .acceptanceRefusal:
            DocumentOccasion(procedures: ["early_removal", "objection"], stepCode: "refused", outcome: nil)
        case .objectionAnswer: DocumentOccasion(procedures: ["objection"], stepCode: "decided", outcome: nil)
        }
    }

    /// The step; nil while the case has not come to it.
    func step(of matter: DocumentMatter) -> DocumentMatter.Step? {
        guard let procedure = matter.procedureCode, procedures.contains(procedure),
            let step = matter.step(stepCode), outcome == nil || step.outcome == outcome
        else { return nil }
        return step
    }

    var description: String { [stepCode, outcome].compactMap(\.self).joined(separator: " = ") }
}

extension DocumentKind {
    /// Whether the act that took the step gave the document its number; the others are numbered when they are issued.
    var isNumberedByItsStep: Bool { self != .repairNotice && self != .removalCertificate }
}
