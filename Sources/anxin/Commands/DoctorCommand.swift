import ArgumentParser
import PQ
import SafetyCredit

/// `anxin doctor`: whether the register is whole.
struct DoctorCommand: AnxinCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "体检：数据库和结构、时钟、作业、封印、公示队列，以及每一条恒须成立的规则。",
        discussion: """
            有不正常的，退出码为 2。各条规则是 sql/invariants 下的查询，不返回任何行即为成立；也可用 psql 运行。
            例：anxin doctor；anxin doctor --format json
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var day: AsOfOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let surroundings = try Surroundings(common)
        let today = surroundings.moment(day).day
        let database = try database(common)
        let doctor = Doctor(
            catalogue: try SQLCatalogue.load(directory: database.configuration.sqlDirectory), today: today)
        let login = try await database.connectForMigration()
        var findings = try await doctor.foundation(login)
        await login.close()
        if findings.allSatisfy({ $0.state == .healthy }) {
            let hostDay = BusinessMoment.now().day
            let keyID = try? IdentityKey.read(path: surroundings.identityKeyPath).id
            findings += try await withDatabase(common) { try doctor.examine(hostDay: hostDay, keyID: keyID, $0) }
        }
        try write(findings, surroundings.language, today)
        if findings.contains(where: { $0.state == .unhealthy }) { throw ExitStatus.unhealthy.exitCode }
    }

    private func write(_ findings: [Doctor.Finding], _ language: Language, _ today: CivilDate) throws {
        var listing = Listing(columns: [
            .init(key: "state", title: language.choose("状态", "state")),
            .init(key: "check", title: language.choose("项目", "check")),
            .init(key: "ids", title: language.choose("编号", "ids")),
            .init(key: "finding", title: language.choose("结果", "finding")),
        ])
        listing.rows = findings.map { finding in
            let state =
                switch finding.state {
                case .healthy: language.choose("正常", "healthy")
                case .note: language.choose("注意", "note")
                case .unhealthy: language.choose("不正常", "unhealthy")
                }
            return [
                state, finding.check, finding.ids.map { String($0) }.joined(separator: " "),
                finding.sentence.text(in: language),
            ]
        }
        try listing.write(output, created: today)
    }
}
