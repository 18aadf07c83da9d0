import Foundation
import PQ
import SafetyCredit

// Chapter 8 and the summary.
extension Demo {
    func fillForms() async throws {
        try await grade(.day(2025, 1, 1))
        for (unit, file) in [("421303", "统计表-2024-曾都区"), (nil as String?, "统计表-2024-全市")] {
            let form = try await StatisticsForm.fill(
                year: 2024, reportingUnit: unit, filledBy: DemoOfficer.handler.name, filledOn: .day(2025, 3, 3),
                on: stage.connection)
            let path = "\(stage.folders.report)/\(file)"
            try form.workbook.write(to: path + ".xlsx")
            try FileBytes.write(form.csv, to: path + ".csv")
            let grades = Dictionary(grouping: form.lines, by: \.grade).mapValues(\.count).sorted { $0.key < $1.key }
                .map { "\($0.key) \($0.value)" }.joined(separator: "  ")
            stage.narrator.tell(
                "\(form.reportingUnit) \(form.lines.count) 个单位：\(grades)；\(path).xlsx、.csv",
                "\(form.reportingUnit), \(form.lines.count) units: \(grades); \(path).xlsx and .csv")
            guard unit != nil || form.lines.count == subjectCount else {
                throw DemoError.notSo(chinese: "全市统计表列出全部单位", english: "the city's form lists every unit")
            }
        }
    }

    func summarise(since start: ContinuousClock.Instant) {
        let language = stage.language
        Console.print("\n" + language.choose("小结", "Summary"))
        var listing = Listing(columns: [
            .init(key: "name", title: language.choose("名称", "name")),
            .init(key: "list", title: language.choose("名单", "list")),
            .init(key: "listed_on", title: language.choose("列入", "listed")),
            .init(key: "published_on", title: language.choose("公布", "published")),
            .init(key: "gone_on", title: language.choose("撤下", "gone")),
            .init(key: "ending", title: language.choose("原因", "why")),
        ])
        listing.rows = story.map { entry in
            [
                entry.name, entry.list.name(in: language), entry.listedOn.description, entry.publishedOn?.description,
                entry.goneOn?.description ?? language.choose("仍在公示", "still shown"), entry.ending,
            ]
        }
        Console.print(listing.text)
        for (number, thing) in thingsToLookAt.enumerated() { Console.print("  \(number + 1)  \(thing)") }
        stage.narrator.took(since: start)
    }

    private var thingsToLookAt: [String] {
        let language = stage.language
        let isRemote = stage.surroundings.common.databaseURL != nil
        func command(_ text: String) -> String {
            "ANXIN_DATA_DIR=\(stage.folders.data) \(CommandLine.arguments[0]) \(text)"
                + (isRemote ? " --database-url …" : "")
        }
        let code = city.cast.listed.unit.code
        return [
            language.choose("公示网站：", "the public site: ") + stage.site.folder + "/index.html",
            language.choose("退回的行：", "rejected rows: ") + stage.folders.input + "/处罚-2023-退回.csv",
            language.choose("文书：", "a document: ") + stage.folders.report + "/列入决定书.docx",
            language.choose("统计表：", "the form: ") + stage.folders.report + "/统计表-2024-全市.xlsx",
            language.choose("为什么是 D 级：", "why grade D: ") + command("grade explain \(code) --as-of 2025-01-01"),
            language.choose("名单和剩余天数：", "who is listed, and how long: ") + command("report listed --as-of 2025-03-01"),
        ]
    }
}
