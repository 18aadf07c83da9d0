import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// The cases about what may be done, and when, told to the register act by act.
@Suite struct ActCaseTests {
    @Test(arguments: LawCaseFile.rows("acts"))
    func `an act is performed or refused as the case says`(_ row: LawCaseFile.Row) async throws {
        let stage = try #require(row["reach"].flatMap(Story.Stage.init(rawValue:)))
        let acts = try (row["acts"] ?? "").split(separator: ";").map { try ActNotation($0) }
        let expected = (row["expected"] ?? "").split(separator: " ").map(String.init)
        let outcome = try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(stage, connection)
            for act in acts.dropLast() {
                try story.does(
                    act.act, on: act.day, by: act.officer, key: act.key, act.fields(story, on: connection), connection)
            }
            let last = try #require(acts.last)
            let reply = try story.submit(
                last.act, on: last.day, by: last.officer, key: last.key, last.fields(story, on: connection), connection)
            try Invariants.expectHold(connection)
            return switch reply.outcome {
            case .done(_, let answer): ["done"] + Self.told(expected.dropFirst(), in: answer)
            case .repeated: ["repeated"]
            case .refused(let refusal): [refusal.code.rawValue]
            }
        }
        #expect(outcome == expected)
    }

    /// The members of the answer that the case names, as it writes them: `last_day=2028-06-12`.
    private static func told(_ wanted: some Sequence<String>, in answer: [String: JSONValue]) -> [String] {
        wanted.map { word in
            let name = word.split(separator: "=").first.map(String.init) ?? ""
            let value =
                switch answer[name] ?? .null {
                case .string(let text): text
                case .null: "none"
                case let other: other.canonicalText
                }
            return "\(name)=\(value)"
        }
    }
}
