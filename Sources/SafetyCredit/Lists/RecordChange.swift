import PQ

/// What follows for the lists and the grade when a record is corrected or no longer counts: in the same transaction.
struct RecordChange: Sendable {
    let record: Record
    let reason: Membership.EndReason
    let documentNumber: String

    /// Annuls the penalty from the day on (RD-15).
    func annul(in context: ActContext, on connection: isolated Connection) throws -> [String: JSONValue] {
        try record.addVersion(["annulled_on": .string(context.on.description)], in: context, on: connection)
        return try answer(endPenalised(in: context, on: connection), in: context, on: connection)
    }

    /// Withdraws the record: it counts for no day, and what rests on it ends or is re-examined.
    func withdraw(in context: ActContext, on connection: isolated Connection) throws -> [String: JSONValue] {
        try record.addVersion(["is_withdrawn": true], in: context, on: connection)
        switch record.kind {
        case .penalty:
            return try answer(endPenalised(in: context, on: connection), in: context, on: connection)
        case .repairResult:
            try PenalisedMembership.revive(withoutRepair: record, in: context, on: connection)
            return try answer(nil, in: context, on: connection)
        case .accident: return try answer(withoutAccident(in: context, on: connection), in: context, on: connection)
        case .certification, .honour, .ban: return try answer(nil, in: context, on: connection)
        }
    }

    /// Takes back the withdrawal, or else the annulment: the record counts again for every day.
    ///
    /// - Throws: `Refusal.nothingCorrected` for a record that counts; `.badField` for a kind that is recorded again instead.
    func reinstate(in context: ActContext, on connection: isolated Connection) throws -> [String: JSONValue] {
        switch record.kind {
        case .ban, .repairResult:
            let others = RecordKind.allCases.filter { $0 != .ban && $0 != .repairResult }.map(\.rawValue)
            throw Refusal(.badField, ["field": "record_kind", "expected": others.joined(separator: ", ")])
        case .accident, .certification, .honour:
            try record.addVersion(["is_withdrawn": false], in: context, on: connection)
            return try answer(nil, in: context, on: connection)
        case .penalty:
            try record.addVersion(
                record.isWithdrawn ? ["is_withdrawn": false] : ["annulled_on": .null], in: context, on: connection)
            let ids = try PenalisedMembership.reinstate(record, in: context, on: connection)
            return try answer(nil, in: context, on: connection)
                .merging(["membership_ids": .array(ids.map { .integer($0) })]) { $1 }
        }
    }

    /// Corrects columns of the record: its penalised membership follows, a serious one that rests on them is re-examined.
    func correct(
        _ correction: Correction, in context: ActContext, on connection: isolated Connection
    ) throws -> [String: JSONValue] {
        try record.addVersion(try correction.columns(of: record.kind), in: context, on: connection)
        let fallen: Membership.Fallen? =
            switch record.kind {
            case .penalty where !correction.fields.isDisjoint(with: Self.groundsOfPenalty):
                try PenalisedMembership.follow(record, decisionNumber: documentNumber, in: context, on: connection)
            case .accident: try withoutAccident(in: context, on: connection)
            default: nil
            }
        return try answer(fallen, in: context, on: connection)
    }

    /// Columns of a penalty on which a membership rests.
    private static let groundsOfPenalty: Set<String> = [
        "decided_on", "is_safety", "is_article_114_2", "accident_number",
    ]

    /// The serious memberships that the accident, as it now stands, no longer carries.
    private func withoutAccident(
        in context: ActContext, on connection: isolated Connection
    ) throws -> Membership.Fallen {
        Membership.Fallen(
            toReexamine: try Membership.serious(
                """
                exists (
                    select from lists.membership_without_accident(\(record.subjectID), \(record.id), \(context.on)) as f
                    where f.membership_id = m.membership_id
                )
                """,
                inMatterOf: record.subjectID, day: context.on, on: connection))
    }

    private func endPenalised(in context: ActContext, on connection: isolated Connection) throws -> Membership.Fallen {
        try Membership.endPenalised(
            foundedOn: record.id, of: record.subjectID, because: reason, decisionNumber: documentNumber, in: context,
            on: connection)
    }

    private func answer(
        _ fallen: Membership.Fallen?, in context: ActContext, on connection: isolated Connection
    ) throws -> [String: JSONValue] {
        var answer: [String: JSONValue] = ["record_id": .integer(record.id)]
        if let fallen {
            answer["ended_membership_ids"] = .array(fallen.endedIDs.map { .integer($0) })
            answer["reexamine_membership_ids"] = .array(fallen.toReexamine.map { .integer($0.id) })
            answer["dropped_publication_on"] = fallen.droppedPublicationOn.map { .string($0.description) }
            _ = try Reexamination.open(fallen.toReexamine, ground: documentNumber, in: context, on: connection)
        }
        if let grade = try GradeComputation.regrade(record.subjectID, asOf: context.on, on: connection) {
            answer["grade"] = .string(grade)
        }
        return answer
    }
}
