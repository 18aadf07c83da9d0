import FoundationEssentials
import Testing

@testable import SafetyCredit

/// What a delivery that died half-way, or somebody else, left behind.
@Suite struct SiteCrashTests {
    let folder: TemporaryFolder
    let site: BureauSite

    init() async throws {
        folder = try TemporaryFolder()
        site = BureauSite(root: folder.path, settings: Sample.settings)
        _ = try await site.deliver([Sample.publish(Sample.entry(8))], at: Sample.time)
    }

    private let next = Sample.publish(Sample.entry(9))

    @Test("Half a staging folder is swept away")
    func halfStagingFolderSweptAway() async throws {
        try folder.write("half a p", to: "releases/.staging/entry/4711.html")
        #expect(try await site.deliver([next], at: Sample.time)[0].isDone)
        #expect(try await site.readBack().map(\.entryID) == [8, 9])
        #expect(try folder.files(holding: "half a p", below: "releases").isEmpty)
    }

    @Test("A release that was recorded but never swapped in counts as never made")
    func releaseRecordedNeverSwappedCountsAs() async throws {
        try folder.write("<p>leftover", to: "releases/2/index.html")
        try folder.write("<p>leftover", to: "shelves/4/2/4711.html")
        try folder.link("entry/4711.html", to: "../current/shelves/4/4711.html")
        try folder.write(try folder.text("state/1.json"), to: "state/2.json")
        try folder.write("{", to: "state/.2.json.tmp")
        #expect(try await site.readBack().map(\.entryID) == [8])
        #expect(try await site.deliver([next], at: Sample.time)[0].isDone)
        #expect(try await site.readBack().map(\.entryID) == [8, 9])
        #expect(!folder.exists("current/entry/4711.html"))
        #expect(try folder.files(holding: "<p>leftover", below: "current").isEmpty)
    }

    @Test("A first release that was never swapped in counts as never made")
    func firstReleaseNeverSwappedCountsAs() async throws {
        try FileManager.default.removeItem(atPath: folder.path + "/current")
        #expect(try await site.deliver([next], at: Sample.time)[0].isDone)
        #expect(try await site.readBack().map(\.entryID) == [9])
    }

