public import PQ

/// A person as everybody may see one: by name, with the number masked.
public struct FoundPerson: Sendable, Hashable {
    public let subjectID: Int64
    public let name: String
    public let masked: String
    /// Roles at units, each with its days: 随县青石化工有限公司 principal 2024-01-02 –.
    public let roles: [String]

    /// The person with the number, found by its keyed digest; nil when there is none.
    ///
    /// - Throws: `ResidentNumberError` when the text is no number; `CryptoError`; `PQError`.
    public static func find(
        number text: String, on day: CivilDate, with key: IdentityKey, connection: isolated Connection
    ) throws -> FoundPerson? {
        let hash = try key.hash(try ResidentNumber(text, on: day)).hex
        let id = try connection.values(
            "select c.subject_id from register.identifier_claim as c where c.value = \(hash) and c.scheme = 'number_hash'",
            as: Int64.self
        ).first
        return try id.flatMap { try persons("select \($0)", on: connection).first }
    }

    /// At most 200 persons of a name, or the one with an id.
    public static func named(_ name: String, on connection: isolated Connection) throws -> [FoundPerson] {
        if let id = Int64(name) { return try persons("select \(id)", on: connection) }
        return try persons(
            """
            select n.subject_id
            from register.subject as n
            where n.kind = 'person' and n.name = \(name)
            order by n.subject_id
            limit 200
            """, on: connection)
    }

    /// - Parameter ids: a query for the ids of subjects.
    private static func persons(_ ids: Statement, on connection: isolated Connection) throws -> [FoundPerson] {
        try connection.rows(
            """
            select s.subject_id, s.name, p.masked_number,
                array(
                    select concat_ws(' ', u.name, r.role_code, lower(r.during), '–', e.last_day, '#' || r.responsibility_id)
                    from register.responsibility as r
                    join register.subject as u on u.subject_id = r.subject_id
                    left join register.responsibility_end as e
                        on e.subject_id = r.subject_id and e.responsibility_id = r.responsibility_id
                    where r.person_id = s.subject_id
                    order by lower(r.during), r.responsibility_id
                )
            from register.subject as s
            join register.person as p on p.subject_id = s.subject_id
            where s.subject_id in (\(ids))
            order by s.subject_id
            """,
            as: (Int64, String, String, [String]).self
        ).map { FoundPerson(subjectID: $0.0, name: $0.1, masked: $0.2, roles: $0.3) }
    }
}
