public import PQ

/// Issues a document of a case, or the repair notice of a membership: it is numbered, filled from the register and kept.
///
/// It bears the number and the date of the step it is about; where that step has no number it takes the next one of its kind and this
/// act's date. What it was filled with is kept, so that it comes out the same on any later day.
/// **Source** Order 11 Arts. 9, 10, 19, 20; plan III; 国办发〔2025〕22号 (两书同达).
public struct IssueDocument: Act {
    public static let name = "issue-document"
    public static let role = OfficerRole.handler
    public static let fields =
        [
            ActField("kind", .choice(DocumentKind.allCases.map(\.rawValue)), "文书种类"),
            ActField("case", .text, required: false, "案件编号，或立案行为的幂等键；信用修复告知书可以改给名单成员"),
            ActField("document_number", .text, required: false, "文号，如旧纸质文书的；不给则用该步骤的文号，没有则取下一号"),
            ActField("contact", .text, required: false, "联系人及电话"),
            ActField("address", .text, required: false, "联系地址"),
        ]
        + MembershipReference.fields

    let kind: DocumentKind
    let caseReference: CaseReference?
    let membershipReference: MembershipReference?
    let documentNumber: String?
    let contact: String?
    let address: String?

    public init(reading fields: ActFields) throws {
        kind = try fields.choice("kind", of: DocumentKind.self)
        let isAboutMembership = kind == .repairNotice && (fields.members["case"] ?? .null) == .null
        caseReference = isAboutMembership ? nil : try CaseReference(reading: fields)
        membershipReference = isAboutMembership ? try MembershipReference(reading: fields) : nil
        documentNumber = try fields.optionalText("document_number")
        contact = try fields.optionalText("contact")
        address = try fields.optionalText("address")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let matter = try matter(on: connection)
        guard matter.agencyCode == context.officer.agencyCode else {
            throw Refusal(.agencyNotResponsible, ["agency": matter.agencyCode])
        }
        if let issued = try IssuedDocument.find(kind, of: matter.owner, subjectID: matter.subjectID, on: connection) {
            throw Refusal(.documentIssued, ["kind": kind.rawValue, "number": issued.number])
        }
        let step = try step(of: matter, on: context.on)
        let (number, datedOn) = try number(after: step, of: matter.subjectID, in: context, on: connection)
        var facts = try DocumentFacts(of: kind, about: matter, on: datedOn, connection)
        facts.put("document_number", number)
        facts.put("dated_on", datedOn)
        facts.put("contact", contact)
        facts.put("address", address)
        let version = DocumentTemplate.newest(of: kind).version
        let word = try DocumentFile(kind, version: version, facts.members, datedOn: datedOn).word
        let document = IssuedDocument(
            id: try connection.value("select nextval('ops.register_id')", as: Int64.self), subjectID: matter.subjectID,
            kind: kind, owner: matter.owner, number: number, datedOn: datedOn, templateVersion: version,
            data: facts.members, sha256: SHA256.digest(of: word).bytes)
        try document.insert(by: matter.agencyCode, in: context, on: connection)
        return ActOutcome(
            subjectID: matter.subjectID,
            answer: [
                "document_id": .integer(document.id), "document_number": .string(number),
                "dated_on": .string(datedOn.description), "template_version": .integer(Int64(version)),
                "sha256": .string(SHA256.digest(of: word).hex),
            ])
    }

    private func matter(on connection: isolated Connection) throws -> DocumentMatter {
        if let caseReference { return try DocumentMatter(caseReference, on: connection) }
        guard let membership = try membershipReference?.find(on: connection) else {
            throw Refusal(.missingField, ["field": "case"])
        }
        return DocumentMatter(membership)
    }

    /// The step the document is about; nil for a membership.
    private func step(of matter: DocumentMatter, on day: CivilDate) throws(Refusal) -> DocumentMatter.Step? {
        guard matter.procedureCode != nil else { return nil }
        let occasion = DocumentOccasion.of(kind)
        guard let step = occasion.step(of: matter) else {
            throw Refusal(.documentNotDue, ["kind": kind.rawValue, "needed": occasion.description])
        }
        guard day >= step.on else {
            throw Refusal(.beforeTheStepBefore, ["on": day.description, "previous": step.on.description])
        }
        return step
    }

    private func number(
        after step: DocumentMatter.Step?, of subjectID: Int64, in context: ActContext,
        on connection: isolated Connection
    ) throws -> (String, CivilDate) {
        if kind.isNumberedByItsStep, let step, let number = step.documentNumber {
            guard documentNumber == nil || documentNumber == number else {
                throw Refusal(.badField, ["field": "document_number", "expected": number])
            }
            return (number, step.on)
        }
        let number = try DocumentNumber.settle(documentNumber, for: kind, of: subjectID, in: context, on: connection)
        return (number, context.on)
    }
}
