import Foundation
import Testing

@testable import SafetyCredit

@Suite struct EntryJSONTests {
    /// A business, a person, and one with only what must be there.
    private static var samples: [PublicationEntry] {
        var bare = Sample.entry(9)
        bare.creditCode = nil
        bare.registeredAddress = nil
        bare.basis = nil
        bare.publishedOn = nil
        bare.lastDay = nil
        bare.measures = []
        bare.name = #"A/B "丙" \ 丁"#
        return [Sample.entry(7), Sample.entry(12, kind: "person"), bare]
    }

    @Test("An entry is written as its coding says and read back as it was", arguments: samples)
    func roundTrip(entry: PublicationEntry) throws {
        let json = entry.canonicalJSON
        #expect(String(decoding: json, as: UTF8.self) == String(decoding: CanonicalJSON.encode(entry), as: UTF8.self))
        #expect(PublicationEntry(json: json) == entry)
    }

    @Test("An entry without one of its members is none, one with a member too many is")
    func needsItsMembers() throws {
        let whole = try #require(
            try JSONValue(parsing: String(decoding: Sample.entry(7).canonicalJSON, as: UTF8.self)).members)
        let optional: Set = ["basis", "credit_code", "masked_number", "registered_address", "published_on", "last_day"]
        for name in whole.keys {
            let cut = JSONValue.object(whole.filter { $0.key != name })
            #expect(
                (PublicationEntry(json: Array(cut.canonicalText.utf8)) == nil) == !optional.contains(name), "\(name)")
        }
        let longer = JSONValue.object(whole.merging(["later": ["x": [1]]]) { _, new in new })
        #expect(PublicationEntry(json: Array(longer.canonicalText.utf8)) == Sample.entry(7))
    }
}
