import ArgumentParser
import PQ
import SafetyCredit

/// `anxin job`: runs jobs and lists their runs.
struct JobCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "job", abstract: "作业：运行、列出。", subcommands: [Run.self, List.self])
}

extension JobCommand {
    /// Runs one job for a day.
    struct Run: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "运行一个作业。",
            discussion: "作业：\(Job.allCases.map(\.rawValue).joined(separator: "、"))。重复或补跑不会产生更多改动。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions

        @Argument(help: "作业名称。")
        var name: String

        func run() async throws {
            guard let job = Job(rawValue: name) else { throw CommandError.unknownJob(name) }
            let surroundings = try Surroundings(common)
            let today = BusinessMoment.now().day
            let named = day.asOf
            if job == .reconcilePublication {
                let connection = try await database(common).connect()
                try await RestoreFence(journal: surroundings.journal).check(on: connection)
                await connection.close()
            }
            let report = try await gradesOn(named ?? today) {
                try await withDatabase(common) { connection in
                    if let named {
                        if job == .reconcilePublication {
                            try DayCheck.acceptNamed(named, today: today, on: connection)
                        }
                    } else {
                        try DayCheck.acceptClock(today, on: connection)
                    }
                    return try job.run(asOf: named ?? today, on: connection)
                }
            }
            Console.print(
                surroundings.language.choose(
                    "\(job.rawValue) \(report.day)：改动 \(report.changedCount) 项，运行编号 \(report.runID)",
                    "\(job.rawValue) \(report.day): \(report.changedCount) changed, run \(report.runID)"))
        }
    }

    /// Lists every job with its last run.
    struct List: AnxinCommand {
        static let configuration = CommandConfiguration(abstract: "列出作业及最近一次运行。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let surroundings = try Surroundings(common)
            let last = try await withDatabase(common) { connection in
                try connection.rows(
                    """
                    select distinct on (r.job) r.job, r.as_of, r.finished_at, r.changed_count
                    from ops.job_run as r
                    order by r.job, r.finished_at desc
                    """,
                    as: (String, CivilDate, Instant, Int32).self
                )
            }
            let language = surroundings.language
            var listing = Listing(columns: [
                .init(key: "job", title: language.choose("作业", "job")),
                .init(key: "as_of", title: language.choose("基准日", "as of")),
                .init(key: "finished_at", title: language.choose("完成时间", "finished at")),
                .init(key: "changed_count", title: language.choose("改动", "changed"), isNumber: true),
            ])
            listing.rows = Job.allCases.map { job in
                let run = last.first { $0.0 == job.rawValue }
                return [job.rawValue, run?.1.description, run?.2.description, run.map { String($0.3) }]
            }
            try listing.write(output, created: BusinessMoment.now().day)
        }
    }
}
