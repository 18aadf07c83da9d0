extension Procedure {
    /// What the department does about the memberships of a unit that another has absorbed: nothing passes over by itself.
    ///
    /// **Source** RD-29.
    static let mergerRules: [StepRule] = [
        StepRule(
            .opened, by: "record-merger", of: .recorder,
            [.owes(.decided, within: "merger-decision-working-days")],
            source: "RD-29"),
        StepRule(
            .decided, outcomes: [.newListing, .noTransfer], by: "decide-merger", of: .decider, notBy: [.handler],
            after: [.at(.opened)],
            source: "RD-29"),
    ]
}
