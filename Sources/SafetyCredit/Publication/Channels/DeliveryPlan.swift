/// What to do with each change of one delivery, given the newest change applied to each entry before.
struct DeliveryPlan {
    /// The newest change applied to an entry.
    struct Applied {
        var version: Int64
        var key: String
    }

    enum Verdict: Equatable {
        case apply
        /// The same key was applied before: answer from what stands.
        case again
        case refuse(DeliveryFault)
    }

    /// One verdict per change, in their order.
    private(set) var verdicts: [Verdict] = []

    init(_ changes: [PublicationChange], applied: (Int64) -> Applied?) {
        var newest: [Int64: Applied] = [:]
        for change in changes {
            let before = newest[change.entryID] ?? applied(change.entryID)
            if let fault = Self.fault(of: change) {
                verdicts.append(.refuse(fault))
            } else if let before, before.key == change.key {
                verdicts.append(.again)
            } else if let before, before.version >= change.version {
                verdicts.append(.refuse(.stale(applied: before.version)))
            } else {
                newest[change.entryID] = Applied(version: change.version, key: change.key)
                verdicts.append(.apply)
            }
        }
        refuseOvertaken(changes, newest: newest)
    }

    /// A change that a later one of the same delivery replaces is never shown, so it is not done but stale.
    private mutating func refuseOvertaken(_ changes: [PublicationChange], newest: [Int64: Applied]) {
        var placed: Set<Int64> = []
        for (index, change) in changes.enumerated() {
            guard let newest = newest[change.entryID] else { continue }
            if case .refuse = verdicts[index] { continue }
            if newest.key != change.key {
                verdicts[index] = .refuse(.stale(applied: newest.version))
            } else if !placed.insert(change.entryID).inserted {
                verdicts[index] = .again
            }
        }
    }

    private static func fault(of change: PublicationChange) -> DeliveryFault? {
        guard let entry = change.entry else { return nil }
        if entry.entryID != change.entryID { return .wrongEntry(entry.entryID) }
        return entry.unmaskedField.map { .unmasked(field: $0.rawValue) }
    }
}
