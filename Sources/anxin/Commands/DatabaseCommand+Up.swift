import ArgumentParser
import PQ
import SafetyCredit

extension DatabaseCommand {
    /// Starts the embedded cluster where it is meant and applies what the schema lacks.
    struct Up: AnxinCommand {
        static let configuration = CommandConfiguration(abstract: "启动内嵌数据库（未指定服务器时）并把结构升级到本程序的版本。")

        @OptionGroup var common: CommonOptions

        func run() async throws {
            let database = try database(common)
            let migrator = Migrator(catalogue: try SQLCatalogue.load(directory: database.configuration.sqlDirectory))
            let (language, quiet) = (database.configuration.language, common.quiet)
            let connection = try await database.connectForMigration()
            try await migrator.up(connection) { step in Console.note(step.sentence(in: language), quiet: quiet) }
            await connection.close()
            let number = migrator.catalogue.migrations.count
            Console.note(
                language.choose("数据库结构为第 \(number) 号，已是最新。", "The schema is at \(number) and current."), quiet: quiet)
        }
    }
}

extension Migrator.Step {
    func sentence(in language: Language) -> String {
        switch self {
        case .migrated(let path):
            language.choose("已执行 \(path)", "applied \(path)")
        case .reappliedFunctionsAndViews(let count):
            language.choose("已重建函数和视图 \(count) 个文件", "re-applied \(count) files of functions and views")
        case .reappliedSeeds(let count):
            language.choose("已写入基础数据 \(count) 个文件", "re-applied \(count) files of seeds")
        }
    }
}
