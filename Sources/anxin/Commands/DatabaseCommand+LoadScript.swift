import ArgumentParser
import Foundation
import SafetyCredit

extension DatabaseCommand {
    /// Prints `sql/load.psql`; `deploy/dump-schema` writes it.
    struct LoadScriptText: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "load-script", abstract: "输出供 psql 使用的建库脚本。", shouldDisplay: false)

        func run() async throws {
            let directory = ProcessInfo.processInfo.environment["ANXIN_SQL_DIR"]
            print(LoadScript.text(for: try SQLCatalogue.load(directory: directory)), terminator: "")
        }
    }
}
