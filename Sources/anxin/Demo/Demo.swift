import PQ
import SafetyCredit

/// The story in eight chapters.
struct Demo {
    let stage: DemoStage
    let city: InventedCity
    let subjectCount: Int
    var story: [StoryEntry] = []

    init(stage: DemoStage, subjectCount: Int, seed: UInt64) {
        self.stage = stage
        self.subjectCount = subjectCount
        city = InventedCity(subjectCount: subjectCount, seed: seed)
    }

    /// - Parameter start: when the preparations began, for the time in all.
    func play(since start: ContinuousClock.Instant) async throws {
        var demo = self
        try await demo.chapter(1, "来文导入", "Files come in") { try await $0.importFiles() }
        try await demo.chapter(2, "任命经办人，评定 2024-01-01 的等级", "Officers are appointed, grades of 2024-01-01 computed") {
            try await $0.appointAndGrade()
        }
        try await demo.chapter(3, "列入严重失信主体名单并公示", "A unit and its principal are listed and published") {
            try await $0.listAndPublish()
        }
        try await demo.chapter(4, "异议成立，撤下公示", "An objection is upheld, the page goes") {
            try await $0.upholdObjection()
        }
        try await demo.chapter(5, "年底补报当年记录", "The records of the year come in") { try await $0.importLaterFiles() }
        try await demo.chapter(6, "提前移出", "A unit is removed early") { try await $0.removeEarly() }
        try await demo.chapter(7, "管理期限届满", "A membership expires") { try await $0.letExpire() }
        try await demo.chapter(8, "统计表", "The statistics form") { try await $0.fillForms() }
        try demo.requireStoryHolds()
        demo.summarise(since: start)
    }

    /// What was said of each entry when it happened is still so at the end.
    private func requireStoryHolds() throws {
        let listed = try stage.site.listedIDs()
        for entry in story {
            let isShown = try stage.site.page(entry.membershipID) != nil && listed.contains(entry.membershipID)
            guard isShown == (entry.goneOn == nil) else {
                throw DemoError.notSo(
                    chinese: "\(entry.name) 的页面最后仍如前述",
                    english: "the page of \(entry.name) is at the end as it was said")
            }
        }
    }

    private mutating func chapter(
        _ number: Int, _ chinese: String, _ english: String, _ body: (inout Demo) async throws -> Void
    ) async throws {
        let start = ContinuousClock.now
        stage.narrator.chapter(number, chinese, english)
        try await body(&self)
        stage.narrator.took(since: start)
    }

    /// The entry of a decision: of the unit, or of a person listed with it.
    func entry(of name: String, decision number: String, in list: ListCode, isPerson: Bool = false) async throws
        -> StoryEntry
    {
        try await StoryEntry.find(name, decision: number, in: list, isPerson: isPerson, on: stage.connection)
    }

    /// Notes from which day on the site no longer had an entry, and why.
    mutating func note(_ entry: StoryEntry, goneOn day: CivilDate, _ ending: String) {
        guard let index = story.firstIndex(where: { $0.membershipID == entry.membershipID }) else { return }
        story[index].goneOn = day
        story[index].ending = ending
    }
}
