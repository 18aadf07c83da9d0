import ArgumentParser
import PQ
import SafetyCredit

extension DatabaseCommand {
    /// Compares the database with the program; exits 1 with a list when they differ.
    struct Verify: AnxinCommand {
        static let configuration = CommandConfiguration(abstract: "核对数据库：版本、字符类型、角色、每个 SQL 文件的校验值。")

        @OptionGroup var common: CommonOptions

        func run() async throws {
            let database = try database(common)
            let catalogue = try SQLCatalogue.load(directory: database.configuration.sqlDirectory)
            let language = database.configuration.language
            let connection = try await database.connectForMigration()
            let findings = try await DatabaseVerification.findings(connection, catalogue: catalogue)
            await connection.close()
            for finding in findings { Console.print(finding.sentence(in: language)) }
            guard findings.isEmpty else { throw ExitStatus.failure.exitCode }
            Console.note(
                language.choose("数据库与本程序一致。", "The database is as this program needs it."), quiet: common.quiet)
        }
    }
}
