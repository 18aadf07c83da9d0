internal import PQ

/// The pages a reader walks through without a script: all entries, and those of one list or one reporting unit.
///
/// The first page of a view tells how many there are and shows the newest; the others, one for each period, tell nothing of other periods,
/// so that they stay as they are while nothing of theirs changes.
struct IndexPages {
    private struct View {
        var slug: String
        var title: String
        var rows: [PeriodPages.Row]
    }

    /// One page of a view; `period` nil for the first one.
    private struct Page {
        var path: String
        var period: String?
        var rows: ArraySlice<PeriodPages.Row>
        var previous: String?
        var next: String?
    }

    private let settings: BureauSiteSettings
    private let time: String
    private let rowsPerPage: Int
    private let line: (Int64) -> ListLine?
    private let renderRow: (PageView) -> String
    private let all: View
    private let lists: [View]
    private let units: [View]
    private let listOptions: PageView.Value
    private let unitOptions: PageView.Value

    /// - Parameter line: what the list says of an entry that is shown.
    init(
        _ shown: [SiteState.Applied], settings: BureauSiteSettings, at time: String,
        line: @escaping (Int64) -> ListLine?, renderingRow render: @escaping (PageView) -> String
    ) {
        self.settings = settings
        self.time = time
        self.line = line
        renderRow = render
        rowsPerPage = max(1, settings.rowsPerPage)
        let places = shown.compactMap(\.place)
        let rows = zip(shown, places).enumerated().map { index, entry in
            PeriodPages.Row(
                entryID: entry.0.entryID, version: entry.0.version, decidedOn: entry.1.decidedOn, index: index)
        }
        .sorted { ($0.decidedOn, $0.entryID) > ($1.decidedOn, $1.entryID) }
        func groups(by code: (SiteState.Place) -> String) -> [(code: String, rows: [PeriodPages.Row])] {
            Dictionary(grouping: rows) { code(places[$0.index]) }.map { ($0, $1) }.sorted { $0.code < $1.code }
        }
        func title(_ rows: [PeriodPages.Row], _ name: (ListLine) -> String) -> String {
            rows.first.flatMap { line($0.entryID) }.map(name) ?? ""
        }
        let byList = groups(by: \.listCode).reversed().map { code, rows in (code, title(rows, \.listName), rows) }
        let byUnit = groups(by: \.reportingUnit).map { code, rows in (code, title(rows, \.reportingUnitName), rows) }
        all = View(slug: "index", title: "全部", rows: rows)
        lists = byList.map { View(slug: SitePaths.listSlug($0), title: $1, rows: $2) }
        units = byUnit.map { View(slug: SitePaths.unitSlug($0), title: $1, rows: $2) }
        listOptions = .parts(byList.map { PageView(["code": .text($0.0), "title": .text($0.1)]) })
        unitOptions = .parts(byUnit.map { PageView(["code": .text($0.0), "title": .text($0.1)]) })
    }

    /// Hands every page to `write`, one at a time: its path, a digest of everything it is made of but the time, and how to make it.
    func render(
        _ write: (_ path: String, _ key: String, _ view: () -> PageView) throws(ChannelError) -> Void
    ) throws(ChannelError) {
        var markup: [Int64: String] = [:]
        let frames = (counted: frame(isCounted: true), plain: frame(isCounted: false))
        for view in [all] + lists + units {
            let periods =
                view.rows.count > rowsPerPage ? PeriodPages.pages(of: view.rows[...], atMost: rowsPerPage) : []
            for page in pages(of: view, periods) {
                try write(page.path, key(page, frame: page.period == nil ? frames.counted : frames.plain)) {
                    let lines = page.rows.compactMap { line($0.entryID) }.sorted(by: ListLine.isShownBefore)
                    let rows = lines.map { line in
                        let row = markup[line.entryID] ?? renderRow(Self.row(line))
                        markup[line.entryID] = row
                        return row
                    }
                    return self.view(page, of: view, periods, rows: rows)
                }
            }
        }
    }

