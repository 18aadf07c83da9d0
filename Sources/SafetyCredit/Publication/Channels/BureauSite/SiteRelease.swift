/// Writes one whole release into an empty folder.
struct SiteRelease {
    let settings: BureauSiteSettings
    let templates: SiteTemplates
    let time: String

    /// Writes the release that `state` describes.
    ///
    /// Pages of entries in `entries` are made anew; the others are second names of the previous release's files, or
    /// made anew from what those hold when the templates have changed; so are index pages. An entry whose page cannot be had either way is
    /// taken off the state's lines.
    func write(
        to folder: Folder, state: inout SiteState, entries: [Int64: PublicationEntry], previous: Folder?
    ) throws(ChannelError) {
        let pages = folder.folder(SitePaths.entryFolder)
        try pages.create()
        let isSameRevision = state.revision == templates.revision
        var lost: Set<Int64> = []
        for line in state.lines {
            if let entry = entries[line.entryID] {
                try write(EntryPage.view(entry, version: line.version), with: "entry", to: line.page, in: folder)
            } else if isSameRevision {
                guard let previous, try folder.link(line.page, from: previous) else {
                    lost.insert(line.entryID)
                    continue
                }
            } else if let bytes = try previous?.read(line.page), let shown = EntryPage.read(bytes),
                shown.entry.sha256 == line.sha256
            {
                try write(EntryPage.view(shown.entry, version: line.version), with: "entry", to: line.page, in: folder)
            } else {
                lost.insert(line.entryID)
            }
        }
        state.dropLines(of: lost)
        state.revision = templates.revision
        try writeLists(state, to: folder)
        state.indexKeys = try writeIndex(
            state.lines, to: folder, keys: isSameRevision ? state.indexKeys : nil, previous: previous)
    }

    private func writeLists(_ state: SiteState, to folder: Folder) throws(ChannelError) {
        let lines = state.lines
        let list = JSONWriter.object { writer in
            writer.member("count", Int64(lines.count))
            writer.member("entries", objects: lines) { $0.write(to: &$1) }
            writer.member("generated_at", time)
            writer.member("schema_version", 1)
        }
        try folder.write(list, to: SitePaths.list)
        let csv = ExchangeCSV.encode(
            header: ListLine.csvHeader, rows: lines.map(\.csvRow), isForSpreadsheets: true)
        try folder.write(csv, to: "list.csv")
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
        _ lines: [ListLine], to folder: Folder, keys: [String: String]?, previous: Folder?
    ) throws(ChannelError) -> [String: String] {
        let pages = IndexPages(lines, settings: settings, at: time) { templates.render($0, with: "row") }
        var made: [String: String] = [:]
        try pages.render { path, key, view throws(ChannelError) in
            made[path] = key
            if let previous, keys?[path] == key, try folder.link(path, from: previous) { return }
            try write(view(), with: "index", to: path, in: folder)
        }
        try write(aboutView(), with: "about", to: "about.html", in: folder)
        try folder.write(Array(SiteTemplates.stylesheet.utf8), to: "site.css")
        try folder.write(Array(SiteTemplates.script.utf8), to: "site.js")
        try folder.write(Array(SiteTemplates.emblem.utf8), to: "site.svg")
        return made
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
