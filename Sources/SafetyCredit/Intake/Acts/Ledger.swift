public import PQ

/// The append-only ledger of acts: checks who acts, performs each key once, and keeps what was refused.
public struct Ledger: Sendable {
    let acts: [String: any Act.Type]
    let identityKey: IdentityKey
    /// Last day an act may be dated: the business day of the caller, in Asia/Shanghai (RD-31).
    let today: CivilDate

    /// - Parameters:
    ///   - acts: the vocabulary; names are unique.
    ///   - today: the business day; an act dated later is refused.
    public init(acts: [any Act.Type], identityKey: IdentityKey, today: CivilDate) {
        self.acts = Dictionary(uniqueKeysWithValues: acts.map { ($0.name, $0) })
        self.identityKey = identityKey
        self.today = today
    }

    /// Performs one act in a transaction of its own, or answers why not.
    ///
    /// The same line again answers what was answered before. A refusal leaves nothing but its row in the ledger.
    /// - Throws: `CryptoError.otherKey` when the register's numbers were sealed with another key; `PQError` when the database
    ///   fails; never a `Refusal`.
    public func submit(_ line: ActLine, on connection: isolated Connection) throws -> ActReply {
        var attempt = 1
        while true {
            do {
                return try performOnce(line, on: connection)
            } catch let refusal as Refusal {
                // Refused perhaps because another session performed this very key meanwhile; then its answer is ours.
                if attempt < Self.attemptLimit, refusal.code != .keyReused, try isPerformed(line.key, on: connection) {
                    attempt += 1
                    continue
                }
                try note(refusal, of: line, on: connection)
                return ActReply(line, .refused(try naming(refusal, on: connection)))
            } catch let error as PQError where error.sqlState == SQLState("AX001") {
                let refusal = Refusal(.beforeThePlan, ["on": line.on.description])
                try note(refusal, of: line, on: connection)
                return ActReply(line, .refused(refusal))
            } catch let error as PQError where Self.lostARace(error) && attempt < Self.attemptLimit {
                attempt += 1
            }
        }
    }

    private static let attemptLimit = 3

    /// The refusal with the name of the agency that it points to, which its sentence says instead of a code.
    private func naming(_ refusal: Refusal, on connection: isolated Connection) throws -> Refusal {
        guard let code = refusal.facts["agency"], let name = try Agency.name(of: code, on: connection) else {
            return refusal
        }
        return Refusal(refusal.code, refusal.facts.merging(["agency_name": name]) { $1 })
    }

    /// Whether another session took the same key, step or version first: looked at again, the act is a repetition or refused by its rule.
    private static func lostARace(_ error: PQError) -> Bool {
        error.sqlState == .uniqueViolation || error.isRetryable
    }

    private func isPerformed(_ key: String, on connection: isolated Connection) throws -> Bool {
        try connection.value("select exists (select from intake.act_key as k where k.key = \(key))", as: Bool.self)
    }

    private func performOnce(_ line: ActLine, on connection: isolated Connection) throws -> ActReply {
        try connection.transaction { connection in
            try identityKey.requireOfRegister(on: connection)
            let digest = try line.digest(with: identityKey)
            if let (actID, performedDigest, result) = try connection.firstRow(
                """
                select k.act_id, k.request_sha256, a.result::text
                from intake.act_key as k
                join intake.act as a on a.subject_id = k.subject_id and a.act_id = k.act_id
                where k.key = \(line.key)
                """,
                as: (Int64, [UInt8], String).self
            ) {
                guard performedDigest == digest else { throw Refusal(.keyReused, ["key": line.key]) }
                return ActReply(line, .repeated(actID: actID, answer: try JSONValue(parsing: result).members ?? [:]))
            }
            let type = try type(of: line)
            let fields = ActFields(
                line.members, vouchedCodes: try VouchedCodes.needed(by: line, of: type.fields, on: connection))
            try fields.refuseUndeclared(beyond: type.fields)
            let act = try type.init(reading: fields)
            let context = ActContext(
                actID: try connection.value("select nextval('ops.register_id')", as: Int64.self),
                on: line.on,
                officer: try officer(of: line, for: type.role, on: connection),
                key: line.key,
                identityKey: identityKey
            )
            let outcome = try act.perform(in: context, on: connection)
            try connection.execute(
                """
                with performed as (
                    insert into intake.act (subject_id, act_id, act, key, acted_on, officer_code, payload, result)
                    values (\(outcome.subjectID), \(context.actID), \(line.act), \(line.key), \(line.on), \(line.officerCode),
                        \(line.payload.canonicalText), \(JSONValue.object(outcome.answer).canonicalText))
                )
                insert into intake.act_key (key, subject_id, act_id, request_sha256)
                values (\(line.key), \(outcome.subjectID), \(context.actID), \(digest))
                """
            )
            return ActReply(line, .done(actID: context.actID, answer: outcome.answer))
        }
    }

    private func type(of line: ActLine) throws(Refusal) -> any Act.Type {
        guard let type = acts[line.act] else {
            throw Refusal(.unknownAct, ["act": line.act, "known": acts.keys.sorted().joined(separator: ", ")])
        }
        guard line.on <= today else {
            throw Refusal(.datedInTheFuture, ["on": line.on.description, "today": today.description])
        }
        return type
    }

    private func officer(
        of line: ActLine, for role: OfficerRole, on connection: isolated Connection
    ) throws -> Officer {
        guard line.officerCode != Officer.system || line.isAutomatic else {
            throw Refusal(.officerIsAutomatic, ["officer": line.officerCode])
        }
        guard let officer = try Officer.find(line.officerCode, on: connection) else {
            throw Refusal(.unknownOfficer, ["officer": line.officerCode])
        }
        guard officer.roles.contains(role) else {
            throw Refusal(.officerLacksRole, ["officer": officer.code, "role": role.rawValue])
        }
        return officer
    }

    /// Keeps a refused act of a known officer; an unknown one is nobody the ledger could name, and stands as the system.
    private func note(_ refusal: Refusal, of line: ActLine, on connection: isolated Connection) throws {
        let facts = JSONValue.object(refusal.facts.mapValues { .string($0.maskingResidentNumbers()) })
        try connection.execute(
            """
            insert into intake.act
                (subject_id, act, key, acted_on, officer_code, payload, refusal_code, result)
            select 0, \(line.act), \(line.key), \(line.on),
                coalesce((select o.officer_code from ops.officer as o where o.officer_code = \(line.officerCode)), 'system'),
                \(line.payload.canonicalText), \(refusal.code.rawValue), \(facts.canonicalText)
            """
        )
    }
}
