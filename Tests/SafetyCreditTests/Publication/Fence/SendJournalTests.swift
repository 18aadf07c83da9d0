import Foundation
import PQ
import Testing

@testable import SafetyCredit

@Suite("The send journal", .serialized) struct SendJournalTests {
    private static let changes = [Sample.publish(Sample.entry(1)), Sample.withdraw(2, version: 3)]

    @Test("Holds a line per change, in order, without what is shown")
    func lines() throws {
        let folder = try TemporaryFolder()
        let journal = SendJournal(directory: folder.path + "/journal")
        try journal.append(Self.changes, to: "bureau-site", at: Sample.time)
        let contents = try journal.read()
        #expect(contents.sends.map(\.entryID) == [1, 2])
        #expect(contents.sends.map(\.action) == ["publish", "withdraw"])
        #expect(contents.sends.map(\.sha256) == [Sample.entry(1).sha256, nil])
        #expect(try !folder.text("journal/sends.ndjson").contains(Sample.entry(1).name))
        #expect(try journal.read(from: contents.end).sends == [])
    }

    @Test("A last line that a crash cut off is no send, and the next line stands on its own", arguments: 1...3)
    func torn(piece: Int) throws {
        let folder = try TemporaryFolder()
        let journal = SendJournal(directory: folder.path)
        try journal.append(Self.changes, to: "bureau-site", at: Sample.time)
        let whole = try journal.read()
        let line = try folder.text("sends.ndjson").split(separator: "\n").last!
        let handle = try FileHandle(forWritingTo: URL(filePath: folder.path + "/sends.ndjson"))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(line.utf8.prefix(line.utf8.count * piece / 3)))
        try handle.close()
        #expect(try journal.read().end == whole.end)
        #expect(try journal.read().sends == whole.sends)
        try journal.append([Sample.withdraw(9, version: 1)], to: "bureau-site", at: Sample.time)
        #expect(try journal.read().sends.map(\.entryID) == [1, 2, 9])
    }

    @Test("A line in the middle that cannot be read stops everything")
    func damaged() throws {
        let folder = try TemporaryFolder()
        let journal = SendJournal(directory: folder.path)
        try journal.append(Self.changes, to: "bureau-site", at: Sample.time)
        let text = try folder.text("sends.ndjson").replacing("\"withdraw\"", with: "\"withdraw")
        try folder.write(text, to: "sends.ndjson")
        #expect(throws: ChannelError.damaged(path: folder.path + "/sends.ndjson", reason: .unreadable)) {
            try journal.read()
        }
    }

    @Test("Appends of several tasks at once leave every line whole")
    func together() async throws {
        let folder = try TemporaryFolder()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                group.addTask {
                    let journal = SendJournal(directory: folder.path)
                    for version in 1...5 {
                        try journal.append(
                            [Sample.withdraw(Int64(number), version: Int64(version))], to: "bureau-site",
                            at: Sample.time)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try SendJournal(directory: folder.path).read().sends.count == 100)
    }

    @Test("A register whose journal was lost, put back or replaced sends nothing", arguments: ["lost", "older"])
    func changed(how: String) async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            try await room.publish(on: "2024-03-04")
            try room.folder.copy("send-journal", to: "kept")
            try await room.does("annul-penalty", on: "2024-04-01", by: "rec", RefusalCase.annulment)
            try await room.publish(on: "2024-04-01")
            try room.folder.remove("send-journal")
            if how == "older" { try room.folder.copy("kept", to: "send-journal") }
            await #expect(throws: RestoreFence.Closed.self) { try await room.publish(on: "2024-04-02") }
        }
    }
}
