import FoundationEssentials
import PQ

@testable import SafetyCredit

/// Invented entries for the channel tests.
enum Sample {
    static let time = "2026-11-24T18:37:12+08:00"

    static let settings = BureauSiteSettings(
        agencyName: "安州市应急管理局",
        contacts: [
            .init(unit: "政策法规科", phone: "0722-3000001", address: "安州市迎宾大道1号"),
            .init(unit: "行政审批科", phone: "0722-3000002", address: "安州市政务服务中心二楼"),
        ],
        objectionDays: 10, acceptanceDays: 5, decisionDays: 20)

    private static let units = [
        ("421303", "曾都区应急管理局"), ("421321", "随县应急管理局"), ("421381", "广水市应急管理局"), ("gxq", "高新区应急管理分局"),
        ("dhs", "大洪山风景名胜区应急管理分局"), ("zfzd", "市应急管理综合行政执法支队"),
    ]
    private static let trades = ["矿业", "化工", "烟花爆竹", "机械制造", "建材", "纺织", "医药", "商贸"]
    private static let places = ["青石", "明湖", "丰源", "恒达", "东岭", "鑫茂", "永安", "瑞和", "金谷"]

    private static func digits(_ number: Int, _ width: Int) -> String {
        let text = "\(number)"
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    static func date(_ iso: String) -> CivilDate { CivilDate(iso: iso)! }

    static func entry(_ id: Int64, name: String? = nil, kind: String? = nil) -> PublicationEntry {
        let number = Int(id)
        let isSerious = number % 4 == 0
        let kind = kind ?? (number % 12 == 0 ? "person" : "business")
        let unit = units[number % units.count]
        let year = 2024 + number % 2
        let month = digits(1 + number % 12, 2)
        let trade = trades[number / 3 % trades.count]
        var entry = PublicationEntry(
            entryID: id, listCode: isSerious ? "serious" : "penalised",
            listName: isSerious ? "严重失信主体名单" : "被行政处理名单", subjectKind: kind,
            name: name ?? "安州\(places[number % places.count])\(trade)有限公司第\(number)分公司",
            reportingUnit: unit.0, reportingUnitName: unit.1,
            groundClause: isSerious ? "严重失信主体名单 未发生事故其他违法类 第1项" : "被行政处理 C级",
            groundText: isSerious ? "未依法取得安全生产相关许可或者许可被暂扣、吊销期间从事相关生产经营活动。" : "因执法检查被行政处罚。",
            basis: "《中华人民共和国安全生产法》第九十七条", decisionNumber: "（安）应急列〔\(year)〕\(number)号",
            decidedOn: date("\(year)-\(month)-01"), decidingAgency: unit.1, publishedOn: date("\(year)-\(month)-09"),
            managementMonths: 36, lastDay: date("\(year + 3)-\(month)-09"),
            removalFrom: date("\(year + 1)-\(month)-02"),
            measures: isSerious
                ? ["在部门政府网站等公示相关信息", "加大执法检查频次、暂停项目审批", "不适用告知承诺制等基于诚信的管理措施"]
                : ["实行重点监管，将行政处罚信息及时公开"],
            remedies: "自知道本决定之日起60日内可以向安州市人民政府申请行政复议，或者6个月内依法提起行政诉讼。",
            isObjectionPending: number % 15 == 0)
        if kind == "person" {
            entry.name = name ?? "李某\(number)"
            entry.maskedNumber = "421303********" + digits(number % 10_000, 4)
        } else {
            entry.creditCode = "91421303MA" + digits(number, 8)
            entry.registeredAddress = "安州市\(unit.1.prefix(3))工业大道\(number)号"
        }
        return entry
    }

    static func publish(_ entry: PublicationEntry, version: Int64 = 1) -> PublicationChange {
        PublicationChange(
            entryID: entry.entryID, version: version, key: "\(entry.entryID)/\(version)/publish",
            action: .publish(entry))
    }

    static func withdraw(_ entryID: Int64, version: Int64) -> PublicationChange {
        PublicationChange(entryID: entryID, version: version, key: "\(entryID)/\(version)/withdraw", action: .withdraw)
    }
}

/// A folder of one test, removed with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/anxin-channel-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }
    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }
    func names(_ name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path + "/" + name).sorted()
    }
    func write(_ text: String, to name: String) throws {
        let url = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }
    func copy(_ name: String, to other: String) throws {
        try FileManager.default.copyItem(atPath: path + "/" + name, toPath: path + "/" + other)
    }
    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }
    func target(ofLink name: String) throws -> String {
        try FileManager.default.destinationOfSymbolicLink(atPath: path + "/" + name)
    }
    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
    }
    func relink(_ name: String, to target: String) throws {
        try remove(name)
        try link(name, to: target)
    }
    func inode(_ name: String) throws -> UInt64 {
        let file = URL(fileURLWithPath: path + "/" + name).resolvingSymlinksInPath().path
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        return attributes[.systemFileNumber] as? UInt64 ?? 0
    }

    /// Files below a folder that hold a text; a link at its top is followed.
    func files(holding text: String, below name: String) throws -> [String] {
        try names(name).flatMap { child in
            let path = name + "/" + child
            var isFolder = false
            guard FileManager.default.fileExists(atPath: self.path + "/" + path, isDirectory: &isFolder) else {
                return [String]()
            }
            if isFolder { return try files(holding: text, below: path) }
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: self.path + "/" + path)))
            return bytes.firstRange(of: Array(text.utf8)) == nil ? [] : [path]
        }
    }
}

extension DeliveryOutcome {
    var isDone: Bool { if case .done = self { true } else { false } }
    var isAccepted: Bool { if case .accepted = self { true } else { false } }
    var refusal: DeliveryFault? { if case .refused(let fault) = self { fault } else { nil } }
}
