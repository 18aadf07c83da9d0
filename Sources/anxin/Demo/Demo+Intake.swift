import Foundation
import PQ
import SafetyCredit

// Chapters 1, 2 and 5.
extension Demo {
    func importFiles() async throws {
        stage.narrator.tell(
            "各县区报来 \(subjectCount) 个单位及其记录（\(stage.folders.input)）",
            "The counties send \(subjectCount) units and their records (\(stage.folders.input))")
        try await take(try city.writeFirstFiles(to: stage.folders.input), on: InventedCity.firstDay)
    }

    func importLaterFiles() async throws {
        try await take(try city.writeLaterFiles(to: stage.folders.input), on: InventedCity.lastDay)
        try await stage.publish(on: InventedCity.lastDay + 1)
        let shownCount = try stage.site.listedIDs().count
        stage.narrator.tell(
            "\(InventedCity.lastDay + 1) 公示后，网站共 \(shownCount) 条",
            "after publication on \(InventedCity.lastDay + 1) the site holds \(shownCount) entries")
    }

    private func take(_ files: InputFiles, on day: CivilDate) async throws {
        for file in files.subjects { try await take(SubjectLine.self, file, on: day) }
        try await take(PenaltyLine.self, files.penalties, on: day, followUp: PenalisedMembership.found)
        try await take(AccidentLine.self, files.accidents, on: day)
        try await take(CertificationLine.self, files.certifications, on: day)
        try await take(HonourLine.self, files.honours, on: day)
    }

    /// Imports one file as `anxin import --partial` does, and gives the bad rows back.
    private func take<Line: StagedLine>(
        _: Line.Type, _ file: InputFiles.File, on day: CivilDate,
        followUp: @escaping @Sendable (ImportContext, isolated Connection) throws -> Void = { _, _ in }
    ) async throws {
        let language = stage.language
        let name = (file.path as NSString).lastPathComponent
        let reading = try ImportFormat<Line>.read(path: file.path, today: day)
        let importer = Importer<Line>(mode: .partial, isDryRun: false, followUp: followUp)
        guard let officer = try await Officer.find("operator", on: stage.connection) else {
            throw CommandError.unknownOfficer("operator")
        }
        let progress = Progress(language.choose("导入", "importing"), stage.surroundings.common)
        let report = try await importer.run(
            reading, named: name, on: day, by: officer, on: stage.connection
        ) { progress.update($0) }
        progress.finish()
        let encoding = reading.table.source.kind == .xlsx ? "XLSX" : reading.table.source.encoding.rawValue
        stage.narrator.tell(
            "\(name)（\(encoding)）：\(report.rowCount) 行，新增 \(report.counts.new)，退回 \(report.rejectedRowCount)",
            "\(name) (\(encoding)): \(report.rowCount) rows, \(report.counts.new) new, \(report.rejectedRowCount) rejected"
        )
        guard report.rejectedRowCount == file.badRowCount, report.counts.new + file.badRowCount == report.rowCount
        else {
            throw DemoError.notSo(
                chinese: "\(name) 退回 \(file.badRowCount) 行", english: "\(name) has \(file.badRowCount) rows rejected")
        }
        if !report.rejects.isEmpty { try giveBack(report.rejects, of: reading.table, beside: file.path, on: day) }
    }

    private func giveBack(_ rejects: [Reject], of table: Table, beside file: String, on day: CivilDate) throws {
        let path = file as NSString
        let rejectsPath = path.deletingPathExtension + "-退回." + path.pathExtension
        try RejectFile.write(
            rejects, of: table, to: rejectsPath, language: stage.language, created: day)
        for reject in rejects {
            stage.narrator.tell(
                "  第 \(reject.rowNumber) 行 \(reject.sentence(in: .chinese))",
                "  row \(reject.rowNumber) \(reject.sentence(in: .english))")
        }
        let returned = try TableFile.read(rejectsPath, options: TableReadOptions(knownTitles: table.header))
        try stage.require(
            returned.header.last == rejectReasonTitle && returned.rows.count == Set(rejects.map(\.rowNumber)).count,
            "退回文件 \(rejectsPath)，末列为“\(rejectReasonTitle)”",
            "rejects file \(rejectsPath), last column “\(rejectReasonTitle)”")
    }

    func appointAndGrade() async throws {
        for officer in DemoOfficer.all {
            try await stage.act(
                "appoint-officer", on: InventedCity.firstDay, by: "operator", key: "demo-appoint-\(officer.code)",
                [
                    "officer_code": .string(officer.code), "officer_name": .string(officer.name),
                    "agency_code": .string(officer.agencyCode), "roles": .string(officer.roles),
                ])
            stage.narrator.tell(
                "任命 \(officer.name)（\(officer.code)，\(officer.agencyCode)，\(officer.roles)）",
                "appointed \(officer.code) (\(officer.agencyCode), \(officer.roles))")
        }
        try await grade(.day(2024, 1, 1))
    }

    /// Computes all grades of 1 January, without events of that day and later (RD-06), and tells how many units have which.
    func grade(_ day: CivilDate) async throws {
        let computation = try await GradeComputation.compute(asOf: day, lastEventOn: day - 1, on: stage.connection)
        let counts = ["A", "B", "C", "D"].map { grade in "\(grade) \(computation.counts[grade] ?? 0)" }.joined(
            separator: "  ")
        stage.narrator.tell(
            "\(day) 评级 \(computation.subjectCount) 个单位：\(counts)；变化 \(computation.changedCount) 个，口径 \(computation.policyStamp)",
            "\(day): \(computation.subjectCount) units graded: \(counts); \(computation.changedCount) changed, policy \(computation.policyStamp)"
        )
        guard computation.subjectCount == subjectCount else {
            throw DemoError.notSo(chinese: "\(subjectCount) 个单位都有等级", english: "\(subjectCount) units have a grade")
        }
    }
}

/// The officers of the story. One may both handle and decide, but not in the same case.
struct DemoOfficer {
    let code: String
    let name: String
    let agencyCode: String
    let roles: String

    static let handler = DemoOfficer(code: "demo-zhao", name: "赵禾川", agencyCode: "421303", roles: "handler decider")
    static let decider = DemoOfficer(code: "demo-qian", name: "钱岚舟", agencyCode: "421303", roles: "decider")
    static let objectionHandler = DemoOfficer(code: "demo-sun", name: "孙沐原", agencyCode: "421381", roles: "handler")
    static let objectionDecider = DemoOfficer(code: "demo-li", name: "李澄远", agencyCode: "421381", roles: "decider")
    static let all = [handler, decider, objectionHandler, objectionDecider]
}
