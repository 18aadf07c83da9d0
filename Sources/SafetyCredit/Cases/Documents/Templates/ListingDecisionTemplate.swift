extension DocumentTemplate {
    /// 列入决定书. **Source** Order 11 Arts. 6, 7, 10, 13, 18-20; plan III, V(4), V(5); RD-33, RD-34.
    static let listingDecision1 = DocumentTemplate(
        .listingDecision, version: 1,
        body: """
            \(DocumentWording.head1)
            title 安全生产严重失信主体名单列入决定书
            to {{addressees}}：
            {{#unit_is_listed}}
            \(DocumentWording.party1)
            {{/unit_is_listed}}
            {{#persons}}
            p 当事人：{{name}}，{{unit_name}}{{role}}，公民身份号码：{{masked_number}}。
            {{/persons}}
            \(DocumentWording.penalty1)
            p 本机关于{{notice_on}}送达《安全生产严重失信主体名单列入告知书》（{{notice_number}}），告知了拟列入的事由、依据、管理措施和依法享有的权利。{{#is_defence_waived}}当事人明确表示放弃陈述、申辩。{{/is_defence_waived}}{{#defence_answer}}当事人进行了陈述、申辩，经复核，本机关的意见为：{{defence_answer}}。{{/defence_answer}}
            h 一、列入决定
            p 上述情形符合{{ground_basis}}规定的“{{ground_text}}”。依据该规定，本机关决定将{{listed_names}}列入安全生产严重失信主体名单。列入之日为{{decided_on}}，管理期限为{{period}}，自公布之日起计算{{#period_basis}}（短于最长期限的依据：{{period_basis}}）{{/period_basis}}。
            h 二、管理措施
            p 列入期间依法采取下列管理措施：
            \(DocumentWording.measures1)
            h 三、移出和信用修复
            p （一）管理期限届满的，由本机关移出名单，停止公示，解除管理措施，无须申请。
            p （二）自列入之日起满{{removal_months}}个月，即自{{removal_from_on}}起，同时符合下列条件的，可以向本机关申请提前移出：已经履行行政处罚决定规定的义务；已经主动消除危害后果或者不良影响；没有再发生应当列入名单的行为；不在法定的职业禁入或者行业禁入期限内。
            p （三）申请提前移出应当提交申请书、守信承诺书和履行义务、消除影响的证明材料。本机关自收到申请之日起{{acceptance_days}}个工作日内决定是否受理，自受理之日起{{decision_days}}个工作日内作出决定并书面告知。申请材料弄虚作假的，撤销移出决定，恢复列入，管理期限自恢复之日起重新计算。
            h 四、异议和救济途径
            p （一）认为信用信息记录与事实不符的，可以向本机关提出异议申请，并提供依据。本机关自受理之日起{{objection_days}}个工作日内调查、核实，出具书面意见并答复申请人。
            p （二）如不服本决定，可以自知道本决定之日起60日内依法向{{review_authority}}申请行政复议，也可以自知道本决定之日起6个月内依法向有管辖权的人民法院提起行政诉讼。行政复议、行政诉讼期间，本决定不停止执行，法律另有规定的除外。
            \(DocumentWording.contact1)
            \(DocumentWording.foot1)
            """)
}
