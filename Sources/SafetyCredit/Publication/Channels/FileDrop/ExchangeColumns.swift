internal import PQ

/// The columns of a batch file, in their order.
///
/// **Shape** one row per change; a withdrawal fills only the last five.
/// **Units** dates YYYY-MM-DD; lengths in Unicode characters.
/// **Source** data-standards §4; lengths from the penalty columns of §1 that hold the same (CF_XDR_MC, CF_WSH, CF_YJ,
/// CF_NR), else this project's choice.
struct ExchangeColumn: Sendable {
    let title: String
    let limit: Int
    let value: @Sendable (PublicationEntry) -> String

    private init(_ title: String, _ limit: Int, _ value: @escaping @Sendable (PublicationEntry) -> String) {
        self.title = title
        self.limit = limit
        self.value = value
    }

    static let ofEntry: [ExchangeColumn] = [
        ExchangeColumn("名单", 50) { $0.listName },
        ExchangeColumn("主体类别", 16) { $0.isPerson ? "自然人" : "法人及非法人组织" },
        ExchangeColumn("名称", 200) { $0.isPerson ? "" : $0.name },
        ExchangeColumn("统一社会信用代码", 18) { $0.creditCode ?? "" },
        ExchangeColumn("注册地址", 200) { $0.registeredAddress ?? "" },
        ExchangeColumn("姓名", 50) { $0.isPerson ? $0.name : "" },
        ExchangeColumn("证件号码", 64) { $0.maskedNumber ?? "" },
        ExchangeColumn("列入决定文号", 128) { $0.decisionNumber },
        ExchangeColumn("列入日期", 10) { $0.decidedOn.description },
        ExchangeColumn("列入依据条款", 128) { $0.groundClause },
        ExchangeColumn("列入依据内容", 2048) { $0.groundText },
        ExchangeColumn("认定依据", 2000) { $0.basis ?? "" },
        ExchangeColumn("公示日期", 10) { $0.publishedOn?.description ?? "" },
        ExchangeColumn("管理期限(月)", 3) { "\($0.managementMonths)" },
        ExchangeColumn("截止日期", 10) { $0.lastDay?.description ?? "" },
        ExchangeColumn("决定机关", 200) { $0.decidingAgency },
        ExchangeColumn("管理措施", 4000) { $0.measures.joined(separator: ";") },
        ExchangeColumn("救济途径", 2000) { $0.remedies },
    ]

    static let header = ofEntry.map(\.title) + ["条目编号", "内容摘要", "操作类型", "版本", "幂等键"]

    /// One change as a row, or the first column that cannot hold its value.
    static func row(_ item: DropItem, showing entry: PublicationEntry?) -> Result<[String], DeliveryFault> {
        var row: [String] = []
        for column in ofEntry {
            let value = entry.map(column.value) ?? ""
            let length = value.unicodeScalars.count
            guard length <= column.limit else {
                return .failure(.fieldTooLong(name: column.title, limit: column.limit, length: length))
            }
            row.append(value)
        }
        row += ["\(item.entryID)", item.sha256 ?? "", item.operation.rawValue, "\(item.version)", item.key]
        return .success(row)
    }
}
