extension Procedure {
    /// From the notice to the entry in the system; publication follows from the membership that the decision makes.
    ///
    /// **Source** Order 11 Arts. 4, 9-11; Penalty Law Arts. 44-45, 61-62 by analogy; RD-45. The repair notice goes with the decision (国办发〔2025〕22号).
    static let listingRules: [StepRule] = [
        StepRule(
            .noticeServed, by: "give-notice", of: .handler,
            [.owes(.defenceHeard, .defenceWaived, within: "defence-working-days")],
            source: "第11号令第九条；RD-45"),
        StepRule(
            .defenceHeard, by: "record-defence", of: .handler, after: [.at(.noticeServed)],
            [.owes(.decided, within: "decision-after-defence-working-days")],
            source: "行政处罚法第四十五条"),
        StepRule(
            .defenceWaived, by: "record-defence", of: .handler, after: [.at(.noticeServed)],
            [.owes(.decided, within: "decision-after-defence-working-days")],
            source: "行政处罚法第六十二条"),
        StepRule(
            .decided, outcomes: [.list, .notList], by: "decide-listing", of: .decider, notBy: [.handler, .recorder],
            after: [.at(.defenceHeard), .at(.defenceWaived)],
            [
                .owes(.served, within: "decision-service-working-days", if: .list),
                .owes(.entered, within: "listing-entry-working-days", if: .list),
            ],
            source: "第11号令第十条、第十一条"),
        StepRule(
            .served, by: "record-service", of: .handler, after: [.at(.decided, .list), .at(.entered)],
            source: "行政处罚法第六十一条；国办发〔2025〕22号"),
        StepRule(
            .entered, by: "record-entry", of: .handler, after: [.at(.decided, .list), .at(.served)],
            source: "第11号令第十一条"),
    ]
}
