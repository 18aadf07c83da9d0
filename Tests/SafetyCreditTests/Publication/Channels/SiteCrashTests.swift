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
        try folder.write("<p>leftover", to: "releases/2/entry/4711.html")
        try folder.write(try folder.text("state/1.json"), to: "state/2.json")
        try folder.write("{", to: "state/.2.json.tmp")
        #expect(try await site.readBack().map(\.entryID) == [8])
        #expect(try await site.deliver([next], at: Sample.time)[0].isDone)
        #expect(try await site.readBack().map(\.entryID) == [8, 9])
        #expect(!folder.exists("current/entry/4711.html"))
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

    @Test("An entry whose page is lost leaves the lists with the next release")
    func entryPageLostLeavesListsNext() async throws {
        try FileManager.default.removeItem(atPath: folder.path + "/current/entry/8.html")
        _ = try await site.deliver([next], at: Sample.time)
        #expect(try await site.readBack().map(\.entryID) == [9])
        #expect(try await site.deliver([Sample.publish(Sample.entry(8), version: 2)], at: Sample.time)[0].isDone)
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
