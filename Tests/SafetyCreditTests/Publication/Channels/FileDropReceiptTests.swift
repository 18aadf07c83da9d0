import FoundationEssentials
import Testing

@testable import SafetyCredit

@Suite struct FileDropReceiptTests {
    let folder: TemporaryFolder
    let drop: FileDrop
    private static let batch = "sharing-20261124-000001"

    init() async throws {
        folder = try TemporaryFolder()
        drop = FileDrop(code: "sharing", root: folder.path)
        let changes = [8, 9, 10].map { Sample.publish(Sample.entry($0)) }
        _ = try await drop.deliver(changes, at: Sample.time)
    }

    private func receive(_ name: String, _ rows: [[String]]) throws {
        let bytes = ExchangeCSV.encode(header: ReceiptJudge.header, rows: rows)
        try folder.write(String(decoding: bytes, as: UTF8.self), to: "receipts/" + name)
    }

    private func row(
        _ key: String, _ result: String = "成功", reason: String = "", number: String = "P1", version: Int = 1,
        batch: String = batch
    ) -> [String] { [batch, key, result, reason, number, "\(version)"] }

    private func collect() async throws -> [ReceiptResult] {
        let results = try await drop.collectReceipts(at: Sample.time)
        try await drop.archiveReceipts()
        return results
    }

    @Test("A receipt settles what was sent and proves what is shown")
    func receiptSettlesWhatSentProvesWhat() async throws {
        try receive("r1.csv", [row("8/1/publish"), row("9/1/publish", "失败", reason: "代码不存在", number: "")])
        let results = try await collect()
        #expect(results.map(\.line) == [2, 3])
        #expect(results.map(\.entryID) == [8, 9])
        guard case .settled(.done(let evidence)) = results[0].verdict else {
            Issue.record("\(results)")
            return
        }
        #expect(evidence.reference == "P1")
        #expect(folder.exists(evidence.path))
        #expect(results[1].verdict == .settled(.refused(.refusedByReceiver(reason: "代码不存在"))))
        #expect(try folder.names("receipts") == ["done", "refused"])
        #expect(try await drop.readBack() == [ShownEntry(entryID: 8, version: 1, sha256: Sample.entry(8).sha256)])
        let again = try await drop.deliver([Sample.publish(Sample.entry(8))], at: Sample.time)
        #expect(again == [.done(evidence: evidence)])
    }

    @Test("A change is shown until its withdrawal is proven")
    func changeShownUntilWithdrawalProven() async throws {
        try receive("r1.csv", [row("8/1/publish")])
        _ = try await collect()
        _ = try await drop.deliver([Sample.withdraw(8, version: 2)], at: Sample.time)
        #expect(try await drop.readBack().map(\.version) == [1])
        try receive("r2.csv", [row("8/2/withdraw", version: 2, batch: "sharing-20261124-000002")])
        _ = try await collect()
        #expect(try await drop.readBack().isEmpty)
    }

    @Test("What failed is sent again in a new batch and operation add stays add")
    func whatFailedSentAgainNewBatch() async throws {
        try receive("r1.csv", [row("9/1/publish", "失败")])
        _ = try await collect()
        #expect(try await drop.deliver([Sample.publish(Sample.entry(9))], at: Sample.time)[0].isAccepted)
        #expect(try folder.text("outbox/sharing-20261124-000002.csv").contains(#""add""#))
        try receive("r2.csv", [row("9/1/publish", batch: "sharing-20261124-000002")])
        #expect(try await collect()[0].verdict != .refused(.contradictory))
        #expect(try await drop.readBack().map(\.entryID) == [9])
    }

