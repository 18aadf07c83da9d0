import PQ

/// What a person answers for at a unit.
public enum PersonRole: String, Sendable, CaseIterable {
    /// 主要负责人
    case principal
    /// 其他有关责任人员、直接责任人员
    case responsible

    func name(in language: Language) -> String {
        switch self {
        case .principal: language.choose("主要负责人", "principal")
        case .responsible: language.choose("有关责任人员", "responsible person")
        }
    }
}

/// A person named in an act.
public struct NamedPerson: Sendable {
    public let name: String
    public let number: ResidentNumber
    public let role: PersonRole

    static let fields: [ActField] = [
        ActField("name", .text, "姓名"),
        ActField("resident_number", .text, "公民身份号码；只加密保存"),
        ActField("role", .choice(PersonRole.allCases.map(\.rawValue)), "职责"),
    ]

    init(reading fields: ActFields, on day: CivilDate) throws {
        try fields.refuseUndeclared(beyond: Self.fields)
        self.name = try fields.text("name")
        self.role = try fields.choice("role", of: PersonRole.self)
        do {
            self.number = try ResidentNumber(try fields.unmaskedText("resident_number"), on: day)
        } catch is ResidentNumberError {
            throw Refusal(.badResidentNumber, ["name": name])
        }
    }

    /// The subject id of the person, found by the keyed hash of the number or registered now (RD-36: the number, not the job).
    ///
    /// - Throws: `Refusal.personNameDiffers` when the number is registered under another name.
    func register(in context: ActContext, on connection: isolated Connection) throws -> Int64 {
        let hash = try context.identityKey.hash(number).hex
        let claimed = try connection.values(
            "select c.subject_id from register.identifier_claim as c where c.value = \(hash) and c.scheme = 'number_hash'",
            as: Int64.self
        ).first
        if let id = claimed {
            guard try Subject.find(id, on: connection)?.name == name else { throw Refusal(.personNameDiffers) }
            return id
        }
        let id = try connection.value("select nextval('ops.register_id')", as: Int64.self)
        let cipher = try context.identityKey.encrypt(number, subjectID: id)
        try connection.execute(
            """
            with claimed as (
                insert into register.identifier_claim (value, scheme, subject_id) values (\(hash), 'number_hash', \(id))
            ),
            registered as (
                insert into register.subject (subject_id, kind, name, version_no, act_id, known_at)
                values (\(id), 'person', \(name), 1, \(context.actID), now())
            ),
            identified as (
                insert into register.subject_identifier (subject_id, scheme, value) values (\(id), 'number_hash', \(hash))
            )
            insert into register.person (subject_id, masked_number, number_cipher, key_id)
            values (\(id), \(number.masked), \(cipher), \(context.identityKey.id))
            """
        )
        try Subject.keepVersions(of: "\(context.actID)", on: connection)
        return id
    }

    /// Keeps what each person answers for at the unit, from the day of the decision (RD-36).
    ///
    /// Who has or had the role already keeps it as it stands: a listing follows the number and gives no job back.
    /// - Parameter ids: what the persons are registered as, in their order.
    static func keepRoles(
        of persons: [NamedPerson], as ids: [Int64], at unitID: Int64, from day: CivilDate, in context: ActContext,
        on connection: isolated Connection
    ) throws {
        try Subject.lock(unitID, on: connection)
        try connection.execute(
            """
            insert into register.responsibility (subject_id, person_id, role_code, during, act_id, known_at)
            select \(unitID), p.person_id, p.role_code, daterange(\(day), null), \(context.actID), now()
            from unnest(\(ids), \(persons.map(\.role.rawValue))) as p (person_id, role_code)
            where not exists (
                select from register.responsibility as r
                where r.subject_id = \(unitID) and r.person_id = p.person_id and r.role_code = p.role_code
            )
            """
        )
    }
}
