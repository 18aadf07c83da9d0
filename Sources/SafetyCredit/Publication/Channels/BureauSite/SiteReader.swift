/// Reads a published site back; from its folder here, over HTTP from outside.
protocol SiteReader: Sendable {
    /// A file of the site, nil when there is none.
    func bytes(at path: String) throws(ChannelError) -> [UInt8]?
    /// Entries that have a page or only its name, nil where pages cannot be listed.
    func pages() throws(ChannelError) -> Set<Int64>?
}

/// A site in its folder.
struct FolderSiteReader: SiteReader {
    let folder: Folder

    /// A page's name leads to what is public, which another release may be by now: asked of this one, it leads to this one's page.
    func bytes(at path: String) throws(ChannelError) -> [UInt8]? {
        let target = folder.target(ofLink: path)
        return try folder.read(target.flatMap { PageShelves.place(inRelease: $0) } ?? path)
    }

    func pages() throws(ChannelError) -> Set<Int64>? {
        let shelves = folder.folder(SitePaths.shelfFolder)
        let folders = [folder.folder(SitePaths.entryFolder)] + (try shelves.names()).map(shelves.folder)
        var pages: Set<Int64> = []
        for folder in folders { pages.formUnion(try folder.names().compactMap(SitePaths.entryID(ofPage:))) }
        return pages
    }
}

/// What a reader found: the list, and the evidence for one entry after another.
struct SiteContents<Reader: SiteReader>: Sendable {
    private let reader: Reader
    private let templates: SiteTemplates?
    private let listEvidence: DeliveryEvidence
    private let list: SiteList

    /// - Parameter templates: those the pages were made with, to prove all of a page; without them only its data can be proven.
    ///
    /// **Throws** `ChannelError.damaged` when the list is not there or not readable.
    init(_ reader: Reader, madeWith templates: SiteTemplates?) throws(ChannelError) {
        self.reader = reader
        self.templates = templates
        guard let bytes = try reader.bytes(at: SitePaths.list) else {
            throw .damaged(path: SitePaths.list, reason: .missing)
        }
        guard let list = SiteList(bytes) else {
            throw .damaged(path: SitePaths.list, reason: .unreadable)
        }
        self.list = list
        listEvidence = Self.evidence(SitePaths.list, bytes)
    }

    /// Proof that a change stands, or the fault.
    func proof(of change: PublicationChange) throws(ChannelError) -> Result<DeliveryEvidence, DeliveryFault> {
        let path = SitePaths.page(change.entryID)
        let bytes = try reader.bytes(at: path)
        guard let entry = change.entry else {
            if bytes != nil { return .failure(.notReadBack(path: path)) }
            return list.holds(change.entryID) ? .failure(.notReadBack(path: SitePaths.list)) : .success(listEvidence)
        }
        guard let bytes, let shown = read(bytes), shown.version == change.version, shown.entry == entry else {
            return .failure(.notReadBack(path: path))
        }
        guard list.line(of: change.entryID) == ListLine(entry, version: change.version) else {
            return .failure(.notReadBack(path: SitePaths.list))
        }
        return .success(Self.evidence(path, bytes))
    }

    /// Every entry in the list or with a page, each with what the two say differently.
    func shown() throws(ChannelError) -> [ShownEntry] {
        var entries: [ShownEntry] = []
        for entryID in Set(list.entryIDs).union(try reader.pages() ?? []) {
            if let entry = try shown(entryID) { entries.append(entry) }
        }
        return entries.sorted { $0.entryID < $1.entryID }
    }

    /// Nil when neither a line nor a page stands.
    private func shown(_ entryID: Int64) throws(ChannelError) -> ShownEntry? {
        let line = list.line(of: entryID)
        guard let bytes = try reader.bytes(at: SitePaths.page(entryID)) else {
            guard list.holds(entryID) else { return nil }
            return ShownEntry(
                entryID: entryID, version: line?.version ?? 0, sha256: line?.sha256 ?? "",
                difference: .listLineWithoutPage)
        }
        let page = read(bytes)
        let version = page?.version ?? line?.version ?? 0
        let sha256 = page?.entry.sha256 ?? ""
        guard list.holds(entryID) else {
            return ShownEntry(entryID: entryID, version: version, sha256: sha256, difference: .pageWithoutListLine)
        }
        let isWhole = page.map { line == ListLine($0.entry, version: $0.version) && $0.entry.entryID == entryID }
        return ShownEntry(
            entryID: entryID, version: version, sha256: sha256,
            difference: isWhole == true ? nil : .pageDiffersFromList)
    }

    /// What a page shows, nil unless what readers see of it is made from that.
    private func read(_ bytes: [UInt8]) -> EntryPage.Shown? {
        guard let shown = EntryPage.read(bytes) else { return nil }
        guard let templates else { return shown }
        return EntryPage.bytes(shown.entry, version: shown.version, with: templates) == bytes ? shown : nil
    }

    private static func evidence(_ path: String, _ bytes: [UInt8]) -> DeliveryEvidence {
        DeliveryEvidence(path: path, sha256: SHA256.hex(of: bytes), bytes: bytes.count)
    }
}
