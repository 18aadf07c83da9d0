extension Procedure {
    /// A subject's objection to the facts of a record; both the decision and the answer fall within the ten working days.
    ///
    /// **Source** plan III; RD-23, RD-39.
    static let objectionRules: [StepRule] = [
        StepRule(
            .filed, by: "file-objection", of: .handler,
            [.owes(.accepted, .refused, within: "objection-acceptance-working-days")],
            source: "工作方案三；RD-23"),
        StepRule(
            .accepted, by: "accept-objection", of: .handler, after: [.at(.filed)],
            [
                .owes(.decided, within: "objection-working-days"),
                .owes(.served, within: "objection-working-days"),
            ],
            source: "工作方案三"),
        StepRule(
            .refused, by: "refuse-objection", of: .handler, after: [.at(.filed)],
            [.owes(.served, within: "decision-service-working-days")],
            source: "RD-23"),
        StepRule(
            .decided, outcomes: [.change, .delete, .keep], by: "decide-objection", of: .decider,
            notBy: [.recorder, .handler], after: [.at(.accepted)],
            source: "工作方案三"),
        StepRule(
            .served, by: "record-service", of: .handler, after: [.at(.decided), .at(.refused)],
            source: "工作方案三"),
    ]
}
