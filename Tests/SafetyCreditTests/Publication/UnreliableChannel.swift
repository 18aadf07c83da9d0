import Foundation
import Testing

@testable import SafetyCredit

/// A channel in memory that keeps its promises about versions and keys, and fails, repeats itself and lies as often as it is told to.
actor UnreliableChannel: Channel {
    nonisolated let code: String
    nonisolated let capabilities = ChannelCapabilities(proof: .immediate, batchLimit: 5, seesForeignEntries: true)

    private struct Post {
        var version: Int64
        var key: String
        var entry: PublicationEntry?
    }

    private var posts: [Int64: Post] = [:]
    private var random: SplitMix
    private var failures: Int
    private var refusesEverything = false

    /// - Parameter failures: how many of a hundred changes go wrong.
    init(_ code: String = "bureau-site", seed: UInt64, failures: Int) {
        self.code = code
        random = SplitMix(state: seed)
        self.failures = failures
    }

    func stopFailing() { failures = 0 }
    func refuseEverything(_ refuses: Bool) { refusesEverything = refuses }

    func deliver(_ changes: [PublicationChange], at time: String) async throws(ChannelError) -> [DeliveryOutcome] {
        if goesWrong() { throw .busy(channel: code) }
        if goesWrong() {
            apply(changes)  // The answer is lost on the way back.
            throw .io(operation: "read", path: "/", code: 104)
        }
        let outcomes = apply(changes)
        if goesWrong() { apply(changes) }
        return outcomes
    }

    func readBack() async throws(ChannelError) -> [ShownEntry] {
        posts.compactMap { id, post in
            post.entry.map { ShownEntry(entryID: id, version: post.version, sha256: $0.sha256) }
        }.sorted { $0.entryID < $1.entryID }
    }

    func shown() async throws -> [Int64: String] {
        Dictionary(uniqueKeysWithValues: try await readBack().map { ($0.entryID, $0.sha256) })
    }

    @discardableResult
    private func apply(_ changes: [PublicationChange]) -> [DeliveryOutcome] {
        let plan = DeliveryPlan(changes) { id in posts[id].map { .init(version: $0.version, key: $0.key) } }
        return zip(changes, plan.verdicts).map { change, verdict in
            if refusesEverything { return .refused(.refusedByReceiver(reason: "格式不符")) }
            if case .refuse(let fault) = verdict { return .refused(fault) }
            let evidence = DeliveryEvidence(path: change.key, sha256: "", bytes: 0)
            if goesWrong() { return .unclear(.notReadBack(path: change.key)) }
            if goesWrong() { return .refused(.refusedByReceiver(reason: "系统繁忙")) }
            if goesWrong() { return .done(evidence: evidence) }  // A lie: nothing was applied.
            posts[change.entryID] = Post(version: change.version, key: change.key, entry: change.entry)
            return goesWrong() ? .unclear(.notReadBack(path: change.key)) : .done(evidence: evidence)
        }
    }

    private func goesWrong() -> Bool { Int.random(in: 0..<100, using: &random) < failures }
}

/// A generator whose runs can be repeated from their seed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
