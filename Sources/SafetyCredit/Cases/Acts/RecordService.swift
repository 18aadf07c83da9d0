public import PQ

/// Records that the decision, refusal or answer of a case was served.
///
/// A decision that lists or restores is served together with the repair notice (两书同达), since there is such a rule.
/// **Source** Penalty Law Art. 61 by analogy; 国办发〔2025〕22号; plan III for the answer to an objection.
public struct RecordService: Act {
    public static let name = "record-service"
    public static let role = Procedure.listing.rule(for: .served).role
    public static let fields = [
        CaseReference.field,
        ActField("with_repair_notice", .boolean, required: false, "是否一并送达信用修复告知书；2025年6月22日起列入、恢复列入时必须为是"),
        ActField("manner", .text, required: false, "送达方式，如 直接送达、邮寄送达"),
    ]

    let reference: CaseReference
    let hasRepairNotice: Bool
    let manner: String?

    public init(reading fields: ActFields) throws {
        reference = try CaseReference(reading: fields)
        hasRepairNotice = try fields.boolean("with_repair_notice", default: false)
        manner = try fields.optionalText("manner")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let matter = try Case.find(reference, Procedure.having(.served), on: connection)
        try matter.require(.served, in: context)
        let lists = matter.taken.contains { $0.outcome == .list || $0.outcome == .restore }
        let noticesOwed = try connection.value(
            "select law.parameter_value('listing-repair-notices', \(context.on))", as: Int32.self)
        guard hasRepairNotice || !lists || noticesOwed == 0 else { throw Refusal(.repairNoticeMissing) }
        let owed = try matter.take(
            .served,
            detail: ["with_repair_notice": .bool(hasRepairNotice), "manner": manner.map { .string($0) } ?? .null],
            in: context, on: connection)
        return ActOutcome(
            subjectID: matter.subjectID, answer: owed.answer.merging(["case_id": .integer(matter.id)]) { $1 })
    }
}
