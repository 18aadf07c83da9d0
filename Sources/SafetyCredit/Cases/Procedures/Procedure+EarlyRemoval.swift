extension Procedure {
    /// An application to leave a list before the period ends; without object once it has ended.
    ///
    /// **Source** plan V(5); Order 11 Arts. 13, 14, 18-20; RD-19, RD-22, RD-33 to RD-37.
    static let earlyRemovalRules: [StepRule] = [
        StepRule(
            .filed, by: "apply-for-removal", of: .handler,
            [.owes(.accepted, .refused, within: "removal-acceptance-working-days")],
            source: "第11号令第十三条、第十九条；RD-33"),
        StepRule(
            .accepted, by: "accept-removal-application", of: .handler, after: [.at(.filed)],
            [.owes(.decided, within: "removal-decision-working-days")],
            source: "第11号令第十九条"),
        StepRule(
            .refused, by: "refuse-removal-application", of: .handler, after: [.at(.filed)],
            [.owes(.served, within: "decision-service-working-days")],
            source: "第11号令第十九条；RD-22"),
        StepRule(
            .decided, outcomes: [.granted, .denied], by: "decide-removal", of: .decider, notBy: [.handler],
            after: [.at(.accepted)],
            [
                .owes(.served, within: "decision-service-working-days"),
                .owes(.entered, within: "removal-entry-working-days", if: .granted),
                .owes(.reported, within: "removal-report-working-days", if: .granted),
            ],
            source: "第11号令第二十条；RD-34"),
        StepRule(
            .served, by: "record-service", of: .handler,
            after: [.at(.decided), .at(.refused), .at(.entered), .at(.reported)],
            source: "第11号令第二十条"),
        StepRule(
            .entered, by: "record-entry", of: .handler,
            after: [.at(.decided, .granted), .at(.served), .at(.reported)],
            source: "第11号令第十四条；RD-35"),
        StepRule(
            .reported, by: "report-removal", of: .handler,
            after: [.at(.decided, .granted), .at(.served), .at(.entered)],
            source: "第11号令第二十条；RD-37"),
        StepRule(
            .moot, by: "close-moot-cases", of: .operator, after: [.at(.filed), .at(.accepted)],
            source: "第11号令第十三条"),
    ]
}
