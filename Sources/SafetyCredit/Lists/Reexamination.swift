import PQ

/// The re-examination of serious listings whose ground may have fallen away (Order 11 Art. 15).
enum Reexamination {
    /// Opens a case for each membership that has none open, and gives their ids.
    static func open(
        _ memberships: [Membership], ground: String, in context: ActContext, on connection: isolated Connection
    ) throws -> [Int64] {
        try memberships.compactMap { membership in
            guard try Case.openCase(.revocation, about: membership.matter, on: connection) == nil else { return nil }
            return try Case.open(
                .revocation, .opened, about: membership.matter, followsFromAct: true,
                detail: ["ground": .string(ground)], in: context, on: connection
            ).id
        }
    }
}

extension Membership {
    /// The membership as the matter of a case.
    var matter: Case.Matter { Case.Matter(subjectID: subjectID, membershipID: id, agencyCode: agencyCode) }
}
