/// Sentences that several templates share; numbered like the templates, and as little changed once used.
enum DocumentWording {
    static let head1 = """
        letterhead {{agency_name}}
        number {{document_number}}
        """

    static let foot1 = """
        sign {{agency_name}}
        date {{dated_on}}
        """

    /// Who is meant, with code or masked number and address.
    static let party1 = """
        p 当事人：{{subject_name}}{{#credit_code}}，统一社会信用代码：{{credit_code}}{{/credit_code}}{{#masked_number}}，公民身份号码：{{masked_number}}{{/masked_number}}{{#registered_address}}，住所：{{registered_address}}{{/registered_address}}。
        """

    /// The penalty a listing rests on.
    static let penalty1 = """
        p 经查，{{subject_name}}{{#illegal_act}}因{{illegal_act}}，{{/illegal_act}}于{{penalty_decided_on}}被{{penalty_agency}}依法给予行政处罚（行政处罚决定书文号：{{penalty_number}}）{{#penalty_text}}，处罚内容为：{{penalty_text}}{{/penalty_text}}。
        """

    static let measures1 = """
        {{#measures}}
        p {{ordinal}}{{text}}{{^last()}}；{{/last()}}{{#last()}}。{{/last()}}
        {{/measures}}
        """

    /// **Source** Review Law Art. 20, Litigation Law Arts. 45-46, Penalty Law Art. 73 by analogy.
    static let remedies1 = """
        p 如不服本决定，可以自知道本决定之日起60日内依法向{{review_authority}}申请行政复议，也可以自知道本决定之日起6个月内依法向有管辖权的人民法院提起行政诉讼。行政复议、行政诉讼期间，本决定不停止执行，法律另有规定的除外。
        """

    /// Where the party turns to; nothing when the act gave nothing.
    static let contact1 = """
        {{#contact}}
        p 联系人及电话：{{contact}}
        {{/contact}}
        {{#address}}
        p 联系地址：{{address}}
        {{/address}}
        """
}
