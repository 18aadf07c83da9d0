extension DocumentTemplate {
    /// 不予提前移出决定书. **Source** Order 11 Arts. 16, 18, 20; plan V(5); RD-22.
    static let removalDenial1 = DocumentTemplate(
        .removalDenial, version: 1,
        body: """
            \(DocumentWording.head1)
            title 不予提前移出决定书
            to {{subject_name}}：
            \(DocumentWording.party1)
            p 本机关于{{listed_on}}将{{you}}列入{{list_name}}（{{listing_number}}）。{{you}}于{{applied_on}}申请提前移出，本机关于{{accepted_on}}受理。
            p 经核实，{{reason}}。
            p 上述情形不符合提前移出的条件。依据{{removal_basis}}，本机关决定：不予提前移出。
            p 列入期间的公示和管理措施继续执行，管理期限不变。具备条件后，可以重新提出申请；管理期限届满的，由本机关移出名单，无须申请。
            \(DocumentWording.remedies1)
            \(DocumentWording.contact1)
            \(DocumentWording.foot1)
            """)
}
