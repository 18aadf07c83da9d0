internal import PQ

/// The bureau's disclosure pages: a static site, replaced as a whole by one rename.
///
/// **Shape** `<root>/releases/<n>/…` hold whole sites, `<root>/current` points to the one that is public: the web
/// server's root is `<root>/current`, nothing else below `<root>`. `<root>/state/<n>.json` says what release *n* shows,
/// so that the rename of `current` commits both. Index pages that do not change are the same files in the next release, entry pages stand on
/// shelves that releases share (`PageShelves`). Two older releases are kept, closed to others.
///
/// After a crash at any point the old site stands, whole; the next delivery removes what was left half made. What others changed or added
/// is found by reading back, and the next round makes the site anew.
/// File work runs on the actor: one delivery or read-back of a site at a time.
public actor BureauSite: Channel {
    public nonisolated let code: String
    private let root: Folder
    private let settings: BureauSiteSettings
    private let templates: SiteTemplates

    private static let releasesKept = 3
    /// Settings and templates do not change while the program runs: once looked at, they are in the site, until reading back finds damage.
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
    /// site and otherwise only renews what was made with other templates or is not as it was made.
    ///
    /// **Throws** `.busy` while another builds; `.damaged` when there is no release to go on from.
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

    /// Makes the first, empty site, or every page anew after an upgrade, under new settings or after damage.
    public func renew(at time: String) async throws(ChannelError) {
        guard !isRenewed else { return }
        do throws(ChannelError) { _ = try await deliver([], at: time) } catch {
            // Another worker is at it.
            guard case .busy = error else { throw error }
            return
        }
        isRenewed = true
    }

    /// **Throws** `.damaged` where something else than an entry's page or its line differs from what was made.
    public func readBack() async throws(ChannelError) -> [ShownEntry] {
        do throws(ChannelError) {
            guard let number = try currentNumber() else { return [] }
            let state = try state(of: number)
            try tree(of: number, state).check()
            // How pages looked by other templates or settings is not known here.
            return try contents(of: number, madeWith: state.revision == templates.revision ? templates : nil).shown()
        } catch {
            isRenewed = false
            throw error
        }
    }

    private func deliverHolding(
        _ changes: [PublicationChange], at time: String
    ) throws(ChannelError) -> [DeliveryOutcome] {
        let (number, isPublic) = try newestRelease()
        var state =
            try number.map { n throws(ChannelError) in try self.state(of: n) }
            ?? SiteState(revision: templates.revision)
        let plan = DeliveryPlan(changes) { id in state[id].map { .init(version: $0.version, key: $0.key) } }
        var isMadeAnew = !isPublic || state.revision != templates.revision
        if let number, !isMadeAnew, changes.isEmpty { isMadeAnew = try !isWhole(tree(of: number, state)) }
        let due = try changesToMake(changes, plan, number: isMadeAnew ? nil : number)
        if isMadeAnew || !due.isEmpty {
            for change in due { state.apply(change, at: time) }
            try build(state, due, after: number, isMadeAnew: isMadeAnew, at: time)
        }
        return try outcomes(changes, plan)
    }

    /// Changes to apply, and those applied before whose page or line no longer stands in the release; all of them where everything is made anew.
    private func changesToMake(
        _ changes: [PublicationChange], _ plan: DeliveryPlan, number: Int?
    ) throws(ChannelError) -> [PublicationChange] {
        var due: [PublicationChange] = []
        let isAnyRepeated = plan.verdicts.contains(.again)
        let contents =
            isAnyRepeated
            ? try number.map { n throws(ChannelError) in try self.contents(of: n, madeWith: templates) } : nil
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
        _ state: SiteState, _ changes: [PublicationChange], after number: Int?, isMadeAnew: Bool, at time: String
    ) throws(ChannelError) {
        let next = (number ?? 0) + 1
        var state = state
        let staging = releases.folder(".staging")
        try releases.remove(".staging")
        try root.folder(SitePaths.entryFolder).create()
        let shelves = PageShelves(root: root)
        let release = SiteRelease(settings: settings, templates: templates, shelves: shelves, number: next, time: time)
        let previous = number.map { releases.folder("\($0)") }
        try release.write(to: staging, state: &state, changes: changes, previous: previous, isMadeAnew: isMadeAnew)
        try releases.remove("\(next)")
        try releases.rename(".staging", to: "\(next)")
        try states.place(state.canonicalJSON, as: "\(next).json")
        Folder.syncEverything()
        try root.point("current", to: Self.link(to: next))
        if isMadeAnew { try? shelves.removeForeignNames() }
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
        let contents = try contents(of: number, madeWith: templates)
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

    /// The release to go on from: the public one, nil before the first; the newest that was recorded where `current` leads elsewhere.
    private func newestRelease() throws(ChannelError) -> (number: Int?, isPublic: Bool) {
        do throws(ChannelError) {
            let number = try currentNumber()
            return (number, number != nil)
        } catch {
            guard case .damaged(_, .altered) = error else { throw error }
            let recorded = try states.names().compactMap { Int($0.prefix { $0 != "." }) }
            guard let newest = recorded.filter({ releases.folder("\($0)").exists(SitePaths.list) }).max() else {
                throw error
            }
            return (newest, false)
        }
    }

    /// The public release, nil before the first.
    ///
    /// **Throws** `.damaged`; as altered where `current` leads to anything but a release.
    private func currentNumber() throws(ChannelError) -> Int? {
        guard let target = root.target(ofLink: "current") else {
            // State 1 alone is a first release that was never swapped in; any more means somebody took the link away.
            guard try states.names().allSatisfy({ $0 == "1.json" || $0.hasPrefix(".") }) else {
                throw .damaged(path: root.file("current"), reason: .missing)
            }
            return nil
        }
        guard let number = Int(target.drop { $0 != "/" }.dropFirst()), target == Self.link(to: number) else {
            throw .damaged(path: root.file("current"), reason: .altered)
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
    private func contents(
        of number: Int, madeWith templates: SiteTemplates?
    ) throws(ChannelError) -> SiteContents<FolderSiteReader> {
        try SiteContents(FolderSiteReader(folder: releases.folder("\(number)")), madeWith: templates)
    }

    private func tree(of number: Int, _ state: SiteState) -> SiteTree {
        SiteTree(release: releases.folder("\(number)"), digests: state.digests)
    }

    private func isWhole(_ tree: SiteTree) throws(ChannelError) -> Bool {
        do throws(ChannelError) { try tree.check() } catch {
            guard case .damaged = error else { throw error }
            return false
        }
        return true
    }

    /// Where `current` leads.
    private static func link(to number: Int) -> String { "releases/\(number)" }

    private var releases: Folder { root.folder("releases") }
    private var states: Folder { root.folder("state") }
}
