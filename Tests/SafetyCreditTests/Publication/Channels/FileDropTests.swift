import FoundationEssentials
import Testing

@testable import SafetyCredit

@Suite struct FileDropTests {
    let folder: TemporaryFolder
    let drop: FileDrop

    init() throws {
        folder = try TemporaryFolder()
        drop = FileDrop(code: "sharing", root: folder.path)
    }

    private func deliver(_ changes: PublicationChange...) async throws -> [DeliveryOutcome] {
        try await drop.deliver(changes, at: Sample.time)
    }

    private func rows(_ batch: Int) throws -> [[String]] {
        let name = "sharing-20261124-00000\(batch).csv"
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/outbox/" + name))
        return try ExchangeCSV.decode([UInt8](bytes), header: ExchangeColumn.header)
    }

    @Test("A batch holds its changes in the exchange columns, with its checksum beside it")
    func batchHoldsChangesExchangeColumnsChecksum() async throws {
        let outcomes = try await deliver(
            Sample.publish(Sample.entry(8)), Sample.publish(Sample.entry(12)), Sample.withdraw(9, version: 4))
        #expect(outcomes.allSatisfy { $0.isAccepted })
        #expect(try folder.names("outbox") == ["sharing-20261124-000001.csv", "sharing-20261124-000001.csv.sha256"])
        let file = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/outbox/sharing-20261124-000001.csv"))
        let sum = try folder.text("outbox/sharing-20261124-000001.csv.sha256")
        #expect(sum == "\(SHA256.hex(of: [UInt8](file)))  sharing-20261124-000001.csv\n")
        #expect(file.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(file.suffix(2) == Data("\r\n".utf8))
        let rows = try rows(1)
        let business = Sample.entry(8)
        #expect(
            rows[0] == [
                "严重失信主体名单", "法人及非法人组织", business.name, business.creditCode!, business.registeredAddress!, "", "",
                business.decisionNumber, "2024-09-01", business.groundClause, business.groundText, business.basis!,
                "2024-09-09", "36", "2027-09-09", business.decidingAgency, business.measures.joined(separator: ";"),
                business.remedies, "8", business.sha256, "add", "1", "8/1/publish",
            ])
        #expect(rows[1][1...6] == ["自然人", "", "", "", "李某12", "421303********0012"])
        #expect(rows[2] == Array(repeating: "", count: 18) + ["9", "", "withdraw", "4", "9/4/withdraw"])
        #expect(try await drop.readBack().isEmpty)
    }

    @Test("Names with quotes, commas and line ends come through unchanged")
    func namesQuotesCommasLineEndsCome() async throws {
        let name = "甲\"乙\",丙\r\n丁;=1+1"
        _ = try await deliver(Sample.publish(Sample.entry(9, name: name)))
        #expect(try rows(1)[0][2] == name)
    }

    @Test("A field too long for its column is refused by name and the others go on")
    func fieldTooLongForColumnRefused() async throws {
        let outcomes = try await deliver(
            Sample.publish(Sample.entry(8, name: String(repeating: "长", count: 201))),
            Sample.publish(Sample.entry(9, name: String(repeating: "长", count: 200))))
        #expect(outcomes[0].refusal == .fieldTooLong(name: "名称", limit: 200, length: 201))
        #expect(outcomes[1].isAccepted)
        #expect(try rows(1).count == 1)
    }

    @Test("A delivery of which every change is refused uses no sequence number")
    func deliveryWhichEveryChangeRefusedUses() async throws {
        _ = try await deliver(Sample.publish(Sample.entry(8, name: String(repeating: "长", count: 201))))
        _ = try await deliver(Sample.publish(Sample.entry(9)))
        #expect(try folder.names("outbox").first == "sharing-20261124-000001.csv")
    }

    @Test("A late publish after a withdrawal is refused, the same key again is accepted once")
    func latePublishAfterWithdrawalRefusedSame() async throws {
        _ = try await deliver(Sample.withdraw(8, version: 2))
        let again = try await deliver(Sample.withdraw(8, version: 2), Sample.publish(Sample.entry(8)))
        #expect(again[0].isAccepted)
        #expect(again[1].refusal == .stale(applied: 2))
        #expect(try folder.names("outbox").count == 2)
    }

    @Test("Half a temporary file is swept away")
    func halfTemporaryFileSweptAway() async throws {
        try folder.write("\"名单\",\"主", to: "outbox/.sharing-20261124-000001.csv.tmp")
        _ = try await deliver(Sample.publish(Sample.entry(8)))
        #expect(try folder.names("outbox") == ["sharing-20261124-000001.csv", "sharing-20261124-000001.csv.sha256"])
    }

    @Test("A batch that was written but not recorded is recognised by its keys")
    func batchWrittenNotRecordedRecognisedBy() async throws {
        _ = try await deliver(Sample.publish(Sample.entry(8)))
        try dropLastEvent()
        try FileManager.default.removeItem(atPath: folder.path + "/outbox/sharing-20261124-000001.csv.sha256")
        let fresh = FileDrop(code: "sharing", root: folder.path)
        #expect(try await fresh.deliver([Sample.publish(Sample.entry(8))], at: Sample.time)[0].isAccepted)
        #expect(try folder.names("outbox") == ["sharing-20261124-000001.csv", "sharing-20261124-000001.csv.sha256"])
    }

    @Test("After a lost journal everything is sent again, under numbers that nothing in the outbox bears")
    func lostJournal() async throws {
        _ = try await deliver(Sample.publish(Sample.entry(8)))
        try folder.remove("journal.ndjson")
        let fresh = FileDrop(code: "sharing", root: folder.path)
        #expect(try await fresh.deliver([Sample.publish(Sample.entry(8))], at: Sample.time)[0].isAccepted)
        #expect(try folder.names("outbox").contains("sharing-20261124-000002.csv"))
    }

    @Test("Of the same key with another content or operation the channel says that it is beyond that version")
    func keyGivenOutAgain() async throws {
        _ = try await deliver(Sample.publish(Sample.entry(8)), change(9, .withdraw))
        try receiveSuccess(of: "9/1")
        _ = try await drop.collectReceipts(at: Sample.time)
        let outcomes = try await deliver(
            Sample.publish(Sample.entry(8, name: "安州赤松矿业有限公司")), change(9, .publish(Sample.entry(9))))
        #expect(outcomes.map(\.refusal) == [.stale(applied: 1), .stale(applied: 1)])
        #expect(try await deliver(change(9, .withdraw))[0].isDone)
    }

    private func change(_ entryID: Int64, _ action: PublicationChange.Action) -> PublicationChange {
        PublicationChange(entryID: entryID, version: 1, key: "\(entryID)/1", action: action)
    }

    private func receiveSuccess(of key: String, batch: String = "sharing-20261124-000001") throws {
        let bytes = ExchangeCSV.encode(header: ReceiptJudge.header, rows: [[batch, key, "成功", "", "P1", "1"]])
        try folder.write(String(decoding: bytes, as: UTF8.self), to: "receipts/r1.csv")
    }

    @Test(
        "A batch of others in the outbox stops nothing, proves nothing, and is put away with what is refused",
        arguments: ["sharing-20261124-9223372036854775807", "sharing-20261124-000002"])
    func foreignBatch(name: String) async throws {
        _ = try await deliver(Sample.publish(Sample.entry(8)))
        try receiveSuccess(of: "8/1/publish")
        _ = try await drop.collectReceipts(at: Sample.time)
        try await drop.archiveReceipts()
        let withdrawal = Array(repeating: "", count: 18) + ["8", "", "withdraw", "1", "8/1/withdraw"]
        let forged = ExchangeCSV.encode(header: ExchangeColumn.header, rows: [withdrawal])
        for text in ["garbage", String(decoding: forged, as: UTF8.self)] {
            try folder.write(text, to: "outbox/\(name).csv")
            try receiveSuccess(of: "8/1/withdraw", batch: name)
            #expect(try await deliver(Sample.publish(Sample.entry(9), version: Int64(text.count)))[0].isAccepted)
            let results = try await drop.collectReceipts(at: Sample.time)
            #expect(results.contains { $0.file == name + ".csv" && $0.verdict == .refused(.unknownBatch) })
            try await drop.archiveReceipts()
            #expect(try !folder.names("outbox").contains(name + ".csv"))
            #expect(try await drop.readBack().map(\.entryID) == [8])
        }
        #expect(try folder.names("receipts/refused").count { $0.contains(name) } == 2)
    }

    @Test("A number beyond six digits in the journal, taken from a file of others, is not counted from")
    func numberBeyondSixDigits() async throws {
        let batch = #"{"items":[],"name":"sharing-20250302-9223372036854775807","sequence":9223372036854775807}"#
        try folder.write(#"{"opened":{"batch":\#(batch)}}"# + "\n", to: "journal.ndjson")
        #expect(try await deliver(Sample.publish(Sample.entry(8)))[0].isAccepted)
        #expect(try folder.names("outbox").first == "sharing-20261124-000001.csv")
    }

    @Test("A batch whose file was replaced before it was recorded is sent again under a new number")
    func replacedBatchSentAgain() async throws {
        _ = try await deliver(Sample.publish(Sample.entry(8)))
        try dropLastEvent()
        try folder.write("garbage", to: "outbox/sharing-20261124-000001.csv")
        let fresh = FileDrop(code: "sharing", root: folder.path)
        #expect(try await fresh.deliver([Sample.publish(Sample.entry(8))], at: Sample.time)[0].isAccepted)
        #expect(try rows(2)[0].last == "8/1/publish")
    }

    @Test("A batch whose number was taken but whose file is gone is sent again under a new number")
    func batchNumberTakenFileGoneSent() async throws {
        _ = try await deliver(Sample.publish(Sample.entry(8)))
        try dropLastEvent()
        for name in try folder.names("outbox") {
            try FileManager.default.removeItem(atPath: folder.path + "/outbox/" + name)
        }
        let fresh = FileDrop(code: "sharing", root: folder.path)
        #expect(try await fresh.deliver([Sample.publish(Sample.entry(8))], at: Sample.time)[0].isAccepted)
        #expect(try folder.names("outbox").first == "sharing-20261124-000002.csv")
        #expect(try rows(2)[0].last == "8/1/publish")
    }

    @Test("A journal line cut off by a crash is dropped, any other bad line is damage")
    func journalLineCutOffByCrash() async throws {
        _ = try await deliver(Sample.publish(Sample.entry(8)))
        let journal = try folder.text("journal.ndjson")
        try folder.write(journal + #"{"written":{"bat"#, to: "journal.ndjson")
        #expect(try await FileDrop(code: "sharing", root: folder.path).readBack().isEmpty)
        #expect(try folder.text("journal.ndjson") == journal)
        try folder.write("nonsense\n" + journal, to: "journal.ndjson")
        await #expect(throws: ChannelError.damaged(path: folder.path + "/journal.ndjson", reason: .unreadable)) {
            try await FileDrop(code: "sharing", root: folder.path).readBack()
        }
    }

    @Test("The journal never holds a name")
    func journalNeverHoldsName() async throws {
        let entry = Sample.entry(8, name: "安州赤松矿业有限公司")
        _ = try await deliver(Sample.publish(entry), Sample.publish(Sample.entry(12)))
        let journal = try folder.text("journal.ndjson")
        #expect(!journal.contains("赤松") && !journal.contains(entry.creditCode!) && !journal.contains("李某"))
    }

    private func dropLastEvent() throws {
        let lines = try folder.text("journal.ndjson").split(separator: "\n").dropLast()
        try folder.write(lines.map { $0 + "\n" }.joined(), to: "journal.ndjson")
    }
}
