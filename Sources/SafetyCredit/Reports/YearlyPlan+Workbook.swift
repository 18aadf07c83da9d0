import PQ

extension YearlyPlan {
    /// The titles of the workbook's sheets and tables, which `PlanProof.read` looks for again.
    enum Titles {
        static let planSheet = "年度计划"
        static let proofSheet = "抽取说明"
        static let populationSheet = "抽取总体"
        static let proof = ["项目", "内容"]
        static let population = ["统一社会信用代码", "信用等级", "抽取键"]

        static let year = "计划年度"
        static let agency = "机关代码"
        static let drawnOn = "抽取日期"
        static let seed = "种子"
        static let shareA = "A级比例（%）"
        static let shareB = "B级比例（%）"
        static let digest = "总体摘要 SHA-256"

        /// The ways of inspection that mark a line as drawn.
        static let drawnWays: Set<String> = ["双随机抽查", "抽查"]
    }

    /// The plan as it is printed, A4 across with the column titles on every page, and two sheets by which anyone can repeat its draw.
    public var workbook: Workbook {
        Workbook(title: title, created: proof.drawnOn, sheets: [planSheet, proofSheet, populationSheet])
    }

    private var title: String { "\(proof.planYear)年度安全生产执法检查计划" }

    private var planSheet: Sheet {
        let width = Self.columns.count
        func blanks(_ count: Int) -> [SheetCell] { Array(repeating: SheetCell(.blank, .plain), count: count) }
        let head = [
            SheetRow([.text(title, .title)] + blanks(width - 1), height: 32),
            SheetRow([.text("制定机关：\(agencyName)    抽取日期：\(proof.drawnOn)", .plain)] + blanks(width - 1), height: 22),
            SheetRow(Self.columns.map { .text($0, .header) }, height: 30),
        ]
        let body = lines.map { line in
            SheetRow(
                [SheetCell(.integer(Int(line.number)), .centred)]
                    + zip(line.values, Self.columns).dropFirst().map { value, column in
                        .text(value, column == "信用等级" || column == "统一社会信用代码" ? .centred : .wrapped)
                    }, height: TextWidth.rowHeight(of: line.values, in: Self.widths))
        }
        var sheet = Sheet(name: Titles.planSheet, widths: Self.widths, rows: head + body)
        sheet.merges = [
            SheetMerge(row: 0, columns: 0...width - 1), SheetMerge(row: 1, columns: 0...width - 1),
        ]
        sheet.frozenRows = head.count
        sheet.print = Self.pages(isLandscape: true, repeatedRow: 2)
        return sheet
    }

    private var proofSheet: Sheet {
        let facts = [
            (Titles.year, String(proof.planYear)), (Titles.agency, proof.agencyCode),
            (Titles.drawnOn, proof.drawnOn.description),
            (Titles.seed, proof.seed), (Titles.shareA, String(proof.shareA)), (Titles.shareB, String(proof.shareB)),
            (Titles.digest, proof.populationSHA256),
            ("复核方法", "A级、B级分别按“种子:统一社会信用代码”的 SHA-256（十六进制小写）从小到大排列，取前“总数×比例”（向上取整）个；总体摘要为全部代码排序后以换行连接的 SHA-256"),
        ]
        let widths: [Double] = [20, 72]
        let rows =
            [SheetRow(Titles.proof.map { .text($0, .header) })]
            + facts.map {
                SheetRow(
                    [.text($0.0), .text($0.1, .wrapped)], height: TextWidth.rowHeight(of: [$0.0, $0.1], in: widths))
            }
        var sheet = Sheet(name: Titles.proofSheet, widths: widths, rows: rows)
        sheet.print = Self.pages(isLandscape: false, repeatedRow: 0)
        return sheet
    }

    private var populationSheet: Sheet {
        let rows = proof.population.sorted { $0.key < $1.key }.map { code, grade in
            SheetRow([
                .text(code), .text(grade, .centred), .text(RandomDraw.key(seed: proof.seed, creditCode: code)),
            ])
        }
        var sheet = Sheet(
            name: Titles.populationSheet, widths: [22, 10, 68],
            rows: [SheetRow(Titles.population.map { .text($0, .header) })] + rows)
        sheet.frozenRows = 1
        sheet.print = Self.pages(isLandscape: false, repeatedRow: 0)
        return sheet
    }

    private static let widths: [Double] = [6, 30, 22, 10, 16, 34, 14, 16, 17, 24, 24]

    private static func pages(isLandscape: Bool, repeatedRow: Int) -> PrintSetup {
        var print = PrintSetup()
        print.isLandscape = isLandscape
        print.repeatedRows = repeatedRow...repeatedRow
        print.footer = PageLine(centre: ["第 ", .pageNumber, " 页，共 ", .pageCount, " 页"])
        return print
    }
}
