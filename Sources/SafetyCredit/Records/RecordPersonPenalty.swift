public import PQ

/// Records a penalty on a person alone, such as the principal's fine by Work Safety Law Art. 95: for the person, and for no unit.
///
/// It gives the unit no grade C; by option b of RD-13 it does where the person was principal on the day of the decision.
/// **Source** Work Safety Law Arts. 78, 94-96; RD-13.
public struct RecordPersonPenalty: Act {
    public static let name = "record-person-penalty"
    public static let role = OfficerRole.recorder
    public static let fields = [
        ActField("subject_id", .integer, "个人的主体编号，如 record-role 所答的 person_id"),
        ActField("decision_number", .text, "行政处罚决定书文号"),
        ActField("decided_on", .date, "处罚决定日期"),
        ActField("agency_name", .text, "处罚机关全称"),
        ActField("kinds", .text, "处罚类别，几类以顿号分隔，如 警告、罚款"),
        ActField("fine_fen", .integer, required: false, "罚款金额（分）；类别含罚款时必填"),
        ActField("illegal_act", .text, required: false, "违法行为类型"),
        ActField("facts", .text, required: false, "违法事实"),
        ActField("basis", .text, required: false, "处罚依据"),
        ActField("is_safety", .boolean, required: false, "是否安全生产领域，缺省为是"),
        ActField("is_simplified", .boolean, required: false, "是否简易程序，缺省为否"),
        ActField("accident_number", .text, required: false, "关联事故编号"),
    ]

    let subjectID: Int64
    let decisionNumber: String
    let decidedOn: CivilDate
    let agencyName: String
    let kinds: [PenaltyKind]
    let fineFen: Int64?
    let illegalAct: String?
    let facts: String?
    let basis: String?
    let isSafety: Bool
    let isSimplified: Bool
    let accidentNumber: String?

    public init(reading fields: ActFields) throws {
        guard let subjectID = try fields.optionalInteger("subject_id") else {
            throw Refusal(.missingField, ["field": "subject_id"])
        }
        self.subjectID = subjectID
        decisionNumber = try fields.text("decision_number")
        decidedOn = try fields.date("decided_on")
        agencyName = try fields.text("agency_name")
        kinds = try fields.text("kinds").split(separator: "、").map { word in
            guard let kind = PenaltyKind(labelled: String(word)) else {
                throw Refusal(
                    .badField, ["field": "kinds", "expected": PenaltyKind.allCases.map(\.label).joined(separator: "、")])
            }
            return kind
        }
        fineFen = try fields.optionalInteger("fine_fen")
        guard !kinds.contains(.fine) || (fineFen ?? -1) >= 0 else {
            throw Refusal(.missingField, ["field": "fine_fen"])
        }
        illegalAct = try fields.optionalText("illegal_act")
        facts = try fields.optionalText("facts")
        basis = try fields.optionalText("basis")
        isSafety = try fields.boolean("is_safety", default: true)
        isSimplified = try fields.boolean("is_simplified", default: false)
        accidentNumber = try fields.optionalText("accident_number")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        guard let person = try Subject.find(subjectID, on: connection), person.kind == .person else {
            throw Refusal(.unknownSubject, ["subject": String(subjectID)])
        }
        guard decidedOn <= context.on else {
            throw Refusal(.badField, ["field": "decided_on", "expected": "a day not after \(context.on)"])
        }
        // A decision punishes a person once; that it punishes a unit as well is no contradiction.
        let recordID = try Record.claim(
            "\(agencyName)|\(decisionNumber)|\(subjectID)", .penalty, of: subjectID, named: decisionNumber,
            on: connection)
        try connection.execute(
            """
            insert into records.penalty (subject_id, record_id, version_no, decision_number, decided_on, agency_name, agency_code,
                is_safety, is_simplified, is_article_114_2, kinds, illegal_act, facts, basis, fine_fen, accident_number,
                officer_code, act_id, known_at)
            select \(subjectID), \(recordID), 1, \(decisionNumber), \(decidedOn), \(agencyName), a.agency_code, \(isSafety),
                \(isSimplified), false, \(kinds.map(\.label)), \(illegalAct), \(facts), \(basis), \(fineFen), \(accidentNumber),
                \(context.officer.code), \(context.actID), now()
            from (select \(agencyName)::text as name) as given
            left join ops.agency as a on a.name = given.name
            """)
        return ActOutcome(subjectID: subjectID, answer: ["record_id": .integer(recordID)])
    }
}
