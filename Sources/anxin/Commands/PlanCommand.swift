import ArgumentParser
import Foundation
import PQ
import SafetyCredit

/// `anxin plan`: the yearly inspection plan.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "年度执法检查计划：抽取、查看、导出、复核。",
        subcommands: [Draw.self, Supplement.self, Show.self, Export.self, Verify.self])
}

/// Which plan a command is about.
struct PlanOptions: ParsableArguments {
    @Option(help: "计划年度。")
    var year: Int

    @Option(name: .customLong("org"), help: "制定机关代码。")
    var agency = PlanOptions.cityBureau

    static let cityBureau = "421300"
}

extension PlanCommand {
    /// Draws the plan, once a year and agency.
    struct Draw: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "抽取年度计划：发生事故并受处罚的和C级、D级全部列入，B级、A级按比例随机抽取。",
            discussion: """
                种子随计划公布，任何人可以据此复核（anxin plan verify）；不给种子时由登记密钥、机关和年度导出，不可重抽。
                例：anxin plan draw --year 2026 --as-of 2025-12-20
                """)

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var writing: WritingOptions
        @OptionGroup var plan: PlanOptions

        @Option(help: "随机种子。")
        var seed: String?

        @Option(name: .customLong("share-a"), help: "A级抽取比例（%）。")
        var shareA: Int?

        @Option(name: .customLong("share-b"), help: "B级抽取比例（%）。")
        var shareB: Int?

        @Option(help: "经办人编号，须有 operator 职责。")
        var officer = "operator"

        func run() async throws {
            var fields: [String: JSONValue] = [:]
            fields["seed"] = seed.map { .string($0) }
            fields["share_a_percent"] = shareA.map { .integer(Int64($0)) }
            fields["share_b_percent"] = shareB.map { .integer(Int64($0)) }
            let answer = try await submitted(DrawPlan.name, fields, to: plan, by: officer, common, day, writing)
            Console.print(Self.sentence(answer, isDryRun: writing.dryRun, in: try Surroundings(common).language))
        }

        private static func sentence(_ answer: [String: JSONValue], isDryRun: Bool, in language: Language) -> String {
            let seed = answer["seed"]?.text ?? ""
            let digest = answer["population_sha256"]?.text ?? ""
            let dry = dryNote(isDryRun, in: language)
            return language.choose(
                """
                \(answer.count("plan_year")) 年度计划：应列入 \(answer.count("must_count")) 个，重点监管 \(answer.count("key_count")) 个，行业规定 \(answer.count("industry_count")) 个，B级随机抽查 \(answer.count("drawn_count")) 个，A级抽查 \(answer.count("spot_check_count")) 个\(dry)
                种子：\(seed)
                总体：\(answer.count("population_count")) 个，SHA-256 \(digest)
                """,
                """
                plan of \(answer.count("plan_year")): \(answer.count("must_count")) must, \(answer.count("key_count")) key, \(answer.count("industry_count")) by industry, \(answer.count("drawn_count")) of B drawn, \(answer.count("spot_check_count")) of A for spot checks\(dry)
                seed: \(seed)
                population: \(answer.count("population_count")), SHA-256 \(digest)
                """)
        }
    }

    /// Adds to a drawn plan what has come to stand in it since.
    struct Supplement: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "补列：抽取之后才应列入、才成为C级、D级或者才有行业规定次数的单位；抽取结果不变。",
            discussion: "例：anxin plan supplement --year 2026。没有需要补列的，什么也不改。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var writing: WritingOptions
        @OptionGroup var plan: PlanOptions

        @Option(help: "经办人编号，须有 operator 职责。")
        var officer = "operator"

        func run() async throws {
            let answer = try await submitted(SupplementPlan.name, [:], to: plan, by: officer, common, day, writing)
            let language = try Surroundings(common).language
            let dry = dryNote(writing.dryRun, in: language)
            Console.print(
                language.choose(
                    "\(plan.year) 年度计划补列：应列入 \(answer.count("must_count")) 个，重点监管 \(answer.count("key_count")) 个，行业规定 \(answer.count("industry_count")) 个\(dry)",
                    "added to the plan of \(plan.year): \(answer.count("must_count")) must, \(answer.count("key_count")) key, \(answer.count("industry_count")) by industry\(dry)"
                ))
        }
    }

    /// Lists the plan's lines.
    struct Show: AnxinCommand {
        static let configuration = CommandConfiguration(abstract: "列出年度计划各行。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var plan: PlanOptions

        func run() async throws {
            let found = try await yearlyPlan(plan, common)
            let keys = [
                "line_no", "subject_name", "credit_code", "grade", "basis", "content", "way", "frequency", "schedule",
                "responsible_agency_name", "remark",
            ]
            var listing = Listing(
                columns: zip(keys, YearlyPlan.columns).map { .init(key: $0, title: $1, isNumber: $0 == "line_no") })
            listing.rows = found.lines.map(\.values)
            try listing.write(output, created: found.proof.drawnOn)
        }
    }

    /// Writes the plan as a workbook.
    struct Export: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "导出年度计划（XLSX），附抽取说明和抽取总体。", discussion: "例：anxin plan export --year 2026 --output 计划.xlsx")

        @OptionGroup var common: CommonOptions
        @OptionGroup var plan: PlanOptions

        @Option(name: [.short, .long], help: "写入该文件。")
        var output: String

        func run() async throws {
            let found = try await yearlyPlan(plan, common)
            try found.workbook.write(to: output)
            Console.print(
                try Surroundings(common).language.choose(
                    "\(output)：\(found.agencyName)，\(found.lines.count) 个单位",
                    "\(output): \(found.agencyName), \(found.lines.count) units"))
        }
    }
}

private func dryNote(_ isDryRun: Bool, in language: Language) -> String {
    isDryRun ? language.choose("（试算，未保存）", " (dry run, nothing stored)") : ""
}

extension [String: JSONValue] {
    fileprivate func count(_ name: String) -> Int64 {
        if case .integer(let count)? = self[name] { count } else { 0 }
    }
}

/// The answer to an act about the plan that the options name.
private func submitted(
    _ act: String, _ fields: [String: JSONValue], to plan: PlanOptions, by officer: String, _ common: CommonOptions,
    _ day: AsOfOptions, _ writing: WritingOptions
) async throws -> [String: JSONValue] {
    let surroundings = try Surroundings(common)
    let today = surroundings.moment(day).day
    let members: [String: JSONValue] = [
        "act": .string(act), "on": .string(today.description), "officer": .string(officer),
        "key": .string("\(act):\(UUID().uuidString)"), "plan_year": .integer(Int64(plan.year)),
        "agency_code": .string(plan.agency),
    ]
    let line = try ActLine(.object(members.merging(fields) { $1 }))
    let ledger = try surroundings.ledger(today: today)
    let isDryRun = writing.dryRun
    let reply = try await gradesOn(today) {
        try await withDatabase(common, writingOn: day) { connection in
            try connection.maybeDry(isDryRun) { try ledger.submit(line, on: $0) }
        }
    }
    switch reply.outcome {
    case .refused(let refusal): throw refusal
    case .done(_, let answer), .repeated(_, let answer): return answer
    }
}

/// The plan that the options name.
private func yearlyPlan(_ options: PlanOptions, _ common: CommonOptions) async throws -> YearlyPlan {
    let (year, agency) = (options.year, options.agency)
    return try await withDatabase(common) { try YearlyPlan.find(year: year, agencyCode: agency, on: $0) }
}
