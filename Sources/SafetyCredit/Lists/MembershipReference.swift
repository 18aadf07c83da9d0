import PQ

/// How an act names a membership: by its id, or for a unit by code and decision number.
struct MembershipReference: Sendable {
    static let fields = [
        ActField("membership_id", .integer, required: false, "名单成员编号；个人须用编号"),
        ActField("credit_code", .creditCode, required: false, "统一社会信用代码，与 decision_number 同用"),
        ActField("decision_number", .text, required: false, "列入决定书文号；被行政处理名单为处罚决定书文号"),
    ]

    private let id: Int64?
    private let creditCode: CreditCode?
    private let decisionNumber: String?

    init(reading fields: ActFields) throws(Refusal) {
        id = try fields.optionalInteger("membership_id")
        creditCode = try fields.optionalCreditCode("credit_code")
        decisionNumber = try fields.optionalText("decision_number")
        guard id != nil || (creditCode != nil && decisionNumber != nil) else {
            throw Refusal(.missingField, ["field": "membership_id"])
        }
    }

    /// The membership, locked until the transaction ends.
    ///
    /// - Throws: `Refusal.unknownSubject`, `Refusal.unknownMembership`, also when id, code and decision do not agree.
    func find(on connection: isolated Connection) throws -> Membership {
        let wanted = decisionNumber ?? id.map(String.init) ?? ""
        let subject = try creditCode.map { try Subject.unit($0, on: connection) }
        var membershipID = id
        if membershipID == nil, let subject, let decisionNumber {
            membershipID = try connection.values(
                """
                select m.membership_id
                from lists.membership as m
                where m.subject_id = \(subject.id) and m.decision_number = \(decisionNumber)
                order by m.listed_on desc, m.membership_id desc
                limit 1
                """,
                as: Int64.self
            ).first
        }
        guard let membershipID, let membership = try Membership.find(membershipID, on: connection),
            subject.map({ $0.id == membership.subjectID }) ?? true,
            decisionNumber.map({ $0 == membership.decisionNumber }) ?? true
        else { throw Refusal(.unknownMembership, ["membership": wanted]) }
        return membership
    }
}
