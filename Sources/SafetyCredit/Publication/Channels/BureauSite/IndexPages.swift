/// The pages a reader walks through without a script: all entries, and those of one list or one reporting unit.
struct IndexPages {
    private struct View {
        var slug: String
        var title: String
        var lines: [ListLine]
    }

    private let siteTitle: String
    private let time: String
    private let rowsPerPage: Int
    private let all: View
    private let lists: [View]
    private let units: [View]
    private let renderRow: (PageView) -> String
    /// What all pages show: the title and the views with their counts.
    private let frame: String
    private let listOptions: PageView.Value
    private let unitOptions: PageView.Value

    init(
        _ lines: [ListLine], settings: BureauSiteSettings, at time: String,
        renderingRow render: @escaping (PageView) -> String
    ) {
        let sorted = lines.sorted(by: ListLine.isShownBefore)
        siteTitle = settings.siteTitle
        self.time = time
        rowsPerPage = max(1, settings.rowsPerPage)
        all = View(slug: "index", title: "全部", lines: sorted)
        lists = Self.views(sorted, code: \.listCode, title: \.listName, slug: SitePaths.listSlug, isByCode: false)
        units = Self.views(sorted, code: \.reportingUnit, title: \.reportingUnitName, slug: SitePaths.unitSlug)
        renderRow = render
        let views = ([all] + lists + units).map { "\($0.slug) \($0.title) \($0.lines.count)" }
        frame = ([settings.siteTitle, settings.agencyName] + views).joined(separator: "\n")
        listOptions = Self.options(lists, code: \.listCode)
        unitOptions = Self.options(units, code: \.reportingUnit)
    }

    /// Hands every page to `write`, one at a time: its path, a digest of everything it is made of but the time, and how to make it.
    func render(
        _ write: (_ path: String, _ key: String, _ view: () -> PageView) throws(ChannelError) -> Void
    ) throws(ChannelError) {
        var rows: [Int64: String] = [:]
        for view in [all] + lists + units {
            let count = max(1, (view.lines.count + rowsPerPage - 1) / rowsPerPage)
            for number in 1...count {
                let lines = view.lines[(number - 1) * rowsPerPage..<min(number * rowsPerPage, view.lines.count)]
                try write(SitePaths.view(view.slug, page: number), key(number, of: count, in: view, lines)) {
                    let markup = lines.map { line in
                        let row = rows[line.entryID] ?? renderRow(Self.row(line))
                        rows[line.entryID] = row
                        return row
                    }
                    return page(number, of: count, in: view, rows: markup)
                }
            }
        }
    }

    private func key(_ number: Int, of count: Int, in view: View, _ lines: ArraySlice<ListLine>) -> String {
        let text = lines.reduce(into: "\(view.slug) \(number)/\(count)\n\(frame)\n") {
            $0 += "\($1.entryID) \($1.version) \($1.sha256)\n"
        }
        return String(SHA256.hex(of: text.utf8).prefix(16))
    }

    private func page(_ number: Int, of count: Int, in view: View, rows: [String]) -> PageView {
        let heading = view.slug == all.slug ? siteTitle + "名单" : view.title
        var page = PageView([
            "root": "", "robots": "noarchive", "is_index": true, "heading": .text(heading),
            "page_title": .text(count == 1 ? heading : "\(heading)（第\(number)页）"),
            "generated_at": .text(time), "generated_text": .text(ChineseDate.text(time: time)),
            "count": .number(view.lines.count), "is_empty": .flag(view.lines.isEmpty), "rows": .markup(rows.joined()),
            "list_views": .parts(([all] + lists).map { link($0, isCurrent: $0.slug == view.slug) }),
            "unit_views": .parts(units.map { link($0, isCurrent: $0.slug == view.slug) }),
            "list_options": listOptions, "unit_options": unitOptions,
            "has_pages": .flag(count > 1), "page_number": .number(number), "page_count": .number(count),
            "pages": .parts(Self.pageLinks(number, of: count, slug: view.slug)),
        ])
        if number > 1 { page["previous"] = .text(SitePaths.view(view.slug, page: number - 1)) }
        if number < count { page["next"] = .text(SitePaths.view(view.slug, page: number + 1)) }
        return page
    }

    private func link(_ view: View, isCurrent: Bool) -> PageView {
        PageView([
            "page": .text(SitePaths.view(view.slug, page: 1)), "title": .text(view.title),
            "count": .number(view.lines.count), "is_current": .flag(isCurrent),
        ])
    }

    private static func row(_ line: ListLine) -> PageView {
        var row = PageView([
            "page": .text(line.page), "name": .text(line.name), "list_name": .text(line.listName),
            "number": .text(line.creditCode ?? line.maskedNumber ?? ""),
            "list_style": .text(line.listCode == "serious" ? "serious" : "penalised"),
            "reporting_unit_name": .text(line.reportingUnitName),
            "is_objection_pending": .flag(line.isObjectionPending),
        ])
        row["decided_on"] = .date(line.decidedOn)
        row["last_day"] = .date(line.lastDay)
        return row
    }

    /// The first, the last and the neighbouring pages, with gaps between.
    private static func pageLinks(_ number: Int, of count: Int, slug: String) -> [PageView] {
        var links: [PageView] = []
        var last = 0
        for candidate in 1...count where candidate == 1 || candidate == count || abs(candidate - number) <= 2 {
            if candidate > last + 1 { links.append(PageView(["is_gap": true])) }
            links.append(
                PageView([
                    "page": .text(SitePaths.view(slug, page: candidate)), "number": .number(candidate),
                    "is_current": .flag(candidate == number), "is_gap": false,
                ]))
            last = candidate
        }
        return links
    }

    private static func views(
        _ lines: [ListLine], code: (ListLine) -> String, title: (ListLine) -> String, slug: (String) -> String,
        isByCode: Bool = true
    ) -> [View] {
        var order: [String] = []
        var groups: [String: [ListLine]] = [:]
        for line in lines {
            if groups[code(line)] == nil { order.append(code(line)) }
            groups[code(line), default: []].append(line)
        }
        if isByCode { order.sort() }
        return order.map { View(slug: slug($0), title: title(groups[$0]![0]), lines: groups[$0]!) }
    }

    private static func options(_ views: [View], code: (ListLine) -> String) -> PageView.Value {
        .parts(views.map { PageView(["code": .text(code($0.lines[0])), "title": .text($0.title)]) })
    }
}
