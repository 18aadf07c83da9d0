import PQ
import Testing

@testable import SafetyCredit

extension Story {
    /// Issues a document that must be issued, and reads it back.
    func issue(
        _ kind: DocumentKind, on day: String, by officer: String = "han", key: String? = nil,
        _ fields: [String: JSONValue], _ connection: isolated Connection
    ) throws -> IssuedDocument {
        let answer = try does(
            "issue-document", on: day, by: officer, key: key ?? "issue-\(kind.rawValue)",
            fields.merging(["kind": .string(kind.rawValue)]) { $1 }, connection)
        guard case .integer(let id)? = answer["document_id"] else { throw Refusal(.unknownRecord) }
        return try #require(try IssuedDocument.find(String(id), on: connection).first)
    }

    /// One document of each kind, as the cases of the invented town bring them about, with all that a document can hold.
    func issueOneOfEach(_ connection: isolated Connection) throws -> [IssuedDocument] {
        let contact: [String: JSONValue] = ["contact": "王某 0722-3590000", "address": "随州市曾都区烈山大道1号"]
        let about = { (key: JSONValue) in contact.merging(["case": key]) { $1 } }
        try reach(.told, connection)
        try connection.execute(
            """
            update records.penalty as p
            set illegal_act = '未取得危险化学品安全使用许可证从事生产，使用危险化学品', content = '责令停止使用危险化学品，限期改正，并处罚款人民币壹拾万元'
            """)
        try connection.execute(
            "update register.subject as s set registered_address = '湖北省随州市随县青石镇工业园区8号' where s.kind = 'business'")
        var documents = [try issue(.priorNotice, on: "2024-03-05", about("give-notice"), connection)]
        try does(
            "record-defence", on: "2024-03-08", by: "han",
            ["case": "give-notice", "answer": "所称许可证正在办理，不影响违法事实的成立，陈述、申辩理由不予采纳。"], connection)
        try does("decide-listing", on: "2024-03-11", by: "dec", Self.listing, connection)
        documents.append(try issue(.listingDecision, on: "2024-03-11", about("give-notice"), connection))
        documents.append(try issue(.repairNotice, on: "2024-03-11", about("give-notice"), connection))
        try does(
            "confirm-publication", on: "2024-03-15", by: "operator",
            ["membership_id": .integer(try unitMembership(connection)), "channel": "bureau-site"], connection)
        documents.append(try issueDenial(about, connection))
        documents.append(try issueRefusal(about, connection))
        try does(
            "apply-for-removal", on: "2025-05-12", by: "han", Self.listedUnit.merging(["statement": "已整改"]) { $1 },
            connection)
        try does("accept-removal-application", on: "2025-05-14", by: "han", ["case": "apply-for-removal"], connection)
        try does(
            "decide-removal", on: "2025-05-20", by: "dec",
            Self.with(Self.grant, ["penalty_performed": "罚款缴款书（2024年4月2日）", "harm_removed": "整改复查意见书（随应急复查〔2025〕3号）"]),
            connection)
        documents.append(try issue(.removalDecision, on: "2025-05-20", about("apply-for-removal"), connection))
        documents.append(try issue(.removalCertificate, on: "2025-05-21", about("apply-for-removal"), connection))
        documents.append(try issueAnswer(about, connection))
        return documents
    }

    private func issueDenial(
        _ about: (JSONValue) -> [String: JSONValue], _ connection: isolated Connection
    ) throws -> IssuedDocument {
        try does(
            "apply-for-removal", on: "2025-03-12", by: "han", key: "first application",
            Self.listedUnit.merging(["statement": "已整改"]) { $1 }, connection)
        try does(
            "accept-removal-application", on: "2025-03-14", by: "han", key: "first accepted",
            ["case": "first application"], connection)
        try does(
            "decide-removal", on: "2025-03-20", by: "dec", key: "denied",
            ["case": "first application", "decision": "denied", "reason": "所提交的缴款凭证不足以证明罚款已经全部缴纳，尚欠人民币叁万元"],
            connection)
        return try issue(.removalDenial, on: "2025-03-20", about("first application"), connection)
    }

    private func issueRefusal(
        _ about: (JSONValue) -> [String: JSONValue], _ connection: isolated Connection
    ) throws -> IssuedDocument {
        try does(
            "apply-for-removal", on: "2025-04-01", by: "han", key: "second application",
            Self.listedUnit.merging(["statement": "已整改"]) { $1 }, connection)
        try does(
            "refuse-removal-application", on: "2025-04-07", by: "han",
            ["case": "second application", "reason": "申请书未加盖单位公章，缺少守信承诺书"], connection)
        return try issue(.acceptanceRefusal, on: "2025-04-07", about("second application"), connection)
    }

    private func issueAnswer(
        _ about: (JSONValue) -> [String: JSONValue], _ connection: isolated Connection
    ) throws -> IssuedDocument {
        try does(
            "file-objection", on: "2025-06-03", by: "han",
            [
                "credit_code": .string(Self.unit), "decision_number": .string(Self.decisionNumber),
                "statement": "处罚对象是名称相近的另一单位",
            ], connection)
        try does("accept-objection", on: "2025-06-04", by: "han", ["case": "file-objection"], connection)
        try does(
            "decide-objection", on: "2025-06-10", by: "dec",
            [
                "case": "file-objection", "decision": "keep",
                "opinion": "经调取行政处罚案卷，处罚决定书载明的当事人名称、统一社会信用代码与你单位一致。\n经查，送达回证由你单位工作人员签收。",
            ], connection)
        return try issue(.objectionAnswer, on: "2025-06-10", about("file-objection"), connection)
    }

    private static func with(_ fields: [String: JSONValue], _ changes: [String: JSONValue]) -> [String: JSONValue] {
        fields.merging(changes) { $1 }
    }
}
