import PQ

extension StatisticsForm {
    private var unitLine: String { "报送单位：\(reportingUnit)" }
    private var fillerLine: String { "统计人员：\(filledBy)" }
    private var dateLine: String { "时间：\(filledOn.year)年\(filledOn.month)月\(filledOn.day)日" }

    /// The form as it is handed in and printed: A4, the column titles on every page, codes as text.
    public var workbook: Workbook {
        let width = Self.columns.count
        let head = [
            SheetRow([.text(Self.title, .title)] + blanks(width - 1), height: 32),
            SheetRow([.text("\(unitLine)（\(year)年度）", .plain)] + blanks(width - 1), height: 22),
            SheetRow(Self.columns.map { .text($0, .header) }, height: 36),
        ]
        let body = lines.map { line in
            SheetRow(
                [
                    SheetCell(.integer(Int(line.number)), .centred), .text(line.creditCode, .centred),
                    .text(line.subjectName, .wrapped), .text(line.grade, .centred), .text(line.remark, .wrapped),
                ],
                height: TextWidth.rowHeight(
                    of: [line.subjectName, line.remark], in: [Self.widths[2], Self.widths[4]]))
        }
        let foot = SheetRow([.text(fillerLine, .plain)] + blanks(2) + [.text(dateLine, .plain)] + blanks(1), height: 24)
        var sheet = Sheet(name: "统计表", widths: Self.widths, rows: head + body + [foot])
        // Below the column titles nothing is merged, so that a program reads the sheet as easily as a person.
        sheet.merges = [
            SheetMerge(row: 0, columns: 0...width - 1), SheetMerge(row: 1, columns: 0...width - 1),
        ]
        sheet.frozenRows = head.count
        var print = PrintSetup()
        print.repeatedRows = 2...2
        print.footer = PageLine(centre: ["第 ", .pageNumber, " 页，共 ", .pageCount, " 页"])
        sheet.print = print
        return Workbook(title: Self.title, created: filledOn, sheets: [sheet])
    }

    /// The lines as CSV for a spreadsheet, with the same five columns.
    public var csv: [UInt8] {
        var writer = CSVWriter(for: .spreadsheet)
        writer.row([unitLine])
        writer.row(Self.columns)
        for line in lines {
            writer.row([String(line.number), line.creditCode, line.subjectName, line.grade, line.remark])
        }
        writer.row([fillerLine, dateLine])
        return writer.bytes
    }

    private static let widths: [Double] = [6, 22, 34, 12, 32]

    private func blanks(_ count: Int) -> [SheetCell] {
        Array(repeating: SheetCell(.blank, .plain), count: count)
    }
}
