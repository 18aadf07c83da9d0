/// Writes one whole release into an empty folder: what changed, and second names or links for everything else.
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
    }

    /// Writes the release that `state` describes.
    ///
    /// Pages of changed entries are made anew; the others stay where they are, or are made anew from what they hold when the templates have
    /// changed or the list is not the one that was written; so are index pages. An entry whose page is not found when its shelf is filled
    /// anew is taken off the state.
    func write(
        to folder: Folder, state: inout SiteState, changes: [PublicationChange], previous: Folder?
    ) throws(ChannelError) {
        var kept: Kept?
        if state.revision == templates.revision, let previous, let list = try ListText(in: previous, of: state) {
            kept = Kept(folder: previous, list: list, indexKeys: state.indexKeys ?? [:])
        }
        state.revision = templates.revision
        let made = try writePages(&state, changes, to: folder, previous: previous, kept: kept)
        try writeLists(&state, made, to: folder, kept: kept)
        state.indexKeys = try writeIndex(state.shown, made, to: folder, kept: kept)
        try writeRest(to: folder, kept: kept)
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
                try write(EntryPage.view(entry, version: applied.version), with: "entry", to: name, in: shelf)
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
        state.digests = SiteState.Digests(
            list: SHA256.hex(of: files.list), spreadsheet: SHA256.hex(of: files.spreadsheet))
        try folder.write(files.list, to: SitePaths.list)
        try folder.write(files.spreadsheet, to: SitePaths.spreadsheet)
        let feed = JSONWriter.object { writer in
            writer.member("changes", objects: state.changes.reversed()) { $0.write(to: &$1) }
            writer.member("generated_at", time)
            writer.member("schema_version", 1)
        }
        try folder.write(feed, to: "changes.json")
    }

    /// Writes the index pages whose rows, counts or neighbours have changed; the others are second names of the previous release's files.
    ///
    /// - Returns: what each page was made of.
    private func writeIndex(
        _ shown: [SiteState.Applied], _ made: [Int64: ListLine], to folder: Folder, kept: Kept?
    ) throws(ChannelError) -> [String: String] {
        let pages = IndexPages(
            shown, settings: settings, at: time, line: { made[$0] ?? kept?.list.line(of: $0) },
            renderingRow: { templates.render($0, with: "row") })
        var keys: [String: String] = [:]
        try pages.render { path, key, view throws(ChannelError) in
            keys[path] = key
            if let kept, kept.indexKeys[path] == key, try folder.link(path, from: kept.folder) { return }
            try write(view(), with: "index", to: path, in: folder)
        }
        return keys
    }

    /// What only the templates decide.
    private func writeRest(to folder: Folder, kept: Kept?) throws(ChannelError) {
        func isKept(_ name: String) throws(ChannelError) -> Bool {
            guard let kept else { return false }
            return try folder.link(name, from: kept.folder)
        }
        if try !isKept("about.html") { try write(aboutView(), with: "about", to: "about.html", in: folder) }
        for (name, text) in [
            ("site.css", SiteTemplates.stylesheet), ("site.js", SiteTemplates.script),
            ("site.svg", SiteTemplates.emblem),
        ] where try !isKept(name) {
            try folder.write(Array(text.utf8), to: name)
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
        _ view: PageView, with template: String, to path: String, in folder: Folder
    ) throws(ChannelError) {
        var view = view
        view["agency_name"] = .text(settings.agencyName)
        view["site_title"] = .text(settings.siteTitle)
        view["revision"] = .text(templates.revision)
        try folder.write(Array(templates.render(view, with: template).utf8), to: path)
    }
}
