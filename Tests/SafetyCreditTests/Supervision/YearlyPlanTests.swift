import PQ
import Testing

@testable import SafetyCredit

@Suite("The plan as a workbook") struct YearlyPlanTests {
    private static func plan(drawn: [Int] = [3, 6], population: ClosedRange<Int> = 1...7, seed: String = "abc")
        -> YearlyPlan
    {
        let codes = population.map { CreditCodes.code($0) }
        let proof = PlanProof(
            planYear: 2026, agencyCode: "421300", drawnOn: CivilDate(iso: "2025-12-20")!, seed: seed, shareA: 5,
            shareB: 20, populationSHA256: RandomDraw.digest(ofPopulation: (1...7).map { CreditCodes.code($0) }).hex,
            population: Dictionary(uniqueKeysWithValues: codes.map { ($0, "B") }),
            drawn: Set(drawn.map { CreditCodes.code($0) }))
        let lines = ([8] + drawn).enumerated().map { index, number in
            YearlyPlan.Line(
                number: Int64(index + 1), subjectName: "随州第\(number)有限公司", creditCode: CreditCodes.code(number),
                grade: number == 8 ? "C" : "B", basis: "依据", content: "内容", way: number == 8 ? "重点检查" : "双随机抽查",
                frequency: "全年1次", schedule: "2026年1月至12月", responsibleAgency: "随州市应急管理局", remark: "")
        }
        return YearlyPlan(agencyName: "随州市应急管理局", lines: lines, proof: proof)
    }

    private static func readBack(_ plan: YearlyPlan) throws -> PlanProof {
        try withScratchDirectory { directory in
            try plan.workbook.write(to: directory + "/plan.xlsx")
            return try PlanProof.read(path: directory + "/plan.xlsx")
        }
    }

    @Test("A third party verifies the draw from the exported file alone")
    func verifies() throws {
        let plan = Self.plan()
        let proof = try Self.readBack(plan)
        #expect(proof == plan.proof)
        #expect(proof.verify().holds)
    }

    @Test("A unit exchanged in the plan, a population cut or a seed changed is seen")
    func tampered() throws {
        let exchanged = try Self.readBack(Self.plan(drawn: [3, 1])).verify()
        #expect(exchanged.missing == [CreditCodes.code(6)])
        #expect(exchanged.surplus == [CreditCodes.code(1)])
        #expect(exchanged.populationFits)
        #expect(try !Self.readBack(Self.plan(population: 1...6)).verify().populationFits)
        #expect(try !Self.readBack(Self.plan(seed: "abd")).verify().holds)
    }

    @Test("It is printed on A4 across with its titles on every page, in the usual columns")
    func sheet() throws {
        let workbook = Self.plan().workbook
        let sheet = try #require(workbook.sheets.first)
        let print = try #require(sheet.print)
        #expect(print.isLandscape)
        #expect(print.repeatedRows == 2...2)
        let titles = try withScratchDirectory { directory in
            try workbook.write(to: directory + "/plan.xlsx")
            return try TableFile.read(
                directory + "/plan.xlsx", options: TableReadOptions(knownTitles: YearlyPlan.columns)
            ).header
        }
        #expect(
            titles == ["序号", "检查对象", "统一社会信用代码", "信用等级", "检查依据", "检查内容", "检查方式", "频次及上限", "时间安排", "责任单位", "备注"])
    }

    @Test("A file that is no exported plan says what it lacks")
    func noPlan() throws {
        try withScratchDirectory { directory in
            let other = Workbook(
                title: "", created: CivilDate(iso: "2025-12-20")!,
                sheets: [Sheet(name: "年度计划", widths: [], rows: [SheetRow([.text("a")]), SheetRow([.text("b")])])])
            try other.write(to: directory + "/other.xlsx")
            #expect(throws: PlanError.notAPlan(path: directory + "/other.xlsx", missing: "抽取说明")) {
                try PlanProof.read(path: directory + "/other.xlsx")
            }
        }
    }
}
