public import PQ

/// Lets a credit code be used although its check characters fail, because a document says that it was issued so.
///
/// From then on files and acts take it like any other; the register keeps it flagged.
/// **Source** RD-43.
public struct VouchForCode: Act {
    public static let name = "vouch-for-code"
    public static let role = OfficerRole.recorder
    public static let fields = [
        ActField("credit_code", .text, "校验码不符的统一社会信用代码"),
        ActField("document_number", .text, "证明文件文号，如登记机关的复函"),
    ]

    let code: CreditCode
    let documentNumber: String

    public init(reading fields: ActFields) throws {
        let text = try fields.text("credit_code")
        guard (try? CreditCode(text)) == nil else { throw Refusal(.codeHolds, ["subject": text]) }
        let written = String(decoding: IdentifierText.normalise(text), as: UTF8.self)
        guard let code = try? CreditCode(text, vouchedFor: [written]) else {
            throw Refusal(
                .badField, ["field": "credit_code", "expected": "18 characters of a unified social credit code"])
        }
        self.code = code
        documentNumber = try fields.text("document_number")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let inserted = try connection.execute(
            """
            insert into intake.vouched_code (code, document_number, officer_code, act_id)
            values (\(code.text), \(documentNumber), \(context.officer.code), \(context.actID))
            on conflict (code) do nothing
            """
        )
        guard inserted == 1 else { throw Refusal(.recordExists, ["record": code.text]) }
        return ActOutcome(answer: ["credit_code": .string(code.text)])
    }
}
