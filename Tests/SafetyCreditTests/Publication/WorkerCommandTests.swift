import Foundation
import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("anxin worker", .serialized, .enabled(if: AnxinCommand.isBuilt)) struct WorkerCommandTests {
    @Test("Runs jobs and publication, logs JSON, and on SIGTERM gives back what it holds within seconds")
    func life() async throws {
        try await Newsroom.open { room in
            try await room.connection.work { [story = room.story] connection in
                try story.reach(.registered, connection)
                for number in 1...3 { try story.punish(number: "罚\(number)", connection) }
            }
            let peer = try EnterprisePeer(in: room.folder)
            defer { peer.stop() }
            try peer.behave("slow")
            let environment = peer.environment.merging(room.environment) { $1 }
                .merging(["ANXIN_LOG_FORMAT": "json"]) { $1 }
            let worker = try AnxinCommand.child(
                ["worker", "--interval", "1"], room.options, environment: environment, output: room.folder.path + "/log"
            )
            while try peer.pushes().isEmpty { usleep(10_000) }
            let start = ContinuousClock.now
            worker.signal(SIGTERM)
            #expect(worker.wait() == 0)
            #expect(start.duration(to: .now) < .seconds(20))

            let events = try room.folder.text("log").split(separator: "\n").map { line in
                try #require(JSONValue(parsing: String(line)).members?["event"])
            }
            #expect(events.first == "started")
            #expect(events.last == "stopped")
            let jobs = try await room.connection.values(
                "select r.job from ops.job_run as r order by r.job", as: String.self)
            #expect(jobs == Job.allCases.map(\.rawValue).sorted())
            #expect(try await room.heldBatches() == 0)

            // The next worker makes good what the first had to leave.
            try peer.behave("ok")
            try await room.connection.execute(
                "update publication.item as i set next_attempt_at = now() where i.next_attempt_at > now()")
            let next = try AnxinCommand.child(["worker", "--interval", "1"], room.options, environment: environment)
            let system = EnterpriseSystem(access: try peer.access())
            while try await system.readBack().count < 3 { usleep(100_000) }
            next.signal(SIGTERM)
            #expect(next.wait() == 0)
        }
    }

    @Test("Does not start when channels are misconfigured, and lists every problem")
    func misconfigured() async throws {
        try await Newsroom.open { room in
            try room.folder.write("a file where a folder should be", to: "site")
            let environment = [
                "ANXIN_DATA_DIR": room.folder.path + "/data", "ANXIN_SITE_DIR": room.folder.path + "/site",
                "ANXIN_ENTERPRISE_URL": "http://gsxt.example", "ANXIN_ENTERPRISE_KEY_ID": "suizhou",
                "ANXIN_LOG_FORMAT": "xml",
            ]
            let log = room.folder.path + "/log"
            #expect(
                try AnxinCommand.child(["worker"], room.options, environment: environment, output: log).wait() == 78)
            let text = try room.folder.text("log")
            for word in [
                "ANXIN_LOG_FORMAT", "ANXIN_ENTERPRISE_URL", "ANXIN_ENTERPRISE_KEY_FILE", "ANXIN_ENTERPRISE_CERT_FILE",
                "ANXIN_ENTERPRISE_CERT_KEY_FILE", "bureau-site",
            ] {
                #expect(text.contains(word), "\(word) is not told:\n\(text)")
            }
        }
    }

    @Test(
        "publish run and verify go back behind the last day only when that is meant, and trust no clock that is far ahead"
    )
    func daysBack() async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
                let status = try AnxinCommand.child(
                    ["publish"] + arguments, room.options, environment: room.environment,
                    output: room.folder.path + "/log"
                ).wait()
                return (status, try room.folder.text("log"))
            }
            #expect(try run(["run", "--as-of", "2024-03-05"]).status == 0)
            let membership = try await room.penalisedMembership()
            let entry = try await room.entry(membership)
            for command in ["run", "verify"] {
                let back = try run([command, "--as-of", "2024-02-29"])
                #expect(back.status == 1)
                #expect(back.text.contains("--yes"))
                // Today is years after the last day worked.
                let ahead = try run([command])
                #expect(ahead.status == 1)
                #expect(ahead.text.contains("--as-of"))
            }
            #expect(try await room.entry(membership) == entry)
            #expect(try run(["run", "--as-of", "2024-02-29", "--yes"]).status == 0)
            #expect(try await room.entry(membership).hasPrefix("absent "))
        }
    }

    @Test("publish verify lists what differs on every channel and ends with 1, with 0 when nothing does")
    func verify() async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            let peer = try EnterprisePeer(in: room.folder)
            defer { peer.stop() }
            let environment = peer.environment.merging(room.environment) { $1 }
            func run(_ arguments: [String]) throws -> Int32 {
                try AnxinCommand.child(
                    ["publish"] + arguments + ["--as-of", "2024-03-05"], room.options, environment: environment,
                    output: room.folder.path + "/log"
                ).wait()
            }
            #expect(try run(["run"]) == 0)
            let membership = try await room.penalisedMembership()
            try room.folder.remove("data/site/current/entry/\(membership).html")
            try room.folder.remove("peer/state.json")
            #expect(try run(["verify", "--format", "csv"]) == 1)
            // Long numbers carry a tab, so that a spreadsheet does not round them.
            let text = try room.folder.text("log").filter { $0 != "\"" && $0 != "\t" }
            for line in [
                "bureau-site,\(membership),broken", "sharing-platform,\(membership),missing",
                "enterprise-publicity,\(membership),missing",
            ] {
                #expect(text.contains(line), "\(line) is not told:\n\(text)")
            }
            #expect(try run(["run"]) == 0)
            let site = BureauSite(root: room.folder.path + "/data/site", settings: Sample.settings)
            let day = CivilDate(iso: "2024-03-05")!
            #expect(try await ChannelCheck.run(site, asOf: day, on: room.connection).differences == [])
        }
    }
}

extension Newsroom {
    fileprivate func heldBatches() async throws -> Int64 {
        try await connection.value(
            "select count(*) from publication.batch as b where b.lease_token is not null", as: Int64.self)
    }
}
