import Foundation
import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("A publisher killed while it sends", .serialized, .enabled(if: AnxinCommand.isBuilt)) struct KilledPublisherTests
{
    /// `slow`: after the journal, before any effect. `slow-after`: after the effect, before the register knows of it.
    @Test("Leaves a send that the next run makes good, with the effect of once", arguments: ["slow", "slow-after"])
    func killed(mode: String) async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            let peer = try EnterprisePeer(in: room.folder)
            defer { peer.stop() }
            let membership = try await room.penalisedMembership()
            let key = "enterprise-publicity:\(membership):"

            try peer.behave(mode)
            let publisher = try start(room, peer)
            while try peer.pushes().isEmpty { usleep(10_000) }
            publisher.signal(SIGKILL)
            publisher.wait()
            #expect(try room.folder.text("send-journal/sends.ndjson").contains(key + "1\""))
            #expect(try await room.entry(membership, channel: "enterprise-publicity").hasPrefix("absent "))

            try peer.behave("ok")
            try await room.expireLeases()
            #expect(try start(room, peer).wait() == 0)
            #expect(try await room.entry(membership, channel: "enterprise-publicity").hasPrefix("shown "))
            let confirmations = try await room.connection.value(
                "select count(*) from intake.act as a where a.act = 'confirm-publication' and a.refusal_code is null",
                as: Int64.self)
            #expect(confirmations == 1)
            let system = EnterpriseSystem(access: try peer.access())
            let check = try await ChannelCheck.run(
                system, asOf: CivilDate(iso: "2024-03-05")!, on: room.connection)
            #expect(check.differences == [])
        }
    }

    private func start(_ room: Newsroom, _ peer: EnterprisePeer) throws -> ChildProcess {
        try AnxinCommand.child(
            ["publish", "run", "--as-of", "2024-03-05"], room.options,
            environment: peer.environment.merging(room.environment) { $1 })
    }
}

extension EnterprisePeer {
    /// What makes the command serve this peer.
    var environment: [String: String] {
        let path = folder.path + "/peer"
        return [
            "ANXIN_ENTERPRISE_URL": "https://localhost:\(port)/api", "ANXIN_ENTERPRISE_KEY_ID": "suizhou",
            "ANXIN_ENTERPRISE_KEY_FILE": path + "/hmac.key", "ANXIN_ENTERPRISE_CERT_FILE": path + "/client.crt",
            "ANXIN_ENTERPRISE_CERT_KEY_FILE": path + "/client.key", "ANXIN_ENTERPRISE_CA_FILE": path + "/ca.crt",
        ]
    }
}
