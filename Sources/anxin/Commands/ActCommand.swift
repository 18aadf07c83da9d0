import ArgumentParser
import Foundation
import PQ
import SafetyCredit

/// `anxin act`: submits acts, one JSON object a line, and answers one JSON object a line.
struct ActCommand: AnxinCommand {
    static let configuration = CommandConfiguration(
        commandName: "act",
        abstract: "提交行为：每行一个 JSON，逐行答复。",
        discussion: """
            例：anxin act acts.jsonl；cat acts.jsonl | anxin act
            {"act":"accept-objection","on":"2025-05-12","officer":"zhang","key":"obj-7-accept","case":"obj-7"}
            同一 key 重复提交只办理一次。有行为被拒绝时退出码为 65。--schema 输出各行为的 JSON Schema。
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var day: AsOfOptions

    @Flag(help: "输出各行为的 JSON Schema，不提交。")
    var schema = false

    @Argument(help: "JSON Lines 文件；不给或为 - 时读标准输入。")
    var file: String?

    func validate() throws {
        if !schema, file == nil, isatty(STDIN_FILENO) == 1 { throw ValidationError("请给出文件，或从标准输入送入。") }
    }

    func run() async throws {
        if schema {
            Console.print(ActVocabulary.jsonSchema.canonicalText)
            return
        }
        let surroundings = try Surroundings(common)
        let ledger = try surroundings.ledger(today: surroundings.moment(day).day)
        let language = surroundings.language
        let lines = try Self.lines(of: file ?? "-")
        let refused = try await withDatabase(common, writingOn: day) { connection in
            var refused = 0
            for line in lines {
                let reply: ActReply
                do {
                    reply = try ledger.submit(try ActLine(parsing: line), on: connection)
                } catch let refusal as Refusal {
                    reply = ActReply(unreadable: refusal)
                }
                if reply.isRefused { refused += 1 }
                Console.print(reply.line(in: language))
            }
            return refused
        }
        Console.note(
            language.choose("共 \(lines.count) 个行为，拒绝 \(refused) 个", "\(lines.count) acts, \(refused) refused"),
            quiet: common.quiet)
        if refused > 0 { throw ExitStatus.inputRejected.exitCode }
    }

    private static func lines(of file: String) throws -> [String] {
        let bytes =
            file == "-" ? Array(try FileHandle.standardInput.readToEnd() ?? Data()) : try FileBytes.read(file)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw CommandError.notUTF8(file: file) }
        // Line feeds alone part lines: a text in JSON may hold the other breaks that Unicode knows.
        return text.utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)) }
            .filter { !$0.allSatisfy(\.isWhitespace) }
    }
}
