import FoundationEssentials
import Testing

@testable import SafetyCredit

@Suite struct BureauSiteTests {
    let folder: TemporaryFolder
    let site: BureauSite

    init() throws {
        folder = try TemporaryFolder()
        site = BureauSite(root: folder.path, settings: Sample.settings)
    }

    private func deliver(_ changes: PublicationChange...) async throws -> [DeliveryOutcome] {
        try await site.deliver(changes, at: Sample.time)
    }

    @Test("An empty delivery makes a whole site without entries")
    func emptyDeliveryMakesWholeSiteWithout() async throws {
        #expect(try await site.readBack().isEmpty)
        #expect(try await site.deliver([], at: Sample.time).isEmpty)
        #expect(try folder.text("current/index.html").contains("目前没有公示的信息"))
        for name in ["about.html", "list.json", "list.csv", "changes.json", "site.css", "site.js"] {
            #expect(folder.exists("current/" + name), "\(name)")
        }
    }

    @Test("A published entry stands on its page and in every list and is proven by reading it back")
    func publishedEntryStandsOnPageEvery() async throws {
        let entry = Sample.entry(8)
        let outcome = try await deliver(Sample.publish(entry))[0]
        let page = try folder.text("current/entry/8.html")
        guard case .done(let evidence) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(evidence.path == "entry/8.html")
        #expect(evidence.sha256 == SHA256.hex(of: Array(page.utf8)))
        #expect(evidence.bytes == page.utf8.count)
        #expect(page.contains(#"<meta name="entry-sha256" content="\#(entry.sha256)">"#))
        #expect(page.contains(#"<time datetime="2027-09-09">2027年9月9日</time>"#))
        for name in ["index.html", "list-serious.html", "unit-421381.html", "list.json", "list.csv"] {
            #expect(try folder.text("current/" + name).contains(entry.name), "\(name)")
        }
        #expect(try await site.readBack() == [ShownEntry(entryID: 8, version: 1, sha256: entry.sha256)])
    }