    @Test("Rows that do not fit what was sent are refused and the good ones believed")
    func rowsDoNotFitWhatSent() async throws {
        try receive(
            "r1.csv",
            [
                row("8/1/publish"), row("77/1/publish"), row("9/1/publish", version: 2),
                row("9/1/publish", batch: "sharing-20261124-000099"), row("10/1/publish", "大概"),
            ])
        let results = try await collect()
        #expect(
            results.dropFirst().map(\.verdict) == [
                .refused(.unknownKey), .refused(.wrongVersion(sent: 1, received: 2)), .refused(.unknownBatch),
                .refused(.malformedRow(column: "结果")),
            ])
        #expect(try folder.names("receipts/refused").count == 1)
        #expect(try await drop.readBack().map(\.entryID) == [8])
    }

    @Test("A later receipt that says otherwise is refused and the first stands")
    func laterReceiptSaysOtherwiseRefusedFirst() async throws {
        try receive("r1.csv", [row("8/1/publish"), row("9/1/publish", "失败", number: "")])
        _ = try await collect()
        try receive("r2.csv", [row("8/1/publish", "失败"), row("9/1/publish"), row("8/1/publish")])
        #expect(
            try await collect().map(\.verdict) == [
                .refused(.contradictory), .refused(.contradictory), .refused(.repeated),
            ])
        #expect(try await drop.readBack().map(\.entryID) == [8])
    }

    @Test("Of two rows of one file that contradict each other neither is believed")
    func twoRowsOneFileContradictEach() async throws {
        try receive("r1.csv", [row("8/1/publish"), row("8/1/publish", "失败"), row("9/1/publish"), row("9/1/publish")])
        let results = try await collect()
        #expect(results.prefix(2).map(\.verdict) == [.refused(.contradictory), .refused(.contradictory)])
        #expect(results[3].verdict == .refused(.repeated))
        #expect(try await drop.readBack().map(\.entryID) == [9])
    }

    @Test("The same file again is refused as a replay, under any name")
    func sameFileAgainRefusedAsReplay() async throws {
        for name in ["r1.csv", "r1.csv", "other.csv"] {
            try receive(name, [row("8/1/publish")])
            let verdicts = try await collect().map(\.verdict)
            #expect((verdicts == [.refused(.replayedFile)]) == folder.exists("receipts/refused/" + archived(name)))
        }
        #expect(try folder.names("receipts/done").count == 1)
        #expect(try folder.names("receipts/refused").count == 2)
        #expect(try await drop.readBack().map(\.entryID) == [8])
    }

    private func archived(_ name: String) -> String {
        let bytes = ExchangeCSV.encode(header: ReceiptJudge.header, rows: [row("8/1/publish")])
        return SHA256.hex(of: bytes).prefix(12) + "-" + name
    }

    @Test(
        "A malformed file is refused whole",
        arguments: [
            ("批次,幂等键\r\n", "wrong-header"), ("", "wrong-header"),
            ("\"批次\",\"幂等键\",\"结果\",\"原因\",\"平台编号\",\"版本\"\r\n\"sharing-20261124-000001\",\"8/1/pub", "cut-off"),
            ("批次,幂等键,结果,原因,平台编号,版本\r\nsharing-20261124-000001,8/1/publish,成功\r\n", "wrong-column-count"),
            ("批次,幂等键,结果,原因,平台编号,版本\r\nsharing-20261124-000001,8/1/publish,成功,,P1,1", "cut-off"),
            ("批次,幂等键,结果,原因,平台编号,版本\r\n\"sharing\"x,8/1/publish,成功,,P1,1\r\n", "stray-quote"),
        ]) func malformedFileRefusedWhole(text: String, fault: String) async throws
    {
        try folder.write(text, to: "receipts/bad.csv")
        let results = try await collect()
        #expect(results.map(\.verdict) == [.refused(.malformedFile(fault))])
        #expect(try folder.names("receipts/refused").count == 1)
        #expect(try await drop.readBack().isEmpty)
    }

    @Test("A file that is not UTF-8 is refused whole")
    func fileNotUTF8RefusedWhole() async throws {
        try Data([0xB3, 0xC9, 0xB9, 0xA6]).write(to: URL(fileURLWithPath: folder.path + "/receipts/gb.csv"))
        #expect(try await collect().map(\.verdict) == [.refused(.malformedFile("not-utf8"))])
    }

    @Test("A receipt of more than ten million bytes is refused unread")
    func hugeReceiptRefused() async throws {
        try receive("r1.csv", [row("8/1/publish", reason: String(repeating: "a", count: 10_000_000))])
        #expect(try await collect().map(\.verdict) == [.refused(.malformedFile("too-large"))])
        #expect(try folder.names("receipts/refused").count == 1)
        #expect(try await drop.readBack().isEmpty)
    }

    @Test("Of a long reason and reference only the first 500 characters are kept")
    func longValuesCut() async throws {
        let long = String(repeating: "长", count: 100_000)
        try receive("r1.csv", [row("8/1/publish", "失败", reason: long, number: long)])
        let reason = String(repeating: "长", count: 500)
        #expect(try await collect().map(\.verdict) == [.settled(.refused(.refusedByReceiver(reason: reason)))])
        #expect(try folder.text("journal.ndjson").utf8.count < 10_000)
    }

    @Test("A receipt whose name is as long as names can be is put away")
    func longNameCut() async throws {
        let name = String(repeating: "长", count: 83) + "12.csv"
        #expect(name.utf8.count == 255)
        try receive(name, [row("8/1/publish")])
        #expect(try await collect()[0].entryID == 8)
        #expect(try folder.names("receipts") == ["done", "refused"])
        #expect(try folder.names("receipts/done").count == 1)
    }

    @Test("A receipt that cannot be put away does not hold up the others")
    func othersPutAway() async throws {
        try receive("r1.csv", [row("8/1/publish")])
        try receive("r2.csv", [row("9/1/publish", "失败"), row("77/1/publish")])
        _ = try await drop.collectReceipts(at: Sample.time)
        // Where nothing can be put.
        try folder.relink("receipts/done", to: "/proc")
        await #expect(throws: ChannelError.self) { try await drop.archiveReceipts() }
        #expect(try folder.names("receipts") == ["done", "r1.csv", "refused"])
        #expect(try folder.names("receipts/refused").count == 1)
        try folder.remove("receipts/done")
        #expect(try await collect().map(\.entryID) == [8])
        #expect(try folder.names("receipts") == ["done", "refused"])
    }

    @Test("A receipt judged before a crash but not yet archived is archived, not taken for a replay")
    func receiptJudgedBeforeCrashNotYet() async throws {
        try receive("r1.csv", [row("8/1/publish")])
        let first = try await collect()
        try FileManager.default.moveItem(
            atPath: folder.path + "/receipts/done/" + archived("r1.csv"), toPath: folder.path + "/receipts/r1.csv")
        let next = FileDrop(code: "sharing", root: folder.path)
        #expect(try await next.collectReceipts(at: "2026-11-25T09:00:00+08:00") == first)
        try await next.archiveReceipts()
        #expect(folder.exists("receipts/done/" + archived("r1.csv")))
    }

    @Test("Until it is put away a receipt is read again, and a file that came under its name since is left to be read")
    func readAgain() async throws {
        try receive("r1.csv", [row("8/1/publish")])
        let first = try await drop.collectReceipts(at: Sample.time)
        let other = FileDrop(code: "sharing", root: folder.path)
        #expect(try await other.collectReceipts(at: Sample.time) == first)
        try await other.archiveReceipts()
        try receive("r1.csv", [row("9/1/publish")])
        try await drop.archiveReceipts()
        #expect(try await collect().map(\.entryID) == [9])
    }

    @Test("A receipt without a row is put away")
    func noRow() async throws {
        try receive("r1.csv", [])
        #expect(try await collect().isEmpty)
        #expect(try folder.names("receipts") == ["done", "refused"])
    }

    @Test("Files still being written and folders are left alone")
    func filesStillBeingWrittenFoldersLeft() async throws {
        try folder.write("批次", to: "receipts/.r1.csv")
        try folder.write("批次", to: "receipts/r1.csv.part")
        try folder.write("批次", to: "receipts/folder.csv/r1.csv")
        #expect(try await collect().isEmpty)
        #expect(try folder.names("receipts").count == 5)
    }
}
