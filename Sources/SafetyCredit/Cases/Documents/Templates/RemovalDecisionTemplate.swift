extension DocumentTemplate {
    /// 移出决定书. **Source** Order 11 Arts. 14, 18, 20, 21; plan V(5); RD-19, RD-34, RD-35, RD-40.
    static let removalDecision1 = DocumentTemplate(
        .removalDecision, version: 1,
        body: """
            \(DocumentWording.head1)
            title {{list_name}}移出决定书
            to {{subject_name}}：
            \(DocumentWording.party1)
            p 本机关于{{listed_on}}将{{you}}列入{{list_name}}（{{listing_number}}）。{{you}}于{{applied_on}}申请提前移出，本机关于{{accepted_on}}受理。经核实：
            p （一）自列入之日起已满{{removal_months}}个月；
            p （二）行政处罚决定规定的义务已经履行，有{{penalty_performed}}为证；
            p （三）危害后果或者不良影响已经消除，有{{harm_removed}}为证；
            {{#is_serious}}
            p （四）没有再发生应当列入名单的行为，不在法定的职业禁入或者行业禁入期限内。
            {{/is_serious}}
            {{^is_serious}}
            p （四）列入后没有受到新的安全生产行政处罚。
            {{/is_serious}}
            p 上述情形符合提前移出的条件。依据{{removal_basis}}，本机关决定：自{{decided_on}}起，将{{you}}移出{{list_name}}。本机关最迟于{{withdraw_by_on}}停止公示相关信息，并解除相应管理措施。
            p {{you}}应当继续遵守安全生产法律法规。经查实申请材料弄虚作假的，本机关将撤销本决定，恢复列入，管理期限自恢复之日起重新计算。
            \(DocumentWording.contact1)
            \(DocumentWording.foot1)
            """)
}
