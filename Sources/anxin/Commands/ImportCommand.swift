public import ArgumentParser
import Foundation
import PQ
public import SafetyCredit

/// `anxin import`: takes a file of subjects or records into the register.
struct ImportCommand: AnxinCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "导入：subjects 单位、penalties 处罚、accidents 事故、certifications 标准化、honours 荣誉。",
        discussion: """
            例：anxin import subjects 单位.xlsx --officer zhang --partial
            CSV（UTF-8、GB18030、UTF-16）和 XLSX 均可。任何一行有错则全部不导入，加 --partial 只导入无错的行；
            有错的行写回同样格式的文件，末列为“错误原因”，改正后可以直接再导入。退出码：有行退回为 65，文件不存在为 66。
            不清楚有哪些列：anxin import penalties --template 处罚.xlsx 写出只有列名的空表。
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var day: AsOfOptions

    @Flag(help: "导入无错的行，退回有错的行。")
    var partial = false

    @Flag(name: .customLong("dry-run"), help: "执行同样的检查后回滚，不留下任何改动。")
    var dryRun = false

    // Whoever records a fact may not decide about it: a file says who records what it holds.
    @Option(help: "记录人编号（须有 recorder 职责）；记录人不能对自己记录的事实作决定。")
    var officer: String?

    @Option(help: "工作表名称；缺省为第一张可见的表。")
    var sheet: String?

    @Option(name: .customLong("ignore-column"), help: "忽略该列；可多次给出。")
    var ignoredColumns: [String] = []

    @Option(name: .customLong("rejects"), help: "退回的行写入该文件；缺省在原文件旁，名称加“-退回”，不覆盖已有的文件。")
    var rejectsPath: String?

    @Option(help: "不导入，把该种类的空表（各列的列名）写入该文件。")
    var template: String?

    @Argument(help: "种类。")
    var kind: ImportKind

    @Argument(help: "文件。")
    var file: String?

    func validate() throws {
        guard (file == nil) != (template == nil) else { throw ValidationError("请给出要导入的文件，或者用 --template 写出空表。") }
        guard file == nil || officer != nil else { throw ValidationError("请用 --officer 写明记录人编号。") }
    }

    func run() async throws {
        switch kind {
        case .subjects: try await take(SubjectLine.self)
        case .penalties: try await take(PenaltyLine.self, followUp: PenalisedMembership.found)
        case .accidents: try await take(AccidentLine.self)
        case .certifications: try await take(CertificationLine.self)
        case .honours: try await take(HonourLine.self)
        }
    }

    private func take<Line: StagedLine>(
        _: Line.Type,
        followUp: @escaping @Sendable (ImportContext, isolated Connection) throws -> Void = { _, _ in }
    ) async throws {
        let surroundings = try Surroundings(common)
        let today = surroundings.moment(day).day
        let language = surroundings.language
        guard let file else { return try ImportFormat<Line>.template.write(to: template ?? "", created: today) }
        if let rejectsPath, Self.isSameFile(rejectsPath, file) { throw CommandError.rejectsOverInput(rejectsPath) }
        let reading: ImportReading<Line>
        do {
            reading = try ImportFormat<Line>.read(
                path: file, today: today, sheet: sheet, ignoredColumns: ignoredColumns)
        } catch {
            throw UnreadableImport(name: (file as NSString).lastPathComponent, error: error)
        }
        let importer = Importer<Line>(mode: partial ? .partial : .whole, isDryRun: dryRun, followUp: followUp)
        let (name, officerCode) = ((file as NSString).lastPathComponent, officer ?? "")
        let progress = Progress(language.choose("导入", "importing"), common)
        let report = try await gradesOn(today) {
            try await withDatabase(common, writingOn: day) { connection in
                guard let officer = try Officer.find(officerCode, on: connection) else {
                    throw CommandError.unknownOfficer(officerCode)
                }
                guard officer.roles.contains(.recorder) else { throw CommandError.officerMayNotImport(officerCode) }
                return try importer.run(reading, named: name, on: today, by: officer, on: connection) {
                    progress.update($0)
                }
            }
        }
        progress.finish()
        try tell(report, of: reading, from: file, today: today, in: language)
    }

    private func tell<Line>(
        _ report: Importer<Line>.Report, of reading: ImportReading<Line>, from file: String, today: CivilDate,
        in language: Language
    ) throws {
        let counts = report.counts
        let outcome: String
        switch (report.isWritten, dryRun, report.rejects.isEmpty || partial) {
        case (true, _, _): outcome = language.choose("已导入", "imported")
        case (_, true, true): outcome = language.choose("试运行，未写入", "dry run, nothing written")
        default: outcome = language.choose("未导入任何一行", "nothing imported")
        }
        Console.print(
            language.choose(
                "\(outcome)：共 \(report.rowCount) 行，新增 \(counts.new)，变更 \(counts.changed)，未变 \(counts.unchanged)，退回 \(report.rejectedRowCount)。文件编号 \(report.fileID)",
                "\(outcome): \(report.rowCount) rows, \(counts.new) new, \(counts.changed) changed, \(counts.unchanged) unchanged, \(report.rejectedRowCount) rejected. File \(report.fileID)"
            ))
        name(
            counts.otherNameRows,
            language.choose("单位名称与代码登记的名称不同，请核对的行", "rows whose name is not the code's: look at them"),
            in: language)
        name(
            counts.withdrawnRows, language.choose("记录此前已撤下、仍不计入的行", "rows whose record was withdrawn and stays so"),
            in: language)
        guard !report.rejects.isEmpty else { return }
        for reject in report.rejects.prefix(5) {
            Console.note(
                language.choose(
                    "  第 \(reject.rowNumber) 行 \(reject.sentence(in: language))",
                    "  row \(reject.rowNumber) \(reject.sentence(in: language))"), quiet: common.quiet)
        }
        if report.rejects.count > 5 {
            Console.note(
                language.choose("  …共 \(report.rejects.count) 处", "  … \(report.rejects.count) in all"),
                quiet: common.quiet)
        }
        let path = rejectsPath ?? Self.freePath(beside: file)
        try RejectFile.write(report.rejects, of: reading.table, to: path, language: language, created: today)
        Console.note(language.choose("退回的行：\(path)", "rejected rows: \(path)"), quiet: common.quiet)
        throw ExitStatus.inputRejected.exitCode
    }

    private func name(_ rows: [Int64], _ why: String, in language: Language) {
        guard !rows.isEmpty else { return }
        let first = rows.prefix(20).map { "\($0)" }.joined(separator: language.choose("、", ", "))
        let rest = rows.count > 20 ? language.choose("……共 \(rows.count) 行", " … \(rows.count) in all") : ""
        Console.note("  \(why)\(language.choose("：", ": "))\(first)\(rest)", quiet: common.quiet)
    }

    /// A name beside the file that nothing has yet: rows given back earlier may be half corrected.
    private static func freePath(beside file: String) -> String {
        let path = file as NSString
        let (stem, suffix) = (path.deletingPathExtension, path.pathExtension.isEmpty ? "csv" : path.pathExtension)
        var (candidate, number) = ("\(stem)-退回.\(suffix)", 1)
        while FileManager.default.fileExists(atPath: candidate) {
            number += 1
            candidate = "\(stem)-退回-\(number).\(suffix)"
        }
        return candidate
    }

    private static func isSameFile(_ path: String, _ other: String) -> Bool {
        let (one, two) = (URL(filePath: path), URL(filePath: other))
        return one.standardizedFileURL.resolvingSymlinksInPath() == two.standardizedFileURL.resolvingSymlinksInPath()
    }
}

/// Why a file could not be imported, with the name of the file.
private struct UnreadableImport: UserFacingError {
    let name: String
    let error: ImportFileError

    var exitStatus: ExitStatus { error.exitStatus }

    func sentence(in language: Language) -> String {
        // A file that is not there is named by its own sentence.
        if case .table(.file) = error { return error.sentence(in: language) }
        return language.choose("\(name)：", "\(name): ") + error.sentence(in: language)
    }
}

extension ImportKind: ExpressibleByArgument {}
