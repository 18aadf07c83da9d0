import ArgumentParser
import Foundation
import SafetyCredit

extension DatabaseCommand {
    /// Becomes psql on the same database.
    struct Psql: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "在同一数据库上打开 psql;“--”之后的参数原样传给 psql。",
            discussion: "例：anxin db psql -- -c 'select * from reports.subject limit 5'")

        @OptionGroup var common: CommonOptions

        @Argument(parsing: .postTerminator, help: "传给 psql 的参数。")
        var arguments: [String] = []

        func run() async throws {
            let database = try database(common)
            try await database.startCluster()
            let conninfo = ConninfoPassword(separating: database.conninfo)
            if let password = conninfo.password { setenv("PGPASSWORD", password, 1) }
            let words = ["psql"] + (conninfo.conninfo.isEmpty ? [] : ["--dbname=\(conninfo.conninfo)"]) + arguments
            var pointers = words.map { strdup($0) } + [nil]
            // The threads that tasks run on block most signals; psql has to hear Ctrl-C.
            var noSignals = sigset_t()
            sigemptyset(&noSignals)
            pthread_sigmask(SIG_SETMASK, &noSignals, nil)
            execvp("psql", &pointers)
            throw OpsError.toolFailed(tool: "psql", status: errno, output: String(cString: strerror(errno)))
        }
    }
}
