import Foundation
import SafetyCredit

/// The other side of the file drop: takes the batches in and answers each row with a receipt.
///
/// In service this is the provincial platform; here the demo plays it, with nothing but the files that lie in the drop.
struct SharingPlatform: Sendable {
    let folder: String

    /// Answers every batch that has no receipt yet.
    ///
    /// - Returns: how many batches were answered.
    func answer() throws -> Int {
        let files = FileManager.default
        let outbox = (try? files.contentsOfDirectory(atPath: folder + "/outbox")) ?? []
        let answered = (try? files.contentsOfDirectory(atPath: folder + "/receipts/done")) ?? []
        // A batch is ready once its checksum stands beside it.
        let ready = outbox.filter { $0.hasSuffix(".csv") && outbox.contains($0 + ".sha256") }.sorted()
        let open = ready.filter { batch in !answered.contains { $0.hasSuffix("回执-" + batch) } }
        for batch in open { try answer(batch) }
        return open.count
    }

    private func answer(_ file: String) throws {
        let table = try TableFile.read(
            "\(folder)/outbox/\(file)", options: TableReadOptions(knownTitles: ["条目编号", "操作类型", "版本", "幂等键"]))
        func column(_ title: String) throws -> Int {
            guard let index = table.header.firstIndex(of: title) else {
                throw DemoError.notSo(
                    chinese: "批次 \(file) 有“\(title)”列", english: "batch \(file) has a column “\(title)”")
            }
            return index
        }
        let (entry, version, key) = (try column("条目编号"), try column("版本"), try column("幂等键"))
        var writer = CSVWriter(for: .program)
        writer.row(["批次", "幂等键", "结果", "原因", "平台编号", "版本"])
        for row in table.rows {
            let cells = row.cells.map(\.shown)
            writer.row([String(file.dropLast(4)), cells[key], "成功", "", "PT\(cells[entry])", cells[version]])
        }
        try FileBytes.write(writer.bytes, to: "\(folder)/receipts/回执-\(file)")
    }
}
