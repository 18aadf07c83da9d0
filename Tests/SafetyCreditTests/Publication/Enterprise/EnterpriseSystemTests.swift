import Foundation
import Testing

@testable import SafetyCredit

@Suite("The enterprise publicity system", .serialized) struct EnterpriseSystemTests {
    private static let time = Sample.time

    private func withPeer(
        certificate: String = "server", _ body: (EnterprisePeer) async throws -> Void
    ) async throws {
        let peer = try EnterprisePeer(certificate: certificate, in: TemporaryFolder())
        defer { peer.stop() }
        try await body(peer)
    }

    @Test("Shows what was published, no longer what was withdrawn, and everything page by page")
    func life() async throws {
        try await withPeer { peer in
            let system = EnterpriseSystem(access: try peer.access())
            let entries = (1...5).map { Sample.entry($0, kind: "business") }
            let outcomes = try await system.deliver(entries.map { Sample.publish($0) }, at: Self.time)
            #expect(outcomes.map(\.isDone).contains(false) == false)
            let shown = try await system.readBack()
            #expect(shown.map(\.entryID) == [1, 2, 3, 4, 5])
            #expect(shown.map(\.sha256) == entries.map(\.sha256))
            let gone = try await system.deliver([Sample.withdraw(3, version: 2)], at: Self.time)
            #expect(gone.map(\.isDone).contains(false) == false)
            #expect(try await system.readBack().map(\.entryID) == [1, 2, 4, 5])
            #expect(try peer.pushes().count == 6)
        }
    }

    @Test("Takes the same key again without a second effect, and refuses an older version by what it shows")
    func idempotency() async throws {
        try await withPeer { peer in
            let system = EnterpriseSystem(access: try peer.access())
            let first = Sample.publish(Sample.entry(1, kind: "business"))
            _ = try await system.deliver([first], at: Self.time)
            #expect(try await system.deliver([first], at: Self.time)[0].isDone)
            _ = try await system.deliver([Sample.withdraw(1, version: 2)], at: Self.time)
            let late = Sample.publish(Sample.entry(1, name: "迟到", kind: "business"), version: 2)
            #expect(try await system.deliver([late], at: Self.time).map(\.refusal) == [.stale(applied: 2)])
            #expect(try await system.readBack() == [])
        }
    }

    @Test(
        "An answer that was lost or lies is proven by reading back, and only by it",
        arguments: ["500-after", "drop-after", "twice", "lie-key", "lie-version", "garbage", "endless"])
    func proven(mode: String) async throws {
        try await withPeer { peer in
            let system = EnterpriseSystem(access: try peer.access())
            try peer.behave(mode)
            let changes = [1, 2].map { Sample.publish(Sample.entry($0, kind: "business")) }
            #expect(try await system.deliver(changes, at: Self.time).map(\.isDone).contains(false) == false)
            let disbelieved = try await system.collectReceipts(at: Self.time)
            #expect(disbelieved.count == (["lie-key", "lie-version", "garbage"].contains(mode) ? 2 : 0))
            #expect(try await system.collectReceipts(at: Self.time) == disbelieved, "until they are settled")
            try await system.archiveReceipts()
            #expect(try await system.collectReceipts(at: Self.time).isEmpty)
        }
    }

    @Test(
        "A change that reading back does not show is unclear, never done",
        arguments: [
            ("500", DeliveryFault.unexpectedStatus(500)), ("drop-before", .unanswered("dropped")),
            ("lie-applied", .notReadBack(path: "/entries/1")), ("replay", .notReadBack(path: "/entries/1")),
            ("redirect", .unexpectedStatus(307)), ("stale-lie", .notReadBack(path: "/entries/1")),
            ("read:404", .unanswered("status-404")), ("read:500", .unanswered("status-500")),
            ("read:garbage", .notReadBack(path: "/entries/1")), ("read:endless", .unanswered("too-large")),
            ("read:redirect", .unanswered("status-302")),
        ])
    func unclear(mode: String, fault: DeliveryFault) async throws {
        try await withPeer { peer in
            let system = EnterpriseSystem(access: try peer.access())
            try peer.behave(mode)
            let change = Sample.publish(Sample.entry(1, kind: "business"))
            #expect(try await system.deliver([change], at: Self.time) == [.unclear(fault)])
            try peer.behave("ok")
            #expect(try await system.deliver([change], at: Self.time)[0].isDone)
        }
    }

    @Test(
        "A peer that is too slow leaves the change unclear, whether it had applied it or not",
        arguments: ["slow", "read:slow"])
    func slow(mode: String) async throws {
        try await withPeer { peer in
            var limits = EnterprisePeer.patience
            limits.totalMilliseconds = 1_000
            let system = EnterpriseSystem(access: try peer.access(limits: limits))
            try peer.behave(mode)
            let change = Sample.publish(Sample.entry(1, kind: "business"))
            let outcomes = try await system.deliver([change], at: Self.time)
            #expect(outcomes == [.unclear(.unanswered("timed-out"))])
        }
    }

