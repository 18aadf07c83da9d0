public import PQ

/// Records that whoever left a list early by fraud was told of the intended restoration, with grounds and rights.
///
/// **Source** Order 11 Art. 21; RD-40, RD-45.
public struct GiveRestorationNotice: Act {
    public static let name = "give-restoration-notice"
    public static let role = Procedure.restoration.rule(for: .noticeServed).role
    public static let fields =
        MembershipReference.fields + [
            ActField("document_number", .text, "告知书文号"),
            ActField("evidence", .text, "查明的弄虚作假情况及证据"),
        ]

    let reference: MembershipReference
    let documentNumber: String
    let evidence: String

    public init(reading fields: ActFields) throws {
        reference = try MembershipReference(reading: fields)
        documentNumber = try fields.text("document_number")
        evidence = try fields.text("evidence")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let membership = try reference.find(on: connection)
        guard membership.endReason == .earlyRemoval, let endedOn = membership.endedOn else {
            throw Refusal(.notRemovedEarly, ["membership": membership.decisionNumber])
        }
        guard context.on >= endedOn else {
            throw Refusal(.beforeTheStepBefore, ["on": context.on.description, "previous": endedOn.description])
        }
        if let restored = try membership.restoredBy(on: connection) {
            throw Refusal(.alreadyRestored, ["membership": String(restored)])
        }
        let (caseID, owed) = try Case.open(
            .restoration, .noticeServed, about: membership.matter,
            detail: ["document_number": .string(documentNumber), "evidence": .string(evidence)], in: context,
            on: connection)
        return ActOutcome(
            subjectID: membership.subjectID,
            answer: owed.answer.merging([
                "case_id": .integer(caseID), "membership_id": .integer(membership.id),
            ]) { $1 })
    }
}
