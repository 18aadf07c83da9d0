extension Procedure {
    /// The re-examination of a serious listing whose ground may have fallen away.
    ///
    /// Annulling or withdrawing the penalty opens it; a decider may also revoke at once, without a handler before.
    /// **Source** Order 11 Art. 15; RD-14, RD-15, RD-35.
    static let revocationRules: [StepRule] = [
        StepRule(
            .opened, by: "reexamine-listing", of: .handler,
            [.owes(.decided, within: "reexamination-working-days")],
            source: "第11号令第十五条"),
        StepRule(
            .decided, outcomes: [.revoke, .keep], by: "revoke-listing", of: .decider, notBy: [.handler, .recorder],
            after: [.at(.opened)], mayOpen: true,
            [
                .owes(.served, within: "decision-service-working-days", if: .revoke),
                .owes(.entered, within: "removal-entry-working-days", if: .revoke),
            ],
            source: "第11号令第十五条；RD-35"),
        StepRule(
            .served, by: "record-service", of: .handler, after: [.at(.decided, .revoke), .at(.entered)],
            source: "行政处罚法第六十一条"),
        StepRule(
            .entered, by: "record-entry", of: .handler, after: [.at(.decided, .revoke), .at(.served)],
            source: "第11号令第十四条；RD-35"),
        StepRule(
            .moot, by: "close-moot-cases", of: .operator, after: [.at(.opened)],
            source: "第11号令第十三条"),
    ]
}
