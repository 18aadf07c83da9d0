import FoundationEssentials
import Testing

@testable import SafetyCredit

/// Writes the site that the browser test walks through: 450 entries, one of them with a hostile name.
@Suite struct SampleSiteTests {
    @Test("A sample site is written whole")
    func sampleSiteWrittenWhole() async throws {
        let temporary = try TemporaryFolder()
        let root = ProcessInfo.processInfo.environment["ANXIN_SAMPLE_SITE"] ?? temporary.path
        let site = BureauSite(root: root, settings: Sample.settings)
        var changes = (Int64(1)...449).map { Sample.publish(Sample.entry($0)) }
        changes.append(Sample.publish(Sample.entry(450, name: "<img src=x onerror=document.title=1>\"'试验有限公司")))
        let outcomes = try await site.deliver(changes, at: Sample.time)
        #expect(outcomes.allSatisfy { $0.isDone })
        let shown = try await site.readBack()
        #expect(shown.count == 450)
        #expect(shown.allSatisfy { $0.difference == nil })
    }
}