    @Test("A withdrawal leaves no trace of the name in any file of the site")
    func withdrawalLeavesNoTraceNameAny() async throws {
        let entry = Sample.entry(8, name: "安州赤松矿业有限公司")
        _ = try await deliver(Sample.publish(entry), Sample.publish(Sample.entry(9)))
        #expect(try folder.files(holding: "赤松", below: "current").count >= 5)
        let outcome = try await deliver(Sample.withdraw(8, version: 2))[0]
        #expect(outcome.isDone)
        #expect(try folder.files(holding: "赤松", below: "current").isEmpty)
        #expect(try folder.files(holding: entry.creditCode!, below: "current").isEmpty)
        #expect(try folder.files(holding: "赤松", below: "state").isEmpty)
        #expect(!folder.exists("current/entry/8.html"))
        #expect(!folder.exists("current/list-serious.html"))
        #expect(
            try folder.text("current/changes.json").contains(
                #""action":"withdraw","at":"\#(Sample.time)","entry_id":8"#))
        #expect(try await site.readBack().map(\.entryID) == [9])
    }

    @Test("A publish that comes late after a withdrawal is refused as stale")
    func publishComesLateAfterWithdrawalRefused() async throws {
        _ = try await deliver(Sample.publish(Sample.entry(8)), Sample.withdraw(9, version: 5))
        _ = try await deliver(Sample.withdraw(8, version: 3))
        let outcomes = try await deliver(
            Sample.publish(Sample.entry(8), version: 2), Sample.publish(Sample.entry(9), version: 5))
        #expect(outcomes.map(\.refusal) == [.stale(applied: 3), .stale(applied: 5)])
        #expect(try await site.readBack().isEmpty)
    }

    @Test("The same key again is done again and makes no new release")
    func sameKeyAgainDoneAgainMakes() async throws {
        let first = try await deliver(Sample.publish(Sample.entry(8)))
        let second = try await deliver(Sample.publish(Sample.entry(8)))
        #expect(first == second)
        #expect(try folder.names("releases") == ["1"])
    }

    @Test("Of two changes to one entry in one delivery only the newer is shown")
    func twoChangesOneEntryOneDelivery() async throws {
        let outcomes = try await deliver(
            Sample.publish(Sample.entry(8)), Sample.withdraw(8, version: 2), Sample.publish(Sample.entry(9)),
            Sample.publish(Sample.entry(9)))
        #expect(outcomes[0].refusal == .stale(applied: 2))
        #expect(outcomes[1...].allSatisfy { $0.isDone })
        #expect(try await site.readBack().map(\.entryID) == [9])
    }

    @Test("Only changed pages are written, the others are the same files")
    func onlyChangedPagesWrittenOthersSame() async throws {
        _ = try await site.deliver((1...50).map { Sample.publish(Sample.entry($0)) }, at: Sample.time)
        let before = try (folder.inode("current/entry/7.html"), folder.inode("current/entry/8.html"))
        var changed = Sample.entry(8)
        changed.isObjectionPending = true
        _ = try await deliver(Sample.publish(changed, version: 2))
        #expect(try folder.inode("current/entry/7.html") == before.0)
        #expect(try folder.inode("current/entry/8.html") != before.1)
        #expect(try folder.text("current/entry/8.html").contains("异议处理中"))
        #expect(try !folder.text("releases/1/shelves/0/8.html").contains("异议处理中"))
    }

    @Test("A release takes over every shelf on which nothing changes, and the lists' lines byte for byte")
    func untouchedShelvesTakenOver() async throws {
        let changes = [8, 1008, 2008, 2009].map { Sample.publish(Sample.entry($0)) }
        _ = try await site.deliver(changes, at: Sample.time)
        _ = try await deliver(Sample.withdraw(1008, version: 2), Sample.withdraw(2008, version: 2))
        #expect(try folder.target(ofLink: "current/shelves/0") == "../../../shelves/0/1")
        #expect(try folder.target(ofLink: "current/shelves/2") == "../../../shelves/2/2")
        #expect(try folder.names("current/shelves") == ["0", "2"])
        let fresh = BureauSite(root: folder.path + "/fresh", settings: Sample.settings)
        _ = try await fresh.deliver([changes[0], changes[3]], at: Sample.time)
        for name in ["list.json", "list.csv", "index.html"] {
            #expect(try folder.text("current/" + name) == folder.text("fresh/current/" + name), "\(name)")
        }
    }

    @Test("A page withdrawn is gone with the swap and not before, whatever of the tidying comes later")
    func withdrawnPageGoneWithSwap() async throws {
        _ = try await deliver(Sample.publish(Sample.entry(8)), Sample.publish(Sample.entry(9)))
        _ = try await deliver(Sample.withdraw(8, version: 2))
        // What a reader met before the swap of the withdrawal, and after it until the name was removed.
        let name = try folder.target(ofLink: "current/entry/9.html").replacing("9.html", with: "8.html")
        try folder.link("entry/8.html", to: name)
        #expect(!folder.exists("current/entry/8.html"))
        #expect(try await site.readBack().map(\.entryID) == [9])
        try folder.relink("current", to: "releases/1")
        #expect(folder.exists("current/entry/8.html"))
    }

    @Test("Only index pages on which something changed are written: a row, a first page's count, a neighbour")
    func onlyChangedIndexPages() async throws {
        var settings = Sample.settings
        settings.rowsPerPage = 10
        let site = BureauSite(root: folder.path + "/paged", settings: settings)
        _ = try await site.deliver((1...80).map { Sample.publish(Sample.entry($0)) }, at: Sample.time)
        func inodes() throws -> [String: UInt64] {
            let pages = try folder.names("paged/current").filter { $0.hasSuffix(".html") && $0 != "about.html" }
            return try Dictionary(
                uniqueKeysWithValues: pages.map { ($0, try folder.inode("paged/current/" + $0)) })
        }
        let before = try inodes()
        var changed = Sample.entry(8)
        changed.isObjectionPending = true
        _ = try await site.deliver([Sample.publish(changed, version: 2)], at: Sample.time)
        let after = try inodes()
        // The page of its month among all entries, in its list and in its unit; in these two it is one of the newest, too.
        #expect(
            after.keys.filter { before[$0] != after[$0] }.sorted() == [
                "index-2024-09.html", "list-serious-2024-09.html", "list-serious.html", "unit-421381-2024-09.html",
                "unit-421381.html",
            ])

        _ = try await site.deliver([Sample.withdraw(8, version: 3)], at: Sample.time)
        let counted = try inodes()
        let written = counted.keys.filter { counted[$0] != after[$0] }
        #expect(written.filter { $0.contains("2024") || $0.contains("2025") }.count == 3, "\(written.sorted())")
        #expect(written.count == 3 + 9, "the first page of each view tells how many there are")
    }

