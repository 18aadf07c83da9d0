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
            for day in [today, today + 10] { try await room.noteJobs(for: day, on: day) }
            #expect(try await room.workRound() == ["clock-not-trusted"])
            #expect(try await room.shown() == [:])
        }
    }

    @Test("A job that somebody ran for a day to come does not hold up the days until then")
    func dayToCome() async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            let today = BusinessMoment.now().day
            try await room.noteJobs(for: today + 3_650, on: today)
            #expect(try await room.workRound().contains("published"))
        }
    }

    @Test("Before a restore is signed no version is given out that the journal knows as another's")
    func closedFence() async throws {
        try await Newsroom.open { room in
            try await room.reach(.punished)
            try await room.publish(on: BusinessMoment.now().day.description)
            let penalised = try await room.penalisedMembership()
            let sent = PublicationChange(
                entryID: penalised, version: 9, key: "bureau-site:\(penalised):9", action: .withdraw)
            try room.journal.append([sent], to: "bureau-site", at: Sample.time)
            let events = try await room.workRound()
            #expect(events.contains("fence-closed") && events.contains("job-failed"))
            // Given out by hand it stays unknown: it is another change by the same number.
            try await room.connection.execute("update publication.entry as e set last_version = 9, state = 'unknown'")
            await #expect(throws: RestoreFence.Closed.databaseBehind(sends: 1)) {
                try await RestoreFence(journal: room.journal).check(on: room.connection)
            }
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

    /// Runs of every job for a day, by a clock that showed noon of another.
    fileprivate func noteJobs(for day: CivilDate, on clock: CivilDate) async throws {
        try await connection.execute(
            """
            insert into ops.job_run (job, as_of, started_at, finished_at, changed_count, summary)
            select j.job, \(day), noon.at, noon.at, 0, '{}'
            from (select (\(clock)::date + time '12:00') at time zone 'Asia/Shanghai' as at) as noon
            cross join unnest(\(Job.allCases.map(\.rawValue))) as j (job)
            """)
    }
}

private final class Told: Sendable {
    let names = Mutex<[String]>([])
}
