public import PQ

/// Carries over a listing of a unit, of persons in its matter or of both, decided under the rule before Order 11, with the period and the
/// basis it was decided with.
///
/// Nothing is supplied: the older rule listed for one year from publication, and no 36 months are put in its place. The register asks for no
/// notice and no penalty, which that decision had under its own rule.
/// **Source** Order 11 Art. 25; RD-47.
public struct TransferListing: Act {
    public static let name = "transfer-listing"
    public static let role = OfficerRole.recorder
    public static let fields = [
        ActField("credit_code", .creditCode, "统一社会信用代码"),
        ActField("clause", .text, "与原列入理由相当的条款，如 DO4"),
        ActField("decision_number", .text, "原列入决定文号"),
        ActField("listed_on", .date, "原列入决定日期，早于2023年10月1日"),
        ActField("published_on", .date, "原公布日期"),
        ActField("period_months", .integer, "原管理期限（月）"),
        ActField("period_basis", .text, "原管理期限的依据，如 安监总办〔2017〕49号：自公布之日起1年"),
        ActField("lists_unit", .boolean, required: false, "单位是否在原列入之内；缺省为是"),
        ActField("persons", .list(NamedPerson.fields), required: false, "原列入的人员"),
    ]

    /// First day of Order 11.
    static let orderInForceOn = CivilDate(year: 2023, month: 10, day: 1)!

    let creditCode: CreditCode
    let clauseCode: String
    let decisionNumber: String
    let listedOn: CivilDate
    let publishedOn: CivilDate
    let periodMonths: Int64
    let periodBasis: String
    let listsUnit: Bool
    let personFields: [ActFields]

    public init(reading fields: ActFields) throws {
        creditCode = try fields.creditCode("credit_code")
        clauseCode = try fields.text("clause")
        decisionNumber = try fields.text("decision_number")
        listedOn = try fields.date("listed_on")
        publishedOn = try fields.date("published_on")
        guard let months = try fields.optionalInteger("period_months") else {
            throw Refusal(.missingField, ["field": "period_months"])
        }
        periodMonths = months
        periodBasis = try fields.text("period_basis")
        listsUnit = try fields.boolean("lists_unit", default: true)
        personFields = try fields.list("persons")
        guard listsUnit || !personFields.isEmpty else { throw Refusal(.nobodyListed) }
        guard listedOn < Self.orderInForceOn else {
            throw Refusal(.listedUnderTheOrder, ["listed": listedOn.description])
        }
        guard publishedOn >= listedOn else {
            throw Refusal(
                .publishedBeforeListed, ["on": publishedOn.description, "listed": listedOn.description])
        }
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let subject = try Subject.unit(creditCode, on: connection)
        guard context.on >= publishedOn else {
            throw Refusal(
                .beforeTheStepBefore, ["on": context.on.description, "previous": publishedOn.description])
        }
        let longest = try connection.value(
            "select law.parameter_value('management-months', \(context.on))", as: Int32.self)
        guard (1...Int64(longest)).contains(periodMonths) else {
            throw Refusal(.periodTooLong, ["months": String(periodMonths)])
        }
        let isListing = try connection.value(
            "select exists (select from law.clause as c where c.clause_code = \(clauseCode) and c.grade = 'D')",
            as: Bool.self)
        guard isListing else { throw Refusal(.unknownClause, ["clause": clauseCode]) }
        let persons = try personFields.map { try NamedPerson(reading: $0, on: context.on) }
        let personIDs = try persons.map { try $0.register(in: context, on: connection) }
        try NamedPerson.keepRoles(
            of: persons, as: personIDs, at: subject.id, from: listedOn, in: context, on: connection)
        let memberships = try insert(
            subjects: (listsUnit ? [subject.id] : []) + personIDs, inMatterOf: subject.id, in: context, on: connection)
        return ActOutcome(
            subjectID: subject.id,
            answer: [
                "membership_ids": .array(memberships.map { .integer($0.0) }),
                "last_day": memberships.first.map { .string($0.1.description) } ?? .null,
            ])
    }

    private func insert(
        subjects: [Int64], inMatterOf unitID: Int64, in context: ActContext, on connection: isolated Connection
    ) throws -> [(Int64, CivilDate)] {
        do {
            try connection.execute(
                """
                insert into lists.membership (subject_id, list_code, clause_code, decision_number, agency_code, listed_on,
                    published_on, period_months, period_basis, unit_id, version_no, act_id, known_at)
                select l.subject_id, 'serious', \(clauseCode), \(decisionNumber), \(context.officer.agencyCode), \(listedOn),
                    \(publishedOn), \(periodMonths)::smallint, \(periodBasis), nullif(\(unitID), l.subject_id), 1, \(context.actID), now()
                from unnest(\(subjects)) as l (subject_id)
                """
            )
            try Membership.keepVersions(of: "\(context.actID)", on: connection)
        } catch let error as PQError where error.constraint == "memberships_of_one_decision_do_not_overlap" {
            throw Refusal(.alreadyListed)
        }
        return try connection.rows(
            """
            select m.membership_id, m.last_day
            from lists.membership_by_law('infinity') as m
            where m.subject_id = any (\(subjects)) and m.act_id = \(context.actID)
            order by m.membership_id
            """,
            as: (Int64, CivilDate).self)
    }
}
