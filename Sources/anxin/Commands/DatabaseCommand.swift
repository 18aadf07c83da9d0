import ArgumentParser

/// `anxin db`: the database itself.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "数据库：启动与升级、状态、核对、封印、psql、停止。",
        subcommands: [Up.self, Status.self, Verify.self, Seal.self, Psql.self, Stop.self, LoadScriptText.self]
    )
}
