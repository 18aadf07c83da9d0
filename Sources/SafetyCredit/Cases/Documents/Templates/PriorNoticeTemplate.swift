extension DocumentTemplate {
    /// 告知书. **Source** Order 11 Art. 9; Penalty Law Arts. 44-45, 64 by analogy; RD-45.
    static let priorNotice1 = DocumentTemplate(
        .priorNotice, version: 1,
        body: """
            \(DocumentWording.head1)
            title 安全生产严重失信主体名单列入告知书
            to {{addressees}}：
            \(DocumentWording.penalty1)
            p 本机关拟将{{listed_whom}}列入安全生产严重失信主体名单。现将有关事项告知如下：
            h 一、拟列入的事由和依据
            p 上述情形符合{{ground_basis}}规定的“{{ground_text}}”。
            h 二、列入后的管理期限和管理措施
            p 管理期限最长为{{longest_period}}，自公布之日起计算。列入期间依法采取下列管理措施：
            \(DocumentWording.measures1)
            h 三、依法享有的权利
            p 对拟列入的事由、依据和管理措施有异议的，可以自收到本告知书之日起{{defence_days}}个工作日内，以书面或者口头形式向本机关陈述、申辩，并提交有关事实、理由和证据，本机关将予以复核；也可以书面明确表示放弃陈述、申辩。陈述、申辩不会导致更重的处理。期满未陈述、申辩的，本机关将依法作出决定。
            \(DocumentWording.contact1)
            \(DocumentWording.foot1)
            """)
}
