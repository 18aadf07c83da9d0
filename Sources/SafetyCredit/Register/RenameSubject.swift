public import PQ

/// Records the new name of a unit: same code, same memberships; the former name stays in its history.
///
/// **Source** RD-29.
public struct RenameSubject: Act {
    public static let name = "rename-subject"
    public static let role = OfficerRole.recorder
    public static let fields = [
        ActField("credit_code", .creditCode, "统一社会信用代码"),
        ActField("new_name", .text, "变更后的名称"),
        ActField("document_number", .text, "变更登记文书号"),
    ]

    let creditCode: CreditCode
    let newName: String

    public init(reading fields: ActFields) throws {
        creditCode = try fields.creditCode("credit_code")
        newName = try fields.text("new_name")
        _ = try fields.text("document_number")
        guard newName.count <= 200 else {
            throw Refusal(.badField, ["field": "new_name", "expected": "200 characters at most"])
        }
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let subject = try Subject.unit(creditCode, on: connection)
        try Subject.refuseDeregistered(subject.id, on: context.on, connection)
        guard subject.name != newName else { throw Refusal(.nameUnchanged, ["name": newName]) }
        try connection.execute(
            """
            update register.subject as s
            set name = \(newName), sort_key = null, version_no = s.version_no + 1, act_id = \(context.actID), known_at = now()
            where s.subject_id = \(subject.id)
            """
        )
        try Subject.keepVersions(of: "\(context.actID)", on: connection)
        return ActOutcome(
            subjectID: subject.id,
            answer: ["subject_id": .integer(subject.id), "former_name": .string(subject.name)])
    }
}
