extension Procedure {
    /// An early removal won by fraud is revoked and the listing restored, after notice and defence like any listing.
    ///
    /// **Source** Order 11 Art. 21; RD-40, RD-45.
    static let restorationRules: [StepRule] = [
        StepRule(
            .noticeServed, by: "give-restoration-notice", of: .handler,
            [.owes(.defenceHeard, .defenceWaived, within: "defence-working-days")],
            source: "第11号令第二十一条；RD-45"),
        StepRule(
            .defenceHeard, by: "record-defence", of: .handler, after: [.at(.noticeServed)],
            [.owes(.decided, within: "decision-after-defence-working-days")],
            source: "行政处罚法第四十五条"),
        StepRule(
            .defenceWaived, by: "record-defence", of: .handler, after: [.at(.noticeServed)],
            [.owes(.decided, within: "decision-after-defence-working-days")],
            source: "行政处罚法第六十二条"),
        StepRule(
            .decided, outcomes: [.restore, .notRestore], by: "restore-listing", of: .decider, notBy: [.handler],
            after: [.at(.defenceHeard), .at(.defenceWaived)],
            [
                .owes(.served, within: "decision-service-working-days", if: .restore),
                .owes(.entered, within: "listing-entry-working-days", if: .restore),
            ],
            source: "第11号令第二十一条；RD-40"),
        StepRule(
            .served, by: "record-service", of: .handler, after: [.at(.decided, .restore), .at(.entered)],
            source: "行政处罚法第六十一条；国办发〔2025〕22号"),
        StepRule(
            .entered, by: "record-entry", of: .handler, after: [.at(.decided, .restore), .at(.served)],
            source: "第11号令第十一条"),
    ]
}
