internal import FoundationEssentials
internal import Glibc

/// Every change that was about to be sent, kept outside the database: what tells after a restore what the channels may have seen.
///
/// **Shape** `<folder>/sends.ndjson`: a first line with the journal's id, then one JSON line per change, on the disk before it is sent. Only
/// ever appended to. A line says which entry, version and digest, but nothing of what is shown. Keep the folder on another disk than the
/// database where there is one: a restore that puts back both tells nothing.
public struct SendJournal: Sendable {
    private static let name = "sends.ndjson"
    private let folder: Folder

    public init(directory: String) {
        folder = Folder(path: directory)
    }

    /// A journal as it stands.
    struct Contents: Sendable {
        var id: UUID
        /// Lines after the place asked for.
        var sends: [Send]
        /// Bytes of whole lines.
        var end: Int64
    }

    /// One change that was about to be sent.
    struct Send: Decodable, Sendable, Hashable {
        var at: String
        var channel: String
        var entryID: Int64
        var version: Int64
        var key: String
        var action: String
        /// Of the entry to show; absent for a withdrawal.
        var sha256: String?

        enum CodingKeys: String, CodingKey {
            case at, channel
            case entryID = "entry_id"
            case version, key, action, sha256
        }
    }

    private struct Head: Codable {
        var journalID: UUID

        enum CodingKeys: String, CodingKey { case journalID = "journal_id" }
    }

    /// Reads the id and the lines from a place on; a journal that is not there is begun. A last line that a crash cut off was never sent and
    /// does not count.
    ///
    /// - Throws: `ChannelError.damaged` for any other line that cannot be read.
    func read(from mark: Int64 = 0) throws(ChannelError) -> Contents {
        let head = try head()
        let end = try wholeEnd()
        let start = max(mark, head.end)
        guard start < end, let bytes = try folder.read(Self.name, from: Int(start)) else {
            return Contents(id: head.id, sends: [], end: end)
        }
        var sends: [Send] = []
        for line in bytes.prefix(Int(end - start)).split(separator: 0x0A) {
            guard let send = CanonicalJSON.decode(Send.self, from: Array(line)) else {
                throw .damaged(path: folder.file(Self.name), reason: .unreadable)
            }
            sends.append(send)
        }
        return Contents(id: head.id, sends: sends, end: end)
    }

    /// Notes changes and returns once they are on the disk.
    func append(_ changes: [PublicationChange], to channel: String, at time: String) throws(ChannelError) {
        guard !changes.isEmpty else { return }
        _ = try head()
        var lines: [UInt8] = []
        for change in changes {
            lines += JSONWriter.object { writer in
                writer.member("action", change.entry == nil ? "withdraw" : "publish")
                writer.member("at", time)
                writer.member("channel", channel)
                writer.member("entry_id", change.entryID)
                writer.member("key", change.key)
                writer.member("sha256", change.entry?.sha256)
                writer.member("version", change.version)
            }
            lines.append(0x0A)
        }
        try FolderLock.holding(folder, channel: channel, waits: true) { () throws(ChannelError) in
            try mend()
            try folder.append(lines, to: Self.name)
        }
    }

    /// Why nothing can be noted here; empty when it can.
    public func objections() -> [ChannelError] {
        let objections = folder.objections()
        guard objections.isEmpty else { return objections }
        do throws(ChannelError) {
            _ = try read(from: .max)
            return []
        } catch { return [error] }
    }

    /// The first line, written where there is none.
    private func head() throws(ChannelError) -> (id: UUID, end: Int64) {
        if !folder.exists(Self.name) {
            try folder.create()
            try FolderLock.holding(folder, channel: "send-journal", waits: true) { () throws(ChannelError) in
                guard !folder.exists(Self.name) else { return }
                try folder.place(CanonicalJSON.encode(Head(journalID: UUID())) + [0x0A], as: Self.name)
            }
        }
        guard let bytes = try folder.read(Self.name, atMost: 256), let end = bytes.firstIndex(of: 0x0A),
            let head = CanonicalJSON.decode(Head.self, from: Array(bytes[..<end]))
        else { throw .damaged(path: folder.file(Self.name), reason: .unreadable) }
        return (head.journalID, Int64(end) + 1)
    }

    /// Takes away a last line that a crash cut off: its change was not sent.
    private func mend() throws(ChannelError) {
        let end = try wholeEnd()
        if let size = folder.fileSize(Self.name), size > end { try folder.truncate(Self.name, to: Int(end)) }
    }

    /// Bytes of whole lines.
    private func wholeEnd() throws(ChannelError) -> Int64 {
        let longestLine = 4096
        guard let size = folder.fileSize(Self.name),
            let tail = try folder.read(Self.name, from: max(0, size - longestLine)),
            let last = tail.lastIndex(of: 0x0A)
        else { throw .damaged(path: folder.file(Self.name), reason: .unreadable) }
        return Int64(max(0, size - longestLine) + last + 1)
    }
}
