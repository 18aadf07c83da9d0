public import PQ

/// Records a statutory ban on a unit or person; while it runs there is no early removal from the serious list.
///
/// **Source** Work Safety Law Arts. 92, 94, 113; Order 11 Art. 13; RD-17.
public struct RecordBan: Act {
    public static let name = "record-ban"
    public static let role = OfficerRole.recorder
    public static let fields = [
        ActField("subject_id", .integer, required: false, "主体编号；个人用编号"),
        ActField("credit_code", .creditCode, required: false, "统一社会信用代码"),
        ActField("basis", .text, "法律依据"),
        ActField("decision_number", .text, "决定文号"),
        ActField("starts_on", .date, "首日"),
        ActField("last_day", .date, required: false, "最后一日；终身禁入不填"),
    ]

    let subjectID: Int64?
    let creditCode: CreditCode?
    let basis: String
    let decisionNumber: String
    let startsOn: CivilDate
    let lastDay: CivilDate?

    public init(reading fields: ActFields) throws {
        subjectID = try fields.optionalInteger("subject_id")
        creditCode = try fields.optionalCreditCode("credit_code")
        basis = try fields.text("basis")
        decisionNumber = try fields.text("decision_number")
        startsOn = try fields.date("starts_on")
        lastDay = try fields.optionalDate("last_day")
        guard lastDay.map({ $0 >= startsOn }) ?? true else {
            throw Refusal(.badField, ["field": "last_day", "expected": "a day not before starts_on"])
        }
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let subject = try Subject.named(by: creditCode, or: subjectID, on: connection)
        let recordID = try Record.claim(
            "\(decisionNumber)|\(subject.id)", .ban, of: subject.id, named: decisionNumber, on: connection)
        try connection.execute(
            """
            insert into records.ban (subject_id, record_id, version_no, basis, decision_number, starts_on, last_day,
                officer_code, act_id, known_at)
            values (\(subject.id), \(recordID), 1, \(basis), \(decisionNumber), \(startsOn), \(lastDay),
                \(context.officer.code), \(context.actID), now())
            """
        )
        return ActOutcome(subjectID: subject.id, answer: ["record_id": .integer(recordID)])
    }
}
