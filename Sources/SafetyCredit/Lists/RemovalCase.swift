import PQ

/// A case of early removal with the membership it is about.
struct RemovalCase: Sendable {
    let file: Case
    let membership: Membership

    /// The case, its membership locked until the transaction ends.
    ///
    /// - Throws: `Refusal.unknownCase`; `.caseMoot` when the membership has ended before anybody decided.
    static func find(
        _ reference: CaseReference, in context: ActContext, on connection: isolated Connection
    ) throws -> RemovalCase {
        let file = try Case.find(reference, [.earlyRemoval], on: connection)
        guard let membership = try file.membershipID.flatMap({ try Membership.find($0, on: connection) }) else {
            throw Refusal(.unknownMembership, ["membership": file.membershipID.map(String.init) ?? ""])
        }
        if !file.isDecided, let offOn = membership.firstDayOff, offOn <= context.on {
            throw Refusal(.caseMoot, ["off": offOn.description])
        }
        return RemovalCase(file: file, membership: membership)
    }
}