    @Test("A lost link to a site that stood before is damage, not an empty site")
    func lostLinkSiteStoodBeforeDamage() async throws {
        _ = try await site.deliver([next], at: Sample.time)
        try FileManager.default.removeItem(atPath: folder.path + "/current")
        await #expect(throws: ChannelError.damaged(path: folder.path + "/current", reason: .missing)) {
            try await site.deliver([next], at: Sample.time)
        }
    }

    @Test("A link to a release that is gone is damage, not an empty site")
    func linkReleaseGoneDamageNotEmpty() async throws {
        try FileManager.default.removeItem(atPath: folder.path + "/releases/1")
        await #expect(throws: ChannelError.damaged(path: folder.path + "/releases/1", reason: .missing)) {
            try await site.deliver([next], at: Sample.time)
        }
    }

    @Test("A page without a list line and a list line without a page are both reported")
    func pageWithoutListLineListLine() async throws {
        _ = try await site.deliver([next], at: Sample.time)
        let page = try folder.text("current/entry/8.html")
        try folder.write(page.replacing(#"content="8""#, with: #"content="10""#), to: "current/entry/10.html")
        try FileManager.default.removeItem(atPath: folder.path + "/current/entry/9.html")
        let shown = try await site.readBack()
        #expect(shown.map(\.entryID) == [8, 9, 10])
        #expect(shown.map(\.difference) == [nil, .listLineWithoutPage, .pageWithoutListLine])
    }

    @Test("A page whose content was changed is reported, and the same key again puts it right")
    func pageContentChangedReportedSameKey() async throws {
        let page = try folder.text("current/entry/8.html")
        let forged = page.replacing(#""management_months":36"#, with: #""management_months":12"#)
        #expect(forged != page)
        try folder.write(forged, to: "current/entry/8.html")
        #expect(try await site.readBack().map(\.difference) == [.pageDiffersFromList])
        #expect(try await site.deliver([Sample.publish(Sample.entry(8))], at: Sample.time)[0].isDone)
        #expect(try await site.readBack().map(\.difference) == [nil])
    }

    @Test("A stray page disappears with the withdrawal that read-back asks for")
    func strayPageDisappearsWithdrawalReadBack() async throws {
        try folder.write(try folder.text("current/entry/8.html"), to: "current/entry/77.html")
        #expect(try await site.deliver([Sample.withdraw(77, version: 1)], at: Sample.time)[0].isDone)
        #expect(!folder.exists("current/entry/77.html"))
    }

    @Test("An entry whose page is lost leaves the lists as soon as its shelf is filled anew")
    func entryPageLostLeavesListsNext() async throws {
        try FileManager.default.removeItem(atPath: folder.path + "/current/shelves/0/8.html")
        #expect(try await site.readBack().map(\.difference) == [.listLineWithoutPage])
        _ = try await site.deliver([next], at: Sample.time)
        #expect(try await site.readBack().map(\.entryID) == [9])
        #expect(try await site.deliver([Sample.publish(Sample.entry(8), version: 2)], at: Sample.time)[0].isDone)
    }

    @Test("The lost name of a page comes back with the same key again")
    func lostNameComesBack() async throws {
        try folder.remove("entry/8.html")
        #expect(try await site.readBack().map(\.difference) == [.listLineWithoutPage])
        #expect(try await site.deliver([Sample.publish(Sample.entry(8))], at: Sample.time)[0].isDone)
        #expect(try await site.readBack().map(\.difference) == [nil])
    }

    @Test("A list that is not the one that was written is made anew from the pages")
    func forgedListMadeAnew() async throws {
        _ = try await site.deliver([Sample.publish(Sample.entry(1009))], at: Sample.time)
        for name in ["current/list.json", "current/list.csv"] {
            try folder.write(try folder.text(name).replacing(Sample.entry(8).name, with: "安州无此单位"), to: name)
        }
        _ = try await site.deliver([next], at: Sample.time)
        #expect(try await site.readBack().map(\.difference) == [nil, nil, nil])
        #expect(try !folder.text("current/list.csv").contains("安州无此单位"))
    }

    @Test("A list of which a part is missing is damage, not a shorter list")
    func cutOffListDamage() async throws {
        let list = try folder.text("current/list.json")
        for part in ["", "{}", String(list.prefix(60)), list.replacing("\n{", with: "{")] {
            try folder.write(part, to: "current/list.json")
            await #expect(throws: ChannelError.damaged(path: folder.path + "/releases/1/list.json", reason: .altered)) {
                try await site.readBack()
            }
        }
    }

    @Test("A page of which only the visible part was changed is reported, and the same key again puts it right")
    func visiblePartChanged() async throws {
        let page = try folder.text("current/entry/8.html")
        let forged = page.replacing("36个月", with: "12个月")
        #expect(forged != page)
        try folder.write(forged, to: "current/entry/8.html")
        #expect(try await site.readBack().map(\.difference) == [.pageDiffersFromList])
        #expect(try await site.deliver([Sample.publish(Sample.entry(8))], at: Sample.time)[0].isDone)
        #expect(try folder.text("current/entry/8.html") == page)
    }

    @Test(
        "A link that leads anywhere but to a release is damage, and the next round turns it back",
        arguments: [true, false])
    func linkTurnedElsewhere(isRound: Bool) async throws {
        try folder.write("", to: "evil/lock")
        try folder.copy("releases/1", to: "evil/1")
        try folder.relink("current", to: folder.path + "/evil/1")
        await #expect(throws: ChannelError.damaged(path: folder.path + "/current", reason: .altered)) {
            try await site.readBack()
        }
        if isRound {
            try await site.renew(at: Sample.time)
        } else {
            _ = try await site.deliver([Sample.publish(Sample.entry(8))], at: Sample.time)
        }
        #expect(try folder.target(ofLink: "current") == "releases/2")
        #expect(try await site.readBack().map(\.difference) == [nil])
    }

    @Test(
        "What others changed, added or took away is damage, and the next round makes the site anew",
        arguments: [
            "list.csv", "index.html", "site.js", "changes.json", "extra.html", "old/8.html", "entry/8.htm",
            "entry/08.html", "shelves/5/8.html",
        ])
    func foreignHand(name: String) async throws {
        try await site.renew(at: Sample.time)
        #expect(try await site.readBack().map(\.difference) == [nil])
        try folder.write("安州无此单位", to: "current/" + name)
        await #expect(throws: ChannelError.self) { try await site.readBack() }
        try await site.renew(at: Sample.time)
        #expect(try await site.readBack().map(\.difference) == [nil])
        #expect(try folder.files(holding: "安州无此单位", below: "current").isEmpty)
        try folder.remove("current/about.html")
        await #expect(throws: ChannelError.damaged(path: folder.path + "/releases/2/about.html", reason: .missing)) {
            try await site.readBack()
        }
    }

    @Test("A site written with entry pages inside of its release is made anew")
    func siteOfEarlierLayoutMadeAnew() async throws {
        let page = try folder.text("current/entry/8.html")
        for name in ["current/entry", "entry", "shelves", "current/shelves"] { try folder.remove(name) }
        try folder.write(page, to: "releases/1/entry/8.html")
        let line = try #require(try folder.text("current/list.json").split(separator: "\n").dropFirst().first)
        try folder.write(
            #"{"applied":[{"entry_id":8,"key":"8/1/publish","line":\#(line),"version":1}],"changes":[],"revision":"0","schema_version":1}"#,
            to: "state/1.json")
        #expect(
            try await site.deliver([Sample.publish(Sample.entry(8)), next], at: Sample.time).allSatisfy { $0.isDone })
        #expect(try await site.readBack().map(\.difference) == [nil, nil])
    }

    @Test("A second builder is turned away while the first works")
    func secondBuilderTurnedAwayWhileFirst() async throws {
        let path = folder.path
        try FolderLock.holding(Folder(path: path), channel: "other") { () throws(ChannelError) in
            _ = #expect(throws: ChannelError.busy(channel: "bureau-site")) {
                try FolderLock.holding(Folder(path: path), channel: "bureau-site") {}
            }
        }
        #expect(try await site.deliver([next], at: Sample.time)[0].isDone)
    }
}
