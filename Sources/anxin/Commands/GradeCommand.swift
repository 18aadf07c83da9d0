import ArgumentParser
import PQ
import SafetyCredit

/// `anxin grade`: computes, shows and explains grades.
struct GradeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade",
        abstract: "评级：计算、查看、说明依据。",
        subcommands: [Compute.self, Show.self, Explain.self]
    )
}

extension GradeCommand {
    /// Computes every grade for a day and stores what changed.
    struct Compute: AnxinCommand {
        static let configuration = CommandConfiguration(abstract: "计算全部单位某日的等级，只存变化。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var writing: WritingOptions

        @Flag(help: "重算全部单位，而不只是上次评级之后可能变化的。")
        var full = false

        func run() async throws {
            let surroundings = try Surroundings(common)
            let day = surroundings.moment(day).day
            let isDryRun = writing.dryRun
            let scope: GradeComputation.Scope = full ? .everyUnit : .touched
            let computation = try await gradesOn(day) {
                try await withDatabase(common, writingOn: self.day) { connection in
                    try Job.computeGrades.exclusively(on: connection) {
                        try connection.maybeDry(isDryRun) {
                            try GradeComputation.compute(asOf: day, scope: scope, on: $0)
                        }
                    }
                }
            }
            let counts = computation.counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
                .joined(separator: "  ")
            let touched =
                computation.touchedCount.map { surroundings.language.choose("（重算 \($0) 个）", " (\($0) looked at)") }
                ?? ""
            let done = isDryRun ? surroundings.language.choose("（试算，未保存）", " (dry run, nothing stored)") : ""
            Console.print(
                surroundings.language.choose(
                    "\(day) 评级 \(computation.subjectCount) 个单位\(touched)，变化 \(computation.changedCount) 个：\(counts)。运行编号 \(computation.runID)，口径 \(computation.policyStamp)\(done)",
                    "\(day): \(computation.subjectCount) units graded\(touched), \(computation.changedCount) changed: \(counts). Run \(computation.runID), policy \(computation.policyStamp)\(done)"
                ))
        }
    }

    /// Lists grades on a day.
    struct Show: AnxinCommand {
        static let configuration = CommandConfiguration(abstract: "列出某日的等级及依据条款。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var knowledge: KnownAtOptions
        @OptionGroup var output: OutputOptions

        @Option(help: "只列该等级：A、B、C 或 D。")
        var grade: String?

        @Option(name: .customLong("org"), help: "只列该报送单位（代码或名称）。")
        var reportingUnit: String?

        @Argument(help: "只看这些统一社会信用代码。")
        var codes: [String] = []

        func validate() throws {
            if let grade, !["A", "B", "C", "D"].contains(grade) { throw ValidationError("--grade 应为 A、B、C 或 D。") }
        }

        func run() async throws {
            let surroundings = try Surroundings(common)
            let day = surroundings.moment(day).day
            let knownAt = knowledge.knownAt
            let subjects = try await gradesOn(day) {
                try await withDatabase(common) { connection in
                    let selection = GradedSubject.Selection(
                        codes: try codes.map { try creditCode($0, on: connection) }, grade: grade,
                        reportingUnit: reportingUnit)
                    return try GradedSubject.graded(asOf: day, knownAt: knownAt, selection, on: connection)
                }
            }
            let language = surroundings.language
            var listing = Listing(columns: [
                .init(key: "credit_code", title: language.choose("统一社会信用代码", "credit code")),
                .init(key: "subject_name", title: language.choose("名称", "name")),
                .init(key: "reporting_unit", title: language.choose("报送单位", "reporting unit")),
                .init(key: "grade", title: language.choose("等级", "grade")),
                .init(key: "clause_codes", title: language.choose("依据条款", "clauses")),
                .init(key: "evidence_ids", title: language.choose("依据记录", "evidence")),
            ])
            listing.rows = subjects.map { subject in
                [
                    subject.creditCode, subject.name, subject.reportingUnitName, subject.grade,
                    subject.clauseCodes.joined(separator: " "),
                    subject.evidenceIDs.map { String($0) }.joined(separator: " "),
                ]
            }
            try listing.write(output, created: day)
        }
    }

    /// Explains one grade.
    struct Explain: AnxinCommand {
        enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

        static let configuration = CommandConfiguration(abstract: "说明一个单位某日等级的依据，以及离更好等级还差什么。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var knowledge: KnownAtOptions

        @Option(help: "输出格式：text 或 json。")
        var format: Format = .text

        @Argument(help: "统一社会信用代码。")
        var code: String

        func run() async throws {
            let surroundings = try Surroundings(common)
            let day = surroundings.moment(day).day
            let knownAt = knowledge.knownAt
            let explanation = try await gradesOn(day) {
                try await withDatabase(common) { connection in
                    try GradeExplanation.explain(
                        try creditCode(code, on: connection), asOf: day, knownAt: knownAt, on: connection)
                }
            }
            guard let explanation else { throw CommandError.notGraded(code: code, day: day) }
            switch format {
            case .json: Console.print(explanation.json.canonicalText)
            case .text: Console.print(explanation.text(in: surroundings.language))
            }
        }
    }
}

/// Reads a code from the command line.
func creditCode(_ text: String, on connection: isolated Connection) throws -> CreditCode {
    do {
        return try CreditCode.asked(text, on: connection)
    } catch is CreditCodeError {
        throw CommandError.notACreditCode(text)
    }
}

/// Runs a body that needs the law of a day, and says so in words when there is none yet.
func gradesOn<T>(_ day: CivilDate, _ body: () async throws -> T) async throws -> T {
    do {
        return try await body()
    } catch let error as PQError where error.sqlState == SQLState("AX001") {
        throw CommandError.beforeThePlan(day: day)
    }
}

extension Connection {
    /// Runs a body in a transaction that is rolled back when the run is dry.
    func maybeDry<T: Sendable>(_ isDry: Bool, _ body: @Sendable (isolated Connection) throws -> T) throws -> T {
        guard isDry else { return try body(self) }
        do {
            return try transaction { connection -> T in throw DryRun(result: try body(connection)) }
        } catch let dry as DryRun<T> {
            return dry.result
        }
    }
}

/// Carries a dry run's result out of its transaction.
private struct DryRun<Result: Sendable>: Error {
    let result: Result
}
