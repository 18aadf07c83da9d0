import Foundation
import PQ
import SafetyCredit

/// A site of invented entries: built whole unless it is there, then changed by a few, then read back.
struct SiteWork {
    let root: String
    let count: Int64

    /// Prints the seconds of each, and of the changes the files that were written.
    func run() async throws {
        let settings = BureauSiteSettings(agencyName: "虚构市应急管理局", objectionDays: 10)
        let site = BureauSite(root: root, settings: settings)
        let isThere = FileManager.default.fileExists(atPath: root + "/current")
        let whole =
            isThere
            ? 0
            : try await seconds {
                for first in stride(from: 1, through: count, by: 10_000) {
                    try await deliver(
                        (first..<min(first + 10_000, count + 1)).map { publish($0, version: 1) }, to: site)
                }
            }
        let id = count / 2
        // Newer than what an earlier run left.
        let version = Int64(Date().timeIntervalSince1970)
        let correction = try await touching { try await deliver([publish(id, version: version)], to: site) }
        let withdrawal = try await touching {
            try await deliver(
                [PublicationChange(entryID: id, version: version + 1, key: "\(id):\(version + 1)", action: .withdraw)],
                to: site)
        }
        let reading = try await seconds { _ = try await site.readBack() }
        print("\(whole) \(correction.seconds) \(correction.files) \(withdrawal.seconds) \(withdrawal.files) \(reading)")
    }

    private func touching(_ work: () async throws -> Void) async throws -> (seconds: Double, files: Int) {
        let before = try files()
        let seconds = try await seconds(work)
        return (seconds, try files().subtracting(before).count)
    }

    /// The numbers of all files below the site's root: a file with a second name counts once.
    private func files() throws -> Set<UInt64> {
        guard let names = FileManager.default.enumerator(atPath: root) else { return [] }
        var files: Set<UInt64> = []
        while names.nextObject() != nil {
            guard names.fileAttributes?[.type] as? FileAttributeType == .typeRegular,
                let number = names.fileAttributes?[.systemFileNumber] as? UInt64
            else { continue }
            files.insert(number)
        }
        return files
    }

    private func deliver(_ changes: [PublicationChange], to site: BureauSite) async throws {
        for outcome in try await site.deliver(changes, at: "2025-01-02T09:00:00+08:00") {
            guard case .done = outcome else { fatalError("\(outcome)") }
        }
    }

    private func seconds(_ work: () async throws -> Void) async throws -> Double {
        let start = ContinuousClock.now
        try await work()
        return (ContinuousClock.now - start) / .seconds(1)
    }

    private func publish(_ id: Int64, version: Int64) -> PublicationChange {
        let unit = ["421303", "421321", "421381", "421300"][Int(id % 4)]
        let decided = CivilDate(iso: "2024-01-01")! + Int(id % 300)
        return PublicationChange(
            entryID: id, version: version, key: "\(id):\(version)",
            action: .publish(
                PublicationEntry(
                    entryID: id, listCode: "penalised", listName: "被行政处理", subjectKind: "business",
                    name: "虚构安全生产有限公司\(id)", creditCode: "91421303MA\(10_000_000 + id)",
                    registeredAddress: "湖北省随州市虚构路\(id)号",
                    reportingUnit: unit, reportingUnitName: unit, groundClause: "C1", groundText: "因执法检查被行政处罚。",
                    basis: "《中华人民共和国安全生产法》第九十七条", decisionNumber: "虚应急罚〔2024〕\(id)号", decidedOn: decided,
                    decidingAgency: "虚构市应急管理局", publishedOn: decided, managementMonths: 36, lastDay: decided,
                    removalFrom: decided, measures: ["实行重点监管，将行政处罚信息及时公开"], remedies: "可以依法申请行政复议或者提起行政诉讼。",
                    isObjectionPending: version > 1)))
    }
}