    @Test("Every entry of a view stands on one page of its periods, and the newest on its first page")
    func periodsHoldEveryEntry() async throws {
        var settings = Sample.settings
        settings.rowsPerPage = 10
        let site = BureauSite(root: folder.path, settings: settings)
        var entries = (Int64(1)...80).map { Sample.entry($0) }
        // A day with more than a page holds.
        for index in 0..<25 { entries[index].decidedOn = Sample.date("2024-05-06") }
        _ = try await site.deliver(entries.map { Sample.publish($0) }, at: Sample.time)
        let pages = try folder.names("current").filter { $0.hasPrefix("index-") }
        var seen: [Int64] = []
        for page in pages {
            let text = try folder.text("current/" + page)
            seen += text.matches(of: /href="entry\/(\d+)\.html"/).compactMap { Int64($0.1) }
        }
        #expect(seen.sorted() == entries.map(\.entryID))
        #expect(pages.contains("index-2024-05-06-3.html"))
        let first = try folder.text("current/index.html")
        #expect(first.contains("共 80 条，本页为最新列入的 10 条"))
        #expect(first.contains(#"href="index-2024-05-06.html""#))
    }

    @Test("Three releases are kept and the older ones are closed")
    func threeReleasesKeptOlderOnesClosed() async throws {
        for version in Int64(1)...5 { _ = try await deliver(Sample.publish(Sample.entry(8), version: version)) }
        #expect(try folder.names("releases") == ["3", "4", "5"])
        #expect(try folder.names("state") == ["3.json", "4.json", "5.json"])
        #expect(try folder.names("shelves/0") == ["3", "4", "5"])
        _ = try await deliver(Sample.publish(Sample.entry(1008), version: 1))
        #expect(
            try folder.names("shelves/0") == ["4", "5"], "the newest that the oldest release shows, and all after it")
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/releases/4")[.posixPermissions]
        #expect(mode as? Int == 0o700)
    }

    @Test("New settings renew every page without a change")
    func newSettingsRenewEveryPageWithout() async throws {
        _ = try await deliver(Sample.publish(Sample.entry(8)), Sample.publish(Sample.entry(9)))
        var settings = Sample.settings
        settings.siteTitle = "安全生产失信信息公示台"
        let renewed = BureauSite(root: folder.path, settings: settings)
        _ = try await renewed.deliver([], at: Sample.time)
        #expect(try folder.text("current/entry/9.html").contains("失信信息公示台"))
        #expect(try await renewed.readBack().map(\.difference) == [nil, nil])
    }

    @Test("An unmasked number, a person's address and another's entry are refused, the others go on")
    func unmaskedNumberPersonsAddressAnothersEntry() async throws {
        var number = Sample.entry(12, kind: "person")
        number.maskedNumber = "421303199001011234"
        var address = Sample.entry(24, kind: "person")
        address.registeredAddress = "安州市某路1号"
        let other = PublicationChange(entryID: 77, version: 1, key: "77", action: .publish(Sample.entry(78)))
        let outcomes = try await deliver(
            Sample.publish(number), Sample.publish(address), other, Sample.publish(Sample.entry(9)))
        #expect(
            outcomes.map(\.refusal) == [
                .unmasked(field: "masked_number"), .unmasked(field: "registered_address"), .wrongEntry(78), nil,
            ])
        #expect(try await site.readBack().map(\.entryID) == [9])
    }

    @Test("A person's page is kept out of search engines, a business's page is not")
    func personsPageKeptOutSearchEngines() async throws {
        _ = try await deliver(Sample.publish(Sample.entry(12)), Sample.publish(Sample.entry(9)))
        #expect(try folder.text("current/entry/12.html").contains(#"content="noindex, nofollow, noarchive""#))
        #expect(try !folder.text("current/entry/9.html").contains("noindex"))
    }

    @Test("A time that is not ISO 8601 is refused before anything is written")
    func timeNotISO8601RefusedBefore() async throws {
        await #expect(throws: ChannelError.badTime("24.11.2026")) { try await site.deliver([], at: "24.11.2026") }
        #expect(!folder.exists("current"))
    }

    @Test("Ten thousand entries are built and three changes touch three pages")
    func tenThousandEntriesBuiltThreeChanges() async throws {
        let clock = ContinuousClock()
        let full = try await clock.measure {
            _ = try await site.deliver((1...10_000).map { Sample.publish(Sample.entry($0)) }, at: Sample.time)
        }
        let few = try await clock.measure {
            let outcomes = try await deliver(
                Sample.withdraw(5000, version: 2), Sample.withdraw(5001, version: 2),
                Sample.publish(Sample.entry(10_001)))
            #expect(outcomes.allSatisfy { $0.isDone })
        }
        var shown: [ShownEntry] = []
        let read = try await clock.measure { shown = try await site.readBack() }
        #expect(shown.count == 9_999)
        print("10,000 entries: full build \(full), three changes \(few), read-back \(read)")
        #expect(try folder.inode("releases/1/shelves/0/42.html") == folder.inode("releases/2/shelves/0/42.html"))
    }
}
