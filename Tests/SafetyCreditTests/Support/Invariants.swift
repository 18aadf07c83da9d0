import PQ
import Testing

@testable import SafetyCredit

/// Every sentence of `sql/invariants`, asked of a register under test.
enum Invariants {
    static let all = Invariant.all(in: .embedded)

    /// Records an issue for each sentence that does not hold.
    static func expectHold(
        _ connection: isolated Connection, _ comment: Comment? = nil, _ location: SourceLocation = #_sourceLocation
    ) throws {
        for invariant in all {
            let violations = try invariant.violations(on: connection)
            #expect(
                violations.isEmpty, "\(invariant.sentence(in: .english)) \(violations) \(comment?.rawValue ?? "")",
                sourceLocation: location)
        }
    }
}