    private func pages(of view: View, _ periods: [PeriodPages.Page]) -> [Page] {
        let first = SitePaths.view(view.slug)
        let paths = periods.map { SitePaths.view(view.slug, period: $0.code) }
        var pages = [Page(path: first, rows: view.rows.prefix(rowsPerPage), next: paths.first)]
        for (index, period) in periods.enumerated() {
            pages.append(
                Page(
                    path: paths[index], period: period.title, rows: period.rows,
                    previous: index == 0 ? first : paths[index - 1],
                    next: index + 1 < paths.count ? paths[index + 1] : nil))
        }
        return pages
    }

    /// What all pages show: the titles and the views, on first pages with their counts.
    private func frame(isCounted: Bool) -> String {
        let views = ([all] + lists + units).map { "\($0.slug) \($0.title) \(isCounted ? $0.rows.count : 0)" }
        return ([settings.siteTitle, settings.agencyName] + views).joined(separator: "\n")
    }

    private func key(_ page: Page, frame: String) -> String {
        var bytes = Array("\(page.path) \(page.previous ?? "") \(page.next ?? "")\n\(frame)\n".utf8)
        bytes.reserveCapacity(bytes.count + 16 * page.rows.count)
        for row in page.rows {
            for number in [row.entryID, row.version] { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
        }
        return String(SHA256.hex(of: bytes).prefix(16))
    }

    private func view(_ page: Page, of view: View, _ periods: [PeriodPages.Page], rows: [String]) -> PageView {
        let heading = view.slug == all.slug ? settings.siteTitle + "名单" : view.title
        let isFirst = page.period == nil
        var values = PageView([
            "root": "", "robots": "noarchive", "is_index": true, "heading": .text(heading),
            "page_title": .text(page.period.map { "\(heading)（\($0)）" } ?? heading),
            "generated_at": .text(time), "generated_text": .text(ChineseDate.text(time: time)),
            "is_first": .flag(isFirst), "count": .number(view.rows.count), "shown": .number(page.rows.count),
            "is_empty": .flag(view.rows.isEmpty), "rows": .markup(rows.joined()),
            "list_views": .parts(([all] + lists).map { link($0, isCurrent: $0.slug == view.slug, isCounted: isFirst) }),
            "unit_views": .parts(units.map { link($0, isCurrent: $0.slug == view.slug, isCounted: isFirst) }),
            "list_options": listOptions, "unit_options": unitOptions,
            "has_pages": .flag(!periods.isEmpty), "first_page": .text(SitePaths.view(view.slug)),
            "has_years": .flag(isFirst), "years": .parts(isFirst ? Self.contents(periods, slug: view.slug) : []),
        ])
        values["period"] = .optional(page.period)
        values["previous"] = .optional(page.previous)
        values["next"] = .optional(page.next)
        return values
    }

    private func link(_ view: View, isCurrent: Bool, isCounted: Bool) -> PageView {
        var link = PageView([
            "page": .text(SitePaths.view(view.slug)), "title": .text(view.title), "is_current": .flag(isCurrent),
        ])
        if isCounted { link["tally"] = .number(view.rows.count) }
        return link
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

    /// A line for each year with its months, each leading to the first page of what was decided in it.
    private static func contents(_ periods: [PeriodPages.Page], slug: String) -> [PageView] {
        var years: [(year: Int, months: [(title: String, code: String, count: Int)])] = []
        for page in periods {
            if years.last?.year != page.newest.year { years.append((page.newest.year, [])) }
            let title = page.code.count == 4 ? "全年" : "\(page.newest.month)月"
            let last = years.count - 1
            if years[last].months.last?.title == title {
                years[last].months[years[last].months.count - 1].count += page.rows.count
            } else {
                years[last].months.append((title, page.code, page.rows.count))
            }
        }
        return years.map { year in
            let months = year.months.map {
                PageView([
                    "page": .text(SitePaths.view(slug, period: $0.code)), "title": .text($0.title),
                    "tally": .number($0.count),
                ])
            }
            return PageView(["year": .text("\(year.year)年"), "months": .parts(months)])
        }
    }
}
