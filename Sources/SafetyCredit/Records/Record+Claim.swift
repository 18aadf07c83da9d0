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
    /// - Parameter number: the number of its document, for the refusal.
    /// - Throws: `Refusal.recordExists`.
    static func claim(
        _ key: String, _ scheme: ClaimScheme, of subjectID: Int64, named number: String,
        on connection: isolated Connection
    ) throws -> Int64 {
        let claimed = try connection.values(
            """
            insert into records.record_claim (value, scheme, subject_id, record_id)
            values (\(key), \(scheme.rawValue), \(subjectID), nextval('ops.register_id'))
            on conflict (value, scheme) do nothing
            returning record_id
            """,
            as: Int64.self)
        guard let id = claimed.first else { throw Refusal(.recordExists, ["record": number]) }
        return id
    }
}
