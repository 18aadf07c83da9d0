internal import PQ

/// The bureau's disclosure pages: a static site, replaced as a whole by one rename.
///
/// **Shape** `<root>/releases/<n>/…` hold whole sites, `<root>/current` points to the one that is public: the web
/// server's root is `<root>/current`, nothing else below `<root>`. `<root>/state/<n>.json` says what release *n* shows,
/// so that the rename of `current` commits both. Index pages that do not change are the same files in the next release, entry pages stand on
/// shelves that releases share (`PageShelves`). Two older releases are kept, closed to others.
///
/// After a crash at any point the old site stands, whole; the next delivery removes what was left half made.
/// File work runs on the actor: one delivery or read-back of a site at a time.
public actor BureauSite: Channel {
    public nonisolated let code: String
    private let root: Folder
    private let settings: BureauSiteSettings
    private let templates: SiteTemplates

    private static let releasesKept = 3
    /// Settings and templates do not change while the program runs: once looked at, they are in the site.
    private var isRenewed = false

    public init(code: String = "bureau-site", root: String, settings: BureauSiteSettings) {
        self.code = code
        self.root = Folder(path: root)
        self.settings = settings
        templates = SiteTemplates(settings: settings)
    }

    public func objections() async -> [ChannelError] { root.objections() }

    public nonisolated var capabilities: ChannelCapabilities {
        ChannelCapabilities(proof: .immediate, batchLimit: 10_000, seesForeignEntries: true)
    }

    /// Builds and swaps in a release with the changes, then reads each back; an empty delivery makes the first, empty
    /// site and otherwise only renews pages whose templates have changed.
    ///
    /// **Throws** `.busy` while another builds; `.damaged` when `current` and the state contradict each other.
    public func deliver(
        _ changes: [PublicationChange], at time: String
    ) async throws(ChannelError) -> [DeliveryOutcome] {
        guard CivilDate(iso: String(time.prefix(10))) != nil else { throw .badTime(time) }
        try releases.create()
        try states.create()
        return try FolderLock.holding(root, channel: code) { () throws(ChannelError) in
            try deliverHolding(changes, at: time)
        }
    }

    /// Makes the first, empty site, or every page anew after an upgrade or under new settings.
    public func renew(at time: String) async throws(ChannelError) {
        guard !isRenewed else { return }
        do throws(ChannelError) { _ = try await deliver([], at: time) } catch {
            // Another worker is at it.
            guard case .busy = error else { throw error }
            return
        }
        isRenewed = true
    }

    public func readBack() async throws(ChannelError) -> [ShownEntry] {
        guard let number = try currentNumber() else { return [] }
        return try contents(of: number).shown()
    }

    private func deliverHolding(
        _ changes: [PublicationChange], at time: String
    ) throws(ChannelError) -> [DeliveryOutcome] {
        let number = try currentNumber()
        var state =
            try number.map { n throws(ChannelError) in try self.state(of: n) }
            ?? SiteState(revision: templates.revision)
        let plan = DeliveryPlan(changes) { id in state[id].map { .init(version: $0.version, key: $0.key) } }
        let isMadeAnew = number == nil || state.revision != templates.revision
        let due = try changesToMake(changes, plan, number: isMadeAnew ? nil : number)
        if isMadeAnew || !due.isEmpty {
            for change in due { state.apply(change, at: time) }
            try build(state, due, after: number, at: time)
        }
        return try outcomes(changes, plan)
    }

    /// Changes to apply, and those applied before whose page or line no longer stands in the release; all of them where everything is made anew.
    private func changesToMake(
        _ changes: [PublicationChange], _ plan: DeliveryPlan, number: Int?
    ) throws(ChannelError) -> [PublicationChange] {
        var due: [PublicationChange] = []
        let isAnyRepeated = plan.verdicts.contains(.again)
        let contents = isAnyRepeated ? try number.map { n throws(ChannelError) in try self.contents(of: n) } : nil
        for (change, verdict) in zip(changes, plan.verdicts) {
            switch verdict {
            case .apply: due.append(change)
            case .again:
                guard !due.contains(where: { $0.key == change.key }) else { continue }
                if case .success? = try contents?.proof(of: change) { continue }
                due.append(change)
            case .refuse: continue
            }
        }
        return due
    }

    /// Makes release `number + 1` aside, records it, and swaps it in.
    private func build(
        _ state: SiteState, _ changes: [PublicationChange], after number: Int?, at time: String
    ) throws(ChannelError) {
        let next = (number ?? 0) + 1
        var state = state
        let staging = releases.folder(".staging")
        try releases.remove(".staging")
        try root.folder(SitePaths.entryFolder).create()
        let shelves = PageShelves(root: root)
        let release = SiteRelease(settings: settings, templates: templates, shelves: shelves, number: next, time: time)
        let previous = number.map { releases.folder("\($0)") }
        try release.write(to: staging, state: &state, changes: changes, previous: previous)
        try releases.remove("\(next)")
        try releases.rename(".staging", to: "\(next)")
        try states.place(state.canonicalJSON, as: "\(next).json")
        Folder.syncEverything()
        try root.point("current", to: "releases/\(next)")
        for change in changes where change.entry == nil { try? shelves.removeName(change.entryID) }
        closeOlderReleases(than: next)
        try? shelves.tidy(oldest: next - Self.releasesKept + 1, current: next)
    }

    /// The site is public already: what cannot be tidied now is tidied next time.
    private func closeOlderReleases(than current: Int) {
        for name in (try? releases.names()) ?? [] {
            guard let number = Int(name), number != current else { continue }
            try? releases.folder(name).setMode(0o700)
            guard number <= current - Self.releasesKept || number > current else { continue }
            try? releases.remove(name)
        }
        for name in (try? states.names()) ?? [] {
            guard let number = Int(name.prefix { $0 != "." }), number <= current - Self.releasesKept else { continue }
            try? states.remove(name)
        }
    }

    private func outcomes(
        _ changes: [PublicationChange], _ plan: DeliveryPlan
    ) throws(ChannelError) -> [DeliveryOutcome] {
        guard !changes.isEmpty else { return [] }
        guard let number = try currentNumber() else {
            throw .damaged(path: root.file("current"), reason: .missing)
        }
        let contents = try contents(of: number)
        var outcomes: [DeliveryOutcome] = []
        for (change, verdict) in zip(changes, plan.verdicts) {
            if case .refuse(let fault) = verdict {
                outcomes.append(.refused(fault))
                continue
            }
            switch try contents.proof(of: change) {
            case .success(let evidence): outcomes.append(.done(evidence: evidence))
            case .failure(let fault): outcomes.append(.unclear(fault))
            }
        }
        return outcomes
    }

    /// The public release, nil before the first.
    private func currentNumber() throws(ChannelError) -> Int? {
        guard let target = root.target(ofLink: "current") else {
            // State 1 alone is a first release that was never swapped in; any more means somebody took the link away.
            guard try states.names().allSatisfy({ $0 == "1.json" || $0.hasPrefix(".") }) else {
                throw .damaged(path: root.file("current"), reason: .missing)
            }
            return nil
        }
        guard let number = target.split(separator: "/").last.flatMap({ Int($0) }) else {
            throw .damaged(path: root.file("current"), reason: .unreadable)
        }
        guard releases.folder("\(number)").exists(SitePaths.list) else {
            throw .damaged(path: releases.file("\(number)"), reason: .missing)
        }
        return number
    }

    private func state(of number: Int) throws(ChannelError) -> SiteState {
        guard let bytes = try states.read("\(number).json") else {
            throw .damaged(path: states.file("\(number).json"), reason: .releaseNotRecorded)
        }
        guard let state = SiteState(json: bytes) else {
            throw .damaged(path: states.file("\(number).json"), reason: .unreadable)
        }
        return state
    }

    /// One release, whichever is public by the time it is read.
    private func contents(of number: Int) throws(ChannelError) -> SiteContents<FolderSiteReader> {
        try SiteContents(FolderSiteReader(folder: releases.folder("\(number)")))
    }

    private var releases: Folder { root.folder("releases") }
    private var states: Folder { root.folder("state") }
}
