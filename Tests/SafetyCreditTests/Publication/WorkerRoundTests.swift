import PQ
import Synchronization
import Testing

@testable import SafetyCredit

@Suite("A round of the worker", .serialized) struct WorkerRoundTests {
    @Test("A clock behind the last day worked changes no page, also when no job is due")
    func clockBehind() async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            let today = BusinessMoment.now().day
            for day in [today, today + 10] { try await room.noteJobs(on: day) }
            #expect(try await room.workRound() == ["clock-not-trusted"])
            #expect(try await room.shown() == [:])
        }
    }

    @Test("A job that fails is told, and neither the other jobs nor publication wait for it")
    func failingJob() async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            try await room.connection.execute(
                "alter table lists.grade_run add constraint no_run_is_kept check (false) not valid")
            let events = try await room.workRound()
            #expect(events.count { $0 == "job-failed" } == 1)
            #expect(events.count { $0 == "job-done" } == Job.allCases.count - 1)
            #expect(try await room.shown().count == 1)
        }
    }

    @Test("Of two workers at once one runs each job, once for the day")
    func together() async throws {
        try await Newsroom.open { room in
            try await room.reach(.listed)
            let other = try await Connection.connect(room.options)
            async let one = room.workRound()
            async let two = room.workRound(on: other)
            let events = try await one + two
            #expect(events.count { $0 == "job-done" } == Job.allCases.count)
            let runs = try await other.values("select r.job from ops.job_run as r order by r.job", as: String.self)
            #expect(runs == Job.allCases.map(\.rawValue).sorted())
            let (grades, graded) = try await other.row(
                "select count(*), count(distinct g.subject_id) from lists.grade as g", as: (Int64, Int64).self)
            #expect(grades == graded)
            await other.close()
        }
    }
}

extension Newsroom {
    /// One round of a worker today; returns the names of what it told.
    fileprivate func workRound(on other: Connection? = nil) async throws -> [String] {
        let told = Told()
        let worker = Worker(
            channels: [site], journal: journal, stop: StopSignal(), ledger: { [story] _ in story.ledger },
            report: { event in told.names.withLock { $0.append(event.name) } })
        try await worker.round(at: .now(), on: other ?? connection)
        return told.names.withLock { $0 }
    }

    fileprivate func noteJobs(on day: CivilDate) async throws {
        try await connection.execute(
            """
            insert into ops.job_run (job, as_of, started_at, finished_at, changed_count, summary)
            select j.job, \(day), now(), now(), 0, '{}'
            from unnest(\(Job.allCases.map(\.rawValue))) as j (job)
            """)
    }
}

private final class Told: Sendable {
    let names = Mutex<[String]>([])
}
