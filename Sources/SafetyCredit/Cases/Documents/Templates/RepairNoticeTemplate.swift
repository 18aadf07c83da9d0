extension DocumentTemplate {
    /// 信用修复告知书, served together with the decision. **Source** 国办发〔2025〕22号; Order 11 Arts. 10, 18-20; plan V(5); RD-33, RD-34.
    static let repairNotice1 = DocumentTemplate(
        .repairNotice, version: 1,
        body: """
            \(DocumentWording.head1)
            title 信用修复告知书
            to {{subject_name}}：
            \(DocumentWording.party1)
            p {{you}}于{{listed_on}}被列入{{list_name}}（{{listing_number}}）。为保障{{you}}依法修复信用的权利，现将有关事项告知如下：
            h 一、管理期限
            p 管理期限为{{period}}，自公布之日起计算{{#last_day_on}}，至{{last_day_on}}届满{{/last_day_on}}。期限届满的，由本机关移出名单，停止公示，解除管理措施，无须申请。
            h 二、申请提前移出的条件
            p 自列入之日起满{{removal_months}}个月，即自{{removal_from_on}}起，同时符合下列条件的，可以申请提前移出：
            p （一）已经履行行政处罚决定规定的义务；
            p （二）已经主动消除危害后果或者不良影响；
            {{#is_serious}}
            p （三）没有再发生应当列入名单的行为；
            p （四）不在法定的职业禁入或者行业禁入期限内。
            {{/is_serious}}
            {{^is_serious}}
            p （三）列入后没有受到新的安全生产行政处罚。
            {{/is_serious}}
            h 三、申请的方式和材料
            p 向{{agency_name}}提交提前移出申请书、守信承诺书和履行义务、消除影响的证明材料。
            h 四、办理期限
            p 本机关自收到申请之日起{{acceptance_days}}个工作日内决定是否受理，自受理之日起{{decision_days}}个工作日内作出决定并书面告知；不予移出的，说明理由。
            h 五、“信用中国”网站公示信息的修复
            {{#is_serious}}
            p 移出名单后，本机关将移出信息共享至信用信息共享平台，由“信用中国”网站停止公示。
            {{/is_serious}}
            {{^is_serious}}
            p “信用中国”网站公示的行政处罚信息，按照{{repair_rule}}申请修复。修复结果送达本机关的，自当日起移出{{list_name}}。
            {{/is_serious}}
            h 六、异议
            p 认为信用信息记录与事实不符的，可以向本机关提出异议申请，并提供依据。本机关自受理之日起{{objection_days}}个工作日内调查、核实，出具书面意见并答复申请人。
            \(DocumentWording.contact1)
            \(DocumentWording.foot1)
            """)
}
