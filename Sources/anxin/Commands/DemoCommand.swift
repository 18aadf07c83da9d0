import ArgumentParser
import Foundation
import PQ
import SafetyCredit

/// `anxin demo`: a year of an invented city, from the files an office sends to pages that are provably gone.
struct DemoCommand: AnxinCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "演示：一座虚构城市的一年，从导入到公示、移出、到期和统计表。",
        discussion: """
            单位、人员、编号全部虚构；相同的 --seed 和 --subjects 得到相同的城市。
            使用自己的数据库（目录下的内嵌数据库，或 --database-url 指定的空库），不触碰其他数据。
            每一处“已示”“已撤”都读公示目录核对，与所说不符时退出码为 1。
            """
    )

    @OptionGroup var common: CommonOptions

    @Option(help: "单位数量。")
    var subjects = 20_000

    @Option(help: "随机种子。")
    var seed: UInt64 = 20_240_101

    @Option(help: "演示目录；缺省为 ./anxin-demo。上次演示留下的内容会被替换。")
    var directory: String?

    @Flag(help: "结束后让内嵌数据库继续运行。")
    var keep = false

    func validate() throws {
        guard (100...1_000_000).contains(subjects) else { throw ValidationError("--subjects 应在 100 至 1000000 之间。") }
    }

    func run() async throws {
        // What the surroundings say about another register is not meant for this one.
        let foreign = [
            "ANXIN_DATABASE_URL", "ANXIN_ID_KEY_FILE", "ANXIN_SITE_DIR", "ANXIN_DROP_DIR", "ANXIN_JOURNAL_DIR",
        ]
        var environment = ProcessInfo.processInfo.environment.filter {
            !foreign.contains($0.key) && !$0.key.hasPrefix("ANXIN_ENTERPRISE_")
        }
        if common.databaseURL == nil { environment = environment.filter { !$0.key.hasPrefix("PG") } }
        let folders = try DemoFolders.find(directory)
        environment["ANXIN_DATA_DIR"] = folders.data
        let configuration = Configuration(
            flags: .init(databaseURL: common.databaseURL, language: common.language), environment: environment)
        try configuration.validate()

        let database = Database(configuration)
        do {
            try folders.refuseForeignContent()
            // A database that is refused must not cost the folder of the demo that filled it.
            if database.cluster == nil { try await refuseUsedDatabase(database) }
            try await folders.prepare()
            try await play(in: folders, on: database)
        } catch {
            if !keep { try? await database.cluster?.stop() }
            throw error
        }
        if !keep { try await database.cluster?.stop() }
    }

    private func play(in folders: DemoFolders, on database: Database) async throws {
        let surroundings = Surroundings(common, database.configuration)
        let narrator = Narrator(language: surroundings.language)
        let start = ContinuousClock.now
        try await prepare(database, narrator)
        let connection = try await database.connect()
        do {
            let stage = DemoStage(
                surroundings: surroundings, folders: folders, connection: connection,
                channels: try await surroundings.channels(on: InventedCity.firstDay, connection), narrator: narrator)
            try await Demo(stage: stage, subjectCount: subjects, seed: seed).play(since: start)
        } catch {
            await connection.close()
            throw error
        }
        await connection.close()
    }

    private func prepare(_ database: Database, _ narrator: Narrator) async throws {
        let start = ContinuousClock.now
        narrator.tell("准备数据库…", "Preparing the database …")
        let migrator = Migrator(catalogue: try SQLCatalogue.load(directory: database.configuration.sqlDirectory))
        let connection = try await database.connectForMigration()
        do {
            try await migrator.up(connection) { _ in }
        } catch {
            await connection.close()
            throw error
        }
        await connection.close()
        narrator.took(since: start)
    }

    /// Looks before anything is changed: somebody may keep a register there, of an older schema perhaps.
    private func refuseUsedDatabase(_ database: Database) async throws {
        let connection = try await database.connectForMigration()
        do {
            let isInUse = try await connection.transaction { connection in
                let hasSubjects = try connection.value(
                    "select to_regclass('register.subject') is not null", as: Bool.self)
                return try hasSubjects
                    && connection.value("select exists (select from register.subject)", as: Bool.self)
            }
            guard !isInUse else { throw DemoError.databaseInUse }
        } catch {
            await connection.close()
            throw error
        }
        await connection.close()
    }
}
