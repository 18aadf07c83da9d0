import ArgumentParser
import SafetyCredit

extension PlanCommand {
    /// Repeats the draw of a plan.
    struct Verify: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "复核抽取：重新计算总体摘要和抽取结果；给出导出的文件时不需要数据库。",
            discussion: "例：anxin plan verify 计划.xlsx；anxin plan verify --year 2026。不符时退出码为 1。")

        @OptionGroup var common: CommonOptions

        @Option(help: "计划年度。")
        var year: Int?

        @Option(name: .customLong("org"), help: "制定机关代码。")
        var agency = PlanOptions.cityBureau

        @Argument(help: "导出的计划。")
        var file: String?

        func validate() throws {
            if (file == nil) == (year == nil) { throw ValidationError("请给出导出的文件，或者 --year 年度。") }
        }

        func run() async throws {
            let language = try Surroundings(common).language
            let proof = try await proof()
            let verdict = proof.verify()
            guard verdict.holds else {
                Console.print(Self.objection(verdict, to: proof, in: language))
                throw ExitStatus.failure.exitCode
            }
            Console.print(
                language.choose(
                    "相符：\(proof.planYear) 年度计划从 \(proof.population.count) 个单位中抽取 \(proof.drawn.count) 个，总体 SHA-256 \(verdict.populationSHA256)",
                    "holds: the plan of \(proof.planYear) draws \(proof.drawn.count) of \(proof.population.count) units, population SHA-256 \(verdict.populationSHA256)"
                ))
        }

        private func proof() async throws -> PlanProof {
            if let file { return try PlanProof.read(path: file) }
            let (year, agency) = (year ?? 0, agency)
            return try await withDatabase(common) { try PlanProof.of(year: year, agencyCode: agency, on: $0) }
        }

        private static func objection(
            _ verdict: PlanProof.Verdict, to proof: PlanProof, in language: Language
        ) -> String {
            var lines = [language.choose("不符：", "does not hold:")]
            if !verdict.populationFits {
                lines.append(
                    language.choose(
                        "总体摘要为 \(verdict.populationSHA256)，公布的是 \(proof.populationSHA256)",
                        "the population's digest is \(verdict.populationSHA256), published is \(proof.populationSHA256)"
                    ))
            }
            lines += verdict.missing.map { language.choose("\($0) 应抽中而不在计划内", "\($0) is drawn but not in the plan") }
            lines += verdict.surplus.map { language.choose("\($0) 在计划内而不应抽中", "\($0) is in the plan but not drawn") }
            return lines.joined(separator: "\n")
        }
    }
}
