import PQ

extension Record {
    /// Kinds of natural keys, as `records.record_claim` knows them, of records that acts make one by one.
    enum ClaimScheme: String, Sendable {
        /// Decision number and subject.
        case ban
        /// Agency, decision number and subject, for a penalty on a person.
        case penalty
        /// Result number and penalty repaired.
        case repair
    }

    /// Claims the natural key of a record about to be made, and gives the record's id: a fact that two officers tell makes one record.
    ///
    /// What was withdrawn was never so, and may be told again: each time under the key with the next count behind it, because claims are never
    /// given back.
    /// - Parameter number: the number of its document, for the refusal.
    /// - Throws: `Refusal.recordExists`.
    static func claim(
        _ key: String, _ scheme: ClaimScheme, of subjectID: Int64, named number: String,
        on connection: isolated Connection
    ) throws -> Int64 {
        var (value, count) = (key, 1)
        while true {
            let claimed = try connection.values(
                """
                insert into records.record_claim (value, scheme, subject_id, record_id)
                values (\(value), \(scheme.rawValue), \(subjectID), nextval('ops.register_id'))
                on conflict (value, scheme) do nothing
                returning record_id
                """,
                as: Int64.self)
            if let id = claimed.first { return id }
            let isWithdrawn = try connection.value(
                """
                select exists (
                    select from records.record_claim as k
                    join records.record_version as v on v.subject_id = k.subject_id and v.record_id = k.record_id
                    where k.value = \(value) and k.scheme = \(scheme.rawValue) and v.is_withdrawn
                )
                """,
                as: Bool.self)
            guard isWithdrawn else { throw Refusal(.recordExists, ["record": number]) }
            count += 1
            value = "\(key)|\(count)"
        }
    }
}
