extension DocumentTemplate {
    /// 不予受理决定书, of an application for early removal or of an objection. **Source** Order 11 Arts. 16, 19; plan III; RD-22, RD-23.
    static let acceptanceRefusal1 = DocumentTemplate(
        .acceptanceRefusal, version: 1,
        body: """
            \(DocumentWording.head1)
            {{#is_objection}}
            title 信用信息异议不予受理决定书
            {{/is_objection}}
            {{^is_objection}}
            title 提前移出申请不予受理决定书
            {{/is_objection}}
            to {{subject_name}}：
            \(DocumentWording.party1)
            {{#is_objection}}
            p {{you}}于{{applied_on}}对行政处罚信息（{{record_number}}）向本机关提出异议申请，主要内容为：{{statement}}。
            {{/is_objection}}
            {{^is_objection}}
            p {{you}}于{{applied_on}}就列入{{list_name}}一事（{{listing_number}}）向本机关申请提前移出。
            {{/is_objection}}
            p 经审查，{{reason}}。
            p 本机关决定：不予受理。
            {{^is_objection}}
            p 补齐材料或者具备条件后，可以重新提出申请。
            {{/is_objection}}
            \(DocumentWording.remedies1)
            \(DocumentWording.contact1)
            \(DocumentWording.foot1)
            """)
}