    @Test("A pause that is asked for is kept: the rest of the batch and the next batch are not tried")
    func throttled() async throws {
        try await withPeer { peer in
            let system = EnterpriseSystem(access: try peer.access())
            let changes = [1, 2, 3].map { Sample.publish(Sample.entry($0, kind: "business")) }
            _ = try await system.deliver([changes[0]], at: Self.time)
            try peer.behave("429")
            await #expect(throws: ChannelError.throttled(seconds: 7)) {
                try await system.deliver(changes, at: Self.time)
            }
            try peer.behave("ok")
            await #expect(throws: ChannelError.throttled(seconds: 7)) {
                try await system.deliver(changes, at: Self.time)
            }
            #expect(try peer.pushes().count == 2)
        }
    }

    @Test("What the system refuses is refused, with its reason in one line")
    func refused() async throws {
        try await withPeer { peer in
            let system = EnterpriseSystem(access: try peer.access())
            try peer.behave("422")
            let outcomes = try await system.deliver([Sample.publish(Sample.entry(1, kind: "business"))], at: Self.time)
            #expect(outcomes == [.refused(.refusedByReceiver(reason: "name: 名称与代码不符  X-Evil: 1"))])
        }
    }

    @Test("A field longer than its column is refused by its name and never sent; the others go on")
    func tooLong() async throws {
        try await withPeer { peer in
            let system = EnterpriseSystem(access: try peer.access())
            let long = Sample.entry(1, name: String(repeating: "长", count: 201), kind: "business")
            let outcomes = try await system.deliver(
                [Sample.publish(long), Sample.publish(Sample.entry(2, kind: "business"))], at: Self.time)
            #expect(outcomes[0] == .refused(.fieldTooLong(name: "name", limit: 200, length: 201)))
            #expect(outcomes[1].isDone)
            #expect(try peer.pushes().count == 1)
        }
    }

    @Test("A server that cannot show who it is gets no byte of the request", arguments: ["stranger", "misnamed"])
    func wrongServer(certificate: String) async throws {
        try await withPeer(certificate: certificate) { peer in
            let system = EnterpriseSystem(access: try peer.access())
            await #expect(throws: ChannelError.unreachable("tls")) {
                try await system.deliver([Sample.publish(Sample.entry(1, kind: "business"))], at: Self.time)
            }
            await #expect(throws: ChannelError.unreachable("tls")) { try await system.readBack() }
            #expect(try peer.pushes().isEmpty)
        }
    }

    @Test("A client the system does not know changes nothing: by certificate, by key")
    func wrongClient() async throws {
        try await withPeer { peer in
            let change = Sample.publish(Sample.entry(1, kind: "business"))
            let stranger = EnterpriseSystem(access: try peer.access(client: "stranger"))
            let outcomes = (try? await stranger.deliver([change], at: Self.time)) ?? []
            #expect(!outcomes.map(\.isDone).contains(true))
            let forger = EnterpriseSystem(access: try peer.access(key: .random()))
            await #expect(throws: ChannelError.denied(status: 401)) {
                try await forger.deliver([change], at: Self.time)
            }
            #expect(!peer.folder.exists("peer/state.json"))
        }
    }

    @Test("Nobody listening is unreachable, and a proxy from the environment is not asked")
    func nobody() async throws {
        try await withPeer { peer in
            setenv("https_proxy", "http://127.0.0.1:1", 1)
            setenv("ALL_PROXY", "http://127.0.0.1:1", 1)
            defer {
                unsetenv("https_proxy")
                unsetenv("ALL_PROXY")
            }
            let system = EnterpriseSystem(access: try peer.access())
            let change = Sample.publish(Sample.entry(1, kind: "business"))
            #expect(try await system.deliver([change], at: Self.time)[0].isDone)
            peer.stop()
            await #expect(throws: ChannelError.unreachable("not-connected")) {
                try await system.deliver([change], at: Self.time)
            }
        }
    }

    @Test("Calling the work off ends a request that waits, and tries nothing more")
    func cancellation() async throws {
        try await withPeer { peer in
            var limits = EnterprisePeer.patience
            limits.totalMilliseconds = 60_000
            limits.slowSeconds = 60
            let system = EnterpriseSystem(access: try peer.access(limits: limits))
            try peer.behave("slow")
            let changes = [1, 2].map { Sample.publish(Sample.entry($0, kind: "business")) }
            let work = Task { try await system.deliver(changes, at: Self.time) }
            while try peer.pushes().isEmpty { await Task.yield() }
            let start = ContinuousClock.now
            work.cancel()
            #expect(try await work.value == [.unclear(.unanswered("cancelled")), .postponed(.notTried)])
            #expect(start.duration(to: .now) < .seconds(3))
            #expect(try peer.pushes().count == 1)
        }
    }

    @Test("A list that leads in a circle is not read for ever")
    func circle() async throws {
        try await withPeer { peer in
            let system = EnterpriseSystem(access: try peer.access())
            try peer.behave("read:loop")
            await #expect(throws: ChannelError.damaged(path: "/entries", reason: .unreadable)) {
                try await system.readBack()
            }
        }
    }

    @Test("The text that is signed is four lines")
    func canonicalText() {
        let text = RequestSignature.canonicalText(
            .post, path: "/api/changes", time: "2026-11-24T10:37:12Z", digest: SHA256.hex(of: [UInt8]()))
        #expect(
            text == """
                POST
                /api/changes
                2026-11-24T10:37:12Z
                e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                """)
        #expect(UTCTime.text(secondsSince1970: 1_795_516_632) == "2026-11-24T10:37:12Z")
    }
}
