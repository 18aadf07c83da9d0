import ArgumentParser

/// `anxin subject`: finds and shows units.
struct SubjectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subject", abstract: "主体：查找、查看。", subcommands: [Find.self, Show.self])
}
