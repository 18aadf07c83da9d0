import Foundation
import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("What a command prints", .serialized, .enabled(if: AnxinCommand.isBuilt, "the command is not built"))
struct CommandOutputTests {
    @Test("That does not reach standard output fails the command, so that no script takes half a table for a whole one")
    func fullDisk() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let child = try AnxinCommand.child(["policy", "list", "--format", "csv"], options, output: "/dev/full")
            #expect(child.wait() == ExitStatus.inputOutput.rawValue)
        }
    }

    @Test("To a reader that has gone away is no failure")
    func closedPipe() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let folder = try TemporaryFolder()
            let pipe = folder.path + "/pipe"
            try #require(mkfifo(pipe, 0o600) == 0)
            let reader = open(pipe, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
            let child = try AnxinCommand.child(["policy", "list", "--format", "csv"], options, output: pipe)
            close(reader)
            #expect(child.wait() == ExitStatus.done.rawValue)
        }
    }

    @Test("Into a folder that does not exist, or under the name of one, is told so")
    func wrongPath() async throws {
        try await RegisterDatabase.shared.withClone { options in
            for (path, words) in [("/nowhere/x.csv", "目录不存在"), ("/tmp", "该名称是一个目录")] {
                let run = try await AnxinCommand.run(["policy", "list", "--format", "csv", "-o", path], options)
                #expect(run.status == ExitStatus.inputOutput.rawValue, "\(run.output)")
                #expect(run.output.contains(words), "\(run.output)")
            }
        }
    }

    @Test("Of acts answers each line once, whatever line breaks stand inside its texts; other encodings are told")
    func actLines() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let folder = try TemporaryFolder()
            let path = folder.path + "/acts.jsonl"
            let act =
                "{\"act\":\"record-ban\",\"on\":\"2024-01-02\",\"officer\":\"rec\",\"key\":\"k\",\"basis\":\"一\u{2028}二\u{85}三\"}"
            try Data("\u{FEFF}\(act)\r\n\r\n\(act)".utf8).write(to: URL(filePath: path))
            let run = try await AnxinCommand.run(["act", path], options)
            #expect(run.output.split(separator: "\n").count == 3, "\(run.output)")
            #expect(!run.output.contains("not-json"), "\(run.output)")
            #expect(run.output.contains("缺少字段"), "\(run.output)")
            try Data([0x7B, 0xD6, 0xD0, 0x7D]).write(to: URL(filePath: path))
            let other = try await AnxinCommand.run(["act", path], options)
            #expect(other.status == ExitStatus.inputRejected.rawValue)
            #expect(other.output.contains("UTF-8"), "\(other.output)")
        }
    }

    @Test("Of a refusal is a sentence, with the status of refused input")
    func refusals() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let folder = try TemporaryFolder()
            let path = folder.path + "/pushed.csv"
            try Data("业务类型\n修复结果\n".utf8).write(to: URL(filePath: path))
            let received = try await AnxinCommand.run(["publish", "receive", path, "--officer", "rec"], options)
            #expect(received.status == ExitStatus.inputRejected.rawValue, "\(received.output)")
            #expect(received.output.contains("缺少字段 统一社会信用代码"), "\(received.output)")
            let retried = try await AnxinCommand.run(["publish", "retry", "no-channel"], options)
            #expect(retried.status == ExitStatus.usage.rawValue, "\(retried.output)")
            let expected = Refusal(.badField, ["field": "on", "expected": "date YYYY-MM-DD"])
            #expect(expected.sentence(in: .chinese) == "字段 on 应为：日期，形如 2025-02-28")
        }
    }

    @Test("Of a search says where it was cut off")
    func search() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let connection = try await Connection.connect(options)
            let header = ["生产经营单位名称", "统一社会信用代码"]
            let rows = (0..<201).map { ["随县第\($0)厂", CreditCodes.code($0)] }
            try await Story().take(SubjectLine.self, on: "2024-01-02", [header] + rows, connection)
            await connection.close()
            let all = try await AnxinCommand.run(["subject", "find", "厂", "--as-of", "2024-01-02"], options)
            #expect(all.output.contains("只列出前 200 个"), "\(all.output.suffix(200))")
            let few = try await AnxinCommand.run(["subject", "find", "第19", "--as-of", "2024-01-02"], options)
            #expect(!few.output.contains("只列出前"), "\(few.output.suffix(200))")
        }
    }
}
