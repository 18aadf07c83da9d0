extension DocumentTemplate {
    /// 异议答复书. **Source** plan III; RD-23.
    static let objectionAnswer1 = DocumentTemplate(
        .objectionAnswer, version: 1,
        body: """
            \(DocumentWording.head1)
            title 安全生产信用信息异议答复书
            to {{subject_name}}：
            p {{you}}于{{applied_on}}对{{penalty_decided_on}}的行政处罚信息（行政处罚决定书文号：{{record_number}}）提出异议，主要内容为：{{statement}}。
            p 本机关于{{accepted_on}}受理，并组织人员进行了调查、核实。现答复如下：
            h 一、核实意见
            p {{opinion}}。
            h 二、处理决定
            {{#is_keep}}
            p 依据{{plan_basis}}第三部分，本机关决定：对该信用信息继续保留。
            {{/is_keep}}
            {{#is_change}}
            p 依据{{plan_basis}}第三部分，本机关决定：对该信用信息予以变更，并按变更后的信息重新确定信用等级。
            {{/is_change}}
            {{#is_delete}}
            p 依据{{plan_basis}}第三部分，本机关决定：对该信用信息予以删除，不再作为信用评价的依据，并重新确定信用等级；据此公示的信息停止公示。
            {{/is_delete}}
            p 该信息的“异议处理中”标注自本答复作出之日起取消。对行政处罚决定本身不服的，依法通过行政复议、行政诉讼途径解决。
            \(DocumentWording.contact1)
            \(DocumentWording.foot1)
            """)
}
