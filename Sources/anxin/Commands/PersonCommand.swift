import ArgumentParser
import Foundation
import PQ
import SafetyCredit

/// `anxin person`: persons, whose numbers are encrypted and shown masked.
struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "人员：按号码或姓名查找；查阅完整号码（须有权限并留痕）。", subcommands: [Find.self, Reveal.self])
}

extension PersonCommand {
    /// Finds persons by number or by name; the number is shown masked.
    struct Find: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "按身份号码或姓名查找人员，号码遮盖显示。",
            discussion: "号码宜由标准输入送入，以免留在命令历史里：anxin person find < 号码.txt。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var output: OutputOptions

        @Argument(help: "姓名、人员编号或身份号码；不给或为 - 时读标准输入。")
        var text: String?

        func run() async throws {
            let surroundings = try Surroundings(common)
            let day = surroundings.moment(day).day
            let key = try surroundings.identityKey()
            let wanted = try PersonCommand.text(text)
            let persons = try await withDatabase(common) { connection in
                try key.requireOfRegister(on: connection)
                do {
                    return try FoundPerson.find(number: wanted, on: day, with: key, connection: connection).map { [$0] }
                        ?? []
                } catch is ResidentNumberError {
                    return try FoundPerson.named(wanted, on: connection)
                }
            }
            let language = surroundings.language
            var listing = Listing(columns: [
                .init(key: "subject_id", title: language.choose("人员编号", "id"), isNumber: true),
                .init(key: "name", title: language.choose("姓名", "name")),
                .init(key: "masked_number", title: language.choose("身份号码", "number")),
                .init(key: "roles", title: language.choose("任职", "roles")),
            ])
            listing.rows = persons.map {
                [String($0.subjectID), $0.name, $0.masked, $0.roles.joined(separator: "；")]
            }
            try listing.write(output, created: day)
        }
    }

    /// Shows the full number of one person to one officer, for a reason that is kept.
    struct Reveal: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "查阅一人的完整身份号码：须有 anxin_revealer 角色，写明理由，每次留痕。",
            discussion: """
                例：anxin person reveal 421300000000123 --officer zhang --reason "核对列入决定书"
                数据库账号须是 anxin_revealer 的成员；其他角色由数据库拒绝。留痕在 register.reveal 和服务器日志。
                """)

        @OptionGroup var common: CommonOptions

        @Argument(help: "人员编号，见 person find。")
        var id: Int64

        @Option(help: "查阅人的经办人编号。")
        var officer: String

        @Option(help: "查阅理由。")
        var reason: String

        func run() async throws {
            let surroundings = try Surroundings(common)
            let key = try surroundings.identityKey()
            let (id, officer, reason) = (id, officer, reason)
            let person = try await withDatabase(common, role: .revealer) {
                try RevealedPerson.reveal(id, by: officer, because: reason, with: key, on: $0)
            }
            Console.print("\(person.name)  \(person.number)")
            Console.note(
                surroundings.language.choose("已留痕：\(officer)", "logged: \(officer)"),
                quiet: common.quiet)
        }
    }

    private static func text(_ argument: String?) throws -> String {
        if let argument, argument != "-" { return argument }
        guard let line = readLine(), !line.isEmpty else { throw ValidationError("请给出姓名或号码。") }
        return line.filter { $0 != "\u{FEFF}" }
    }
}
