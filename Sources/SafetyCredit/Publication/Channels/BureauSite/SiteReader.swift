/// Reads a published site back; from its folder here, over HTTP from outside.
protocol SiteReader: Sendable {
    /// A file of the site, nil when there is none.
    func bytes(at path: String) throws(ChannelError) -> [UInt8]?
    /// Entries that have a page, nil where pages cannot be listed.
    func pages() throws(ChannelError) -> Set<Int64>?
}

/// A site in its folder.
struct FolderSiteReader: SiteReader {
    let folder: Folder

    func bytes(at path: String) throws(ChannelError) -> [UInt8]? { try folder.read(path) }

    func pages() throws(ChannelError) -> Set<Int64>? {
        Set(try folder.folder(SitePaths.entryFolder).names().compactMap(SitePaths.entryID(ofPage:)))
    }
}

/// What a reader found: the list, and the evidence for one entry after another.
struct SiteContents<Reader: SiteReader>: Sendable {
    private let reader: Reader
    private let listEvidence: DeliveryEvidence
    private let lines: [Int64: ListLine]

    /// **Throws** `ChannelError.damaged` when the list is not there or not readable.
    init(_ reader: Reader) throws(ChannelError) {
        self.reader = reader
        guard let bytes = try reader.bytes(at: SitePaths.list) else {
            throw .damaged(path: SitePaths.list, reason: .missing)
        }
        guard let list = Self.lines(of: bytes) else {
            throw .damaged(path: SitePaths.list, reason: .unreadable)
        }
        lines = Dictionary(list.map { ($0.entryID, $0) }, uniquingKeysWith: { _, last in last })
        listEvidence = Self.evidence(SitePaths.list, bytes)
    }

    private static func lines(of list: [UInt8]) -> [ListLine]? {
        list.withUnsafeBytes { bytes in
            do throws(JSONFault) {
                return try JSONMembers(bytes).objects("entries") { (line) throws(JSONFault) in try ListLine(line) }
            } catch { return nil }
        }
    }

    /// Proof that a change stands, or the fault.
    func proof(of change: PublicationChange) throws(ChannelError) -> Result<DeliveryEvidence, DeliveryFault> {
        let path = SitePaths.page(change.entryID)
        let bytes = try reader.bytes(at: path)
        guard let entry = change.entry else {
            if bytes != nil { return .failure(.notReadBack(path: path)) }
            return lines[change.entryID] == nil ? .success(listEvidence) : .failure(.notReadBack(path: SitePaths.list))
        }
        guard let bytes, let shown = EntryPage.read(bytes), shown.version == change.version, shown.entry == entry else {
            return .failure(.notReadBack(path: path))
        }
        guard lines[change.entryID] == ListLine(entry, version: change.version) else {
            return .failure(.notReadBack(path: SitePaths.list))
        }
        return .success(Self.evidence(path, bytes))
    }

    /// Every entry in the list or with a page, each with what the two say differently.
    func shown() throws(ChannelError) -> [ShownEntry] {
        var entries: [ShownEntry] = []
        for entryID in try reader.pages().map({ $0.union(lines.keys) }) ?? Set(lines.keys) {
            entries.append(try shown(entryID))
        }
        return entries.sorted { $0.entryID < $1.entryID }
    }

    private func shown(_ entryID: Int64) throws(ChannelError) -> ShownEntry {
        let line = lines[entryID]
        guard let bytes = try reader.bytes(at: SitePaths.page(entryID)) else {
            return ShownEntry(
                entryID: entryID, version: line?.version ?? 0, sha256: line?.sha256 ?? "",
                difference: .listLineWithoutPage)
        }
        let page = EntryPage.read(bytes)
        let version = page?.version ?? line?.version ?? 0
        let sha256 = page?.entry.sha256 ?? ""
        guard let line else {
            return ShownEntry(entryID: entryID, version: version, sha256: sha256, difference: .pageWithoutListLine)
        }
        let isWhole = page.map { line == ListLine($0.entry, version: $0.version) && $0.entry.entryID == entryID }
        return ShownEntry(
            entryID: entryID, version: version, sha256: sha256,
            difference: isWhole == true ? nil : .pageDiffersFromList)
    }

    private static func evidence(_ path: String, _ bytes: [UInt8]) -> DeliveryEvidence {
        DeliveryEvidence(path: path, sha256: SHA256.hex(of: bytes), bytes: bytes.count)
    }
}
