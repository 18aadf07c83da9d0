/// Writes one whole release into an empty folder: what changed, and second names or links for everything else.
///
/// The digest of each file but the entry pages goes into the state.
struct SiteRelease {
    let settings: BureauSiteSettings
    let templates: SiteTemplates
    let shelves: PageShelves
    let number: Int
    let time: String

    /// What the release takes over from the one before, whose pages were made with the same templates.
    private struct Kept {
        var folder: Folder
        var list: ListText
        var indexKeys: [String: String]
        var digests: [String: String]
    }

    /// Writes the release that `state` describes.
    ///
    /// Pages of changed entries are made anew; the others stay where they are, or are made anew from what they hold when `isMadeAnew` or
    /// the list is not the one that was written; so are index pages. An entry whose page is not found when its shelf is filled
    /// anew is taken off the state.
    func write(
        to folder: Folder, state: inout SiteState, changes: [PublicationChange], previous: Folder?, isMadeAnew: Bool
    ) throws(ChannelError) {
        var kept: Kept?
        if !isMadeAnew, let previous, let list = try ListText(in: previous, of: state) {
            kept = Kept(folder: previous, list: list, indexKeys: state.indexKeys ?? [:], digests: state.digests)
        }
        state.revision = templates.revision
        state.digests = [:]
        let made = try writePages(&state, changes, to: folder, previous: previous, kept: kept)
        try writeLists(&state, made, to: folder, kept: kept)
        try writeIndex(&state, made, to: folder, kept: kept)
        try writeRest(&state, to: folder, kept: kept)
    }

    /// Fills every shelf on which something changes.
    ///
    /// - Returns: the lines of the entries whose pages were made.
    private func writePages(
        _ state: inout SiteState, _ changes: [PublicationChange], to folder: Folder, previous: Folder?, kept: Kept?
    ) throws(ChannelError) -> [Int64: ListLine] {
        let entries = Dictionary(changes.compactMap { change in change.entry.map { (change.entryID, $0) } }) { $1 }
        let changed = Set(changes.map { SitePaths.shelf(of: $0.entryID) })
        try folder.folder(SitePaths.shelfFolder).create()
        try folder.symlink(SitePaths.entryFolder, to: PageShelves.namesFromRelease)
        if let kept { try shelves.takeOver(from: kept.folder, to: folder, but: changed) }
        var (made, lost): ([Int64: ListLine], Set<Int64>) = ([:], [])
        var open: (number: Int64, folder: Folder)?
        for applied in state.applied where applied.place != nil {
            let (entryID, number) = (applied.entryID, SitePaths.shelf(of: applied.entryID))
            guard kept == nil || changed.contains(number) else { continue }
            let shelf: Folder
            if let open, open.number == number {
                shelf = open.folder
            } else {
                shelf = try shelves.shelf(number, of: self.number, in: folder)
                open = (number, shelf)
            }
            let name = SitePaths.pageName(entryID)
            if let kept, entries[entryID] == nil {
                if try !shelf.link(name, from: kept.folder.folder(SitePaths.shelfFolder).folder("\(number)")) {
                    lost.insert(entryID)
                }
            } else if let entry = try entry(of: applied, changed: entries, previous) {
                try shelf.write(EntryPage.bytes(entry, version: applied.version, with: templates), to: name)
                try shelves.name(entryID)
                made[entryID] = ListLine(entry, version: applied.version)
            } else {
                lost.insert(entryID)
            }
        }
        state.drop(lost)
        return made
    }

    /// The entry as it changes, else what its page held; nil where that was not the page of the version applied.
    private func entry(
        of applied: SiteState.Applied, changed: [Int64: PublicationEntry], _ previous: Folder?
    ) throws(ChannelError) -> PublicationEntry? {
        if let entry = changed[applied.entryID] { return entry }
        guard let previous,
            let bytes = try FolderSiteReader(folder: previous).bytes(at: SitePaths.page(applied.entryID)),
            let shown = EntryPage.read(bytes), shown.entry.entryID == applied.entryID, shown.version == applied.version
        else { return nil }
        return shown.entry
    }

    private func writeLists(
        _ state: inout SiteState, _ made: [Int64: ListLine], to folder: Folder, kept: Kept?
    ) throws(ChannelError) {
        let files = ListText.files(
            of: state.shown.map(\.entryID), at: time, made: made, kept: kept?.list)
        try write(files.list, to: SitePaths.list, in: folder, &state)
        try write(files.spreadsheet, to: SitePaths.spreadsheet, in: folder, &state)
        let feed = JSONWriter.object { writer in
            writer.member("changes", objects: state.changes.reversed()) { $0.write(to: &$1) }
            writer.member("generated_at", time)
            writer.member("schema_version", 1)
        }
        try write(feed, to: "changes.json", in: folder, &state)
    }

    /// Writes the index pages whose rows, counts or neighbours have changed; the others are second names of the previous release's files.
    private func writeIndex(
        _ state: inout SiteState, _ made: [Int64: ListLine], to folder: Folder, kept: Kept?
    ) throws(ChannelError) {
        let pages = IndexPages(
            state.shown, settings: settings, at: time, line: { made[$0] ?? kept?.list.line(of: $0) },
            renderingRow: { templates.render($0, with: "row") })
        var keys: [String: String] = [:]
        try pages.render { path, key, view throws(ChannelError) in
            keys[path] = key
            if kept?.indexKeys[path] == key, try keep(path, of: kept, in: folder, &state) { return }
            try write(templates.page(view(), with: "index"), to: path, in: folder, &state)
        }
        state.indexKeys = keys
    }

    /// What only the templates decide.
    private func writeRest(_ state: inout SiteState, to folder: Folder, kept: Kept?) throws(ChannelError) {
        if try !keep("about.html", of: kept, in: folder, &state) {
            try write(templates.page(aboutView(), with: "about"), to: "about.html", in: folder, &state)
        }
        for (name, text) in [
            ("site.css", SiteTemplates.stylesheet), ("site.js", SiteTemplates.script),
            ("site.svg", SiteTemplates.emblem),
        ] where try !keep(name, of: kept, in: folder, &state) {
            try write(Array(text.utf8), to: name, in: folder, &state)
        }
    }

    private func aboutView() -> PageView {
        let contacts = settings.contacts.map {
            PageView(["unit": .text($0.unit), "phone": .text($0.phone), "address": .text($0.address)])
        }
        var view = PageView([
            "root": "", "robots": "noarchive", "page_title": "异议与移出指南", "is_about": true,
            "objection_days": .number(settings.objectionDays), "contacts": .parts(contacts),
            "has_contacts": .flag(!contacts.isEmpty),
        ])
        view["acceptance_days"] = settings.acceptanceDays.map { .number($0) }
        view["decision_days"] = settings.decisionDays.map { .number($0) }
        return view
    }

    private func write(
        _ bytes: [UInt8], to path: String, in folder: Folder, _ state: inout SiteState
    ) throws(ChannelError) {
        state.digests[path] = SHA256.hex(of: bytes)
        try folder.write(bytes, to: path)
    }

    /// Gives a file of the release before a second name; false when there is none.
    private func keep(
        _ path: String, of kept: Kept?, in folder: Folder, _ state: inout SiteState
    ) throws(ChannelError) -> Bool {
        guard let kept, let sha256 = kept.digests[path], try folder.link(path, from: kept.folder) else { return false }
        state.digests[path] = sha256
        return true
    }
}
