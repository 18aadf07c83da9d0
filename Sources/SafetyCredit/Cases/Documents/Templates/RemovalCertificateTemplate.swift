extension DocumentTemplate {
    /// 提前移出证明. **Source** Order 11 Arts. 14, 20; plan V(5); RD-19.
    static let removalCertificate1 = DocumentTemplate(
        .removalCertificate, version: 1,
        body: """
            title 提前移出证明
            serial {{document_number}}
            p {{subject_name}}{{#credit_code}}（统一社会信用代码：{{credit_code}}）{{/credit_code}}{{#masked_number}}（公民身份号码：{{masked_number}}）{{/masked_number}}于{{listed_on}}被列入{{list_name}}（{{listing_number}}）。经申请并核实，本机关于{{decided_on}}作出移出决定（{{removal_number}}），自{{decided_on}}起移出{{list_name}}，停止公示，解除相应管理措施。
            p 特此证明。
            \(DocumentWording.foot1)
            """)
}
