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
            case .done: "done"
            case .repeated: "repeated"
            case .refused(let refusal): refusal.code.rawValue
            }
        }
        #expect(outcome == row["expected"])
    }
}
