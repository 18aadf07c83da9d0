/// Holds a receipt against what was sent and what was answered before.
struct ReceiptJudge {
    let ledger: DropLedger

    /// A receipt of more bytes is refused unread: one for a full batch takes a twentieth.
    static let byteLimit = 10_000_000
    /// A batch has 5,000 rows.
    private static let rowLimit = 100_000
    /// Unicode characters that are kept of a value: what comes from outside does not fill the journal.
    private static let valueLimit = 500

    static let header = ["批次", "幂等键", "结果", "原因", "平台编号", "版本"]

    func judge(_ name: String, _ bytes: [UInt8], sha256: String, at time: String) -> ReceiptFileRecord {
        var record = ReceiptFileRecord(
            name: name, sha256: sha256, bytes: bytes.count, at: time, answers: [], refusals: [])
        do {
            for (index, row) in try rows(bytes).enumerated() {
                switch read(row, line: index + 2) {
                case .success(let answer): record.answers.append(answer)
                case .failure(let refusal): record.refusals.append(refusal.refusal)
                }
            }
        } catch {
            record.answers = []
            record.refusals = [.init(fault: .malformedFile(error.rawValue))]
        }
        refuseSecondAnswers(in: &record)
        return record
    }

    private func rows(_ bytes: [UInt8]) throws(ExchangeCSV.Fault) -> [[String]] {
        guard bytes.count <= Self.byteLimit else { throw .tooLarge }
        let rows = try ExchangeCSV.decode(bytes, header: Self.header)
        guard rows.count <= Self.rowLimit else { throw .tooLarge }
        return rows.map { $0.map { String($0.unicodeScalars.prefix(Self.valueLimit)) } }
    }

    private struct Refused: Error { var refusal: ReceiptFileRecord.Refusal }

    private func read(_ row: [String], line: Int) -> Result<ReceiptFileRecord.Answer, Refused> {
        let (batch, key) = (row[0], row[1])
        func refuse(_ fault: ReceiptFault) -> Result<ReceiptFileRecord.Answer, Refused> {
            .failure(Refused(refusal: .init(line: line, batch: batch, key: key, fault: fault)))
        }
        guard ["成功", "失败"].contains(row[2]) else { return refuse(.malformedRow(column: Self.header[2])) }
        guard let version = Int64(row[5]) else { return refuse(.malformedRow(column: Self.header[5])) }
        guard ledger.batches[batch] != nil else { return refuse(.unknownBatch) }
        guard let item = ledger.item(batch: batch, key: key) else { return refuse(.unknownKey) }
        guard item.version == version else { return refuse(.wrongVersion(sent: item.version, received: version)) }
        let answer = ReceiptFileRecord.Answer(
            line: line, batch: batch, key: key, version: version, isSuccess: row[2] == "成功", reason: row[3],
            reference: row[4])
        if let before = ledger.answer(batch: batch, key: key)?.answer {
            return refuse(before.agrees(with: answer) ? .repeated : .contradictory)
        }
        return .success(answer)
    }

    /// Of rows of one file about the same change, none is believed when they differ, and the first when they agree.
    private func refuseSecondAnswers(in record: inout ReceiptFileRecord) {
        let groups = Dictionary(grouping: record.answers) { [$0.batch, $0.key] }
        for group in groups.values where group.count > 1 {
            let agree = group.allSatisfy { $0.agrees(with: group[0]) }
            for answer in agree ? group[1...] : group[...] {
                record.answers.removeAll { $0 == answer }
                record.refusals.append(
                    .init(
                        line: answer.line, batch: answer.batch, key: answer.key,
                        fault: agree ? .repeated : .contradictory))
            }
        }
    }
}
