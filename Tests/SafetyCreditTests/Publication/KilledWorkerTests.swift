import Foundation
import PQ
import Testing

@testable import SafetyCredit

@Suite("Worker processes killed with kill -9", .serialized) struct KilledWorkerTests {
    @Test("Leave nothing undone and nothing done twice, at whatever moment they die", arguments: [0, 1, 2, 3])
    func killed(round: Int) async throws {
        try await Newsroom.open { room in
            try await room.penalties(1...60)
            try await room.connection.execute("update publication.channel as c set batch_size = 4")
            let moments = [
                // The moment at which the process dies: something is leased, something is settled, a page is out, all is queued.
                "select exists (select from publication.batch as b where b.lease_token is not null)",
                "select exists (select from publication.delivery as d)",
                "select exists (select from lists.membership as m where m.published_on is not null)",
                "select exists (select from publication.item as i)",
            ]
            let one = try WorkerProcess(room)
            let two = try WorkerProcess(room)
            while try await !room.connection.value(Statement(sql: moments[round]), as: Bool.self), one.isRunning {}
            one.kill()
            two.kill()

            try await room.expireLeases()
            try await room.publish(on: "2024-03-04")
            try await room.publish(on: "2024-03-04")
            #expect(try await room.shown() == room.wanted(on: "2024-03-04"))
            #expect(try await room.check(on: "2024-03-04") == [])
            let effects = try await room.connection.row(
                """
                select count(*), count(distinct (d.membership_id, d.version)),
                    (select count(*) from intake.act as a where a.act = 'confirm-publication')
                from publication.delivery as d
                where d.outcome = 'done' and d.channel_code = 'bureau-site'
                """, as: (Int64, Int64, Int64).self)
            #expect(effects.0 == effects.1)
            #expect(effects.2 == 60)
            let open = try await room.connection.value(
                "select count(*) from publication.item as i where i.channel_code = 'bureau-site'", as: Int64.self)
            #expect(open == 0)
        }
    }
}

/// `anxin publish run` as a process of its own, on the room's database and site.
private final class WorkerProcess: Sendable {
    private let pid: pid_t

    init(_ room: Newsroom) throws {
        let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("anxin").path
        let settings = room.environment.merging([
            "ANXIN_DATABASE_URL": room.options.conninfo, "ANXIN_SITE_DIR": room.folder.path + "/site",
        ]) { $1 }
        let words =
            ["/usr/bin/env"] + settings.map { "\($0)=\($1)" }
            + [program, "publish", "run", "--as-of", "2024-03-04", "--quiet"]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var pid: pid_t = 0
        guard posix_spawn(&pid, words[0], nil, nil, &arguments, environ) == 0 else { throw POSIXError(.ENOEXEC) }
        self.pid = pid
    }

    var isRunning: Bool { waitpid(pid, nil, WNOHANG) == 0 }

    func kill() {
        Glibc.kill(pid, SIGKILL)
        waitpid(pid, nil, 0)
    }
}
