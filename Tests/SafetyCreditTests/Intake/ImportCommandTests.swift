import Foundation
import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("anxin import", .serialized, .enabled(if: AnxinCommand.isBuilt, "the command is not built"))
struct ImportCommandTests {
    private static let titles = "生产经营单位名称,统一社会信用代码\n"

    @Test(
        "A file that cannot be read as a table is refused as a whole, with the status for its kind",
        arguments: [
            ("empty.csv", [UInt8](), 65),
            ("titles-only.csv", Array(titles.utf8), 65),
            ("utf16-cut.csv", [0xFF, 0xFE, 0x1F], 65),
            ("latin1.csv", Array(titles.utf8) + [0xE9, 0x2C, 0xFF, 0x0A], 65),
            ("cut-quote.csv", Array((titles + "\"随县某厂,91421321MA49K3C490\n").utf8), 65),
            ("page.csv", Array("<!DOCTYPE html><html></html>".utf8), 65),
            ("cut.xlsx", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], 65),
            ("unknown-title.csv", Array("单位,码\n甲,乙\n".utf8), 65),
        ])
    func wholeFile(name: String, bytes: [UInt8], status: Int32) async throws {
        try await withFile(name, bytes) { options, path in
            let before = try await digests(options)
            let run = try await AnxinCommand.run(
                ["import", "subjects", path, "--as-of", "2024-01-02", "--officer", "rec"], options)
            #expect(run.status == status, "\(run.output)")
            #expect(run.output.contains(name), "\(run.output)")
            #expect(try await digests(options) == before)
        }
    }

    @Test("Rows given back never replace a file: neither one given back before, nor the one that is imported")
    func keptFiles() async throws {
        try await withFile("firms.csv", Array((Self.titles + "随县某厂,1\n").utf8)) { options, path in
            let earlier = path.replacing("firms.csv", with: "firms-退回.csv")
            try Data("half corrected".utf8).write(to: URL(filePath: earlier))
            let run = try await AnxinCommand.run(["import", "subjects", path, "--officer", "rec"], options)
            #expect(run.status == 65, "\(run.output)")
            #expect(try String(contentsOfFile: earlier, encoding: .utf8) == "half corrected")
            let second = path.replacing("firms.csv", with: "firms-退回-2.csv")
            #expect(try String(contentsOfFile: second, encoding: .utf8).contains("代码长度不对"))
            let over = try await AnxinCommand.run(
                ["import", "subjects", path, "--officer", "rec", "--rejects", path], options)
            #expect(over.status == 64, "\(over.output)")
            #expect(try String(contentsOfFile: path, encoding: .utf8) == Self.titles + "随县某厂,1\n")
        }
    }

    @Test("An empty file of each kind has the columns that an import of the kind knows", arguments: ImportKind.allCases)
    func template(kind: ImportKind) async throws {
        try await RegisterDatabase.shared.withClone { options in
            let folder = try TemporaryFolder()
            for name in ["t.xlsx", "t.csv"] {
                let path = folder.path + "/" + name
                let written = try await AnxinCommand.run(["import", kind.rawValue, "--template", path], options)
                #expect(written.status == 0, "\(written.output)")
                let read = try await AnxinCommand.run(["import", kind.rawValue, path, "--officer", "rec"], options)
                #expect(read.status == 65)
                #expect(read.output.contains("只有表头"), "\(read.output)")
            }
            // One row in it is read by the same titles: what is missing is told by them.
            let path = folder.path + "/t.csv"
            let titles = try String(contentsOfFile: path, encoding: .utf8)
            try Data((titles + "\"x\"\r\n").utf8).write(to: URL(filePath: path))
            let read = try await AnxinCommand.run(
                ["import", kind.rawValue, path, "--officer", "rec", "--dry-run"], options)
            #expect(read.status == 65)
            #expect(read.output.contains("必填项为空"), "\(read.output)")
        }
    }

    @Test("A file that is not there has a status of its own")
    func missing() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let run = try await AnxinCommand.run(
                ["import", "subjects", "/nowhere/firms.csv", "--officer", "rec"], options)
            #expect(run.status == 66, "\(run.output)")
        }
    }

    @Test(
        "A workbook that breaks a limit of the XML library is refused in one sentence that quotes nothing of the file")
    func overlongText() async throws {
        let text = Story.principalNumber + String(repeating: "长", count: 4_000_000)
        let book = TinyWorkbook(rows: "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>\(text)</t></is></c></row>")
        try await withFile("long.xlsx", book.bytes) { options, path in
            let run = try await AnxinCommand.run(
                ["import", "subjects", path, "--as-of", "2024-01-02", "--officer", "rec"], options)
            #expect(run.status == 65, "\(run.output.prefix(500))")
            #expect(run.output.split(separator: "\n").count == 1, "\(run.output.prefix(500))")
            #expect(!run.output.contains(Story.principalNumber))
        }
    }

    @Test(
        "A file is taken from a recorder who is named, and so is a form frozen",
        arguments: [
            (["import", "subjects", "firms.csv"], 64), (["import", "subjects", "firms.csv", "--officer", "han"], 77),
            (["report", "form", "--year", "2023", "--freeze", "--output", "form.csv"], 64),
        ] as [([String], Int32)])
    func namedRecorder(arguments: [String], status: Int32) async throws {
        try await withFile("firms.csv", Array((Self.titles + "随县某厂,\(CreditCodes.code(2))\n").utf8)) { options, path in
            let before = try await digests(options)
            let run = try await AnxinCommand.run(arguments.map { $0 == "firms.csv" ? path : $0 }, options)
            #expect(run.status == status && (status == 77 || run.output.contains("--officer")), "\(run.output)")
            #expect(try await digests(options) == before)
        }
    }

    @Test("A formula comes back with its row, and the other rows are taken with --partial")
    func formula() async throws {
        let text = Self.titles + "=HYPERLINK(\"x\"),\(CreditCodes.code(1))\n随县某厂,\(CreditCodes.code(2))\n随县又一厂,=A1\n"
        try await withFile("firms.csv", Array(text.utf8)) { options, path in
            let run = try await AnxinCommand.run(
                ["import", "subjects", path, "--partial", "--as-of", "2024-01-02", "--officer", "rec"], options)
            #expect(run.status == 65, "\(run.output)")
            let connection = try await Connection.connect(options)
            let names = try await connection.values("select s.name from register.subject as s", as: String.self)
            #expect(names.contains("随县某厂"))
            #expect(!names.contains("随县又一厂"))
            await connection.close()
            let returned = try String(
                contentsOfFile: path.replacing("firms.csv", with: "firms-退回.csv"), encoding: .utf8)
            #expect(returned.contains("错误原因"))
            #expect(returned.contains("=A1"))
        }
    }

    @Test("A process killed in the middle of an import leaves nothing, and the next import takes everything")
    func killed() async throws {
        let count = 20_000
        let rows = (0..<count).map { "随县第\($0)厂,\(CreditCodes.code($0))\n" }.joined()
        try await withFile("firms.csv", Array((Self.titles + rows).utf8)) { options, path in
            let before = try await digests(options)
            let arguments = ["import", "subjects", path, "--as-of", "2024-01-02", "--officer", "rec"]
            let watcher = try await Connection.connect(options)
            let child = try AnxinCommand.child(arguments, options)
            // Killed once its transaction has written to the register, which the lock on the table shows.
            while try await watcher.value(
                "select count(*) from pg_locks as l where l.relation = 'register.subject'::regclass and l.mode = 'RowExclusiveLock'",
                as: Int64.self) == 0
            { try #require(child.isRunning, "the import ended before it could be killed") }
            child.signal(SIGKILL)
            #expect(child.wait() == 128 + SIGKILL)
            while try await watcher.value(
                "select count(*) from pg_stat_activity as a where a.application_name = 'anxin' and a.datname = current_database()",
                as: Int64.self) > 0
            {}
            #expect(try await digests(options) == before)

            let run = try await AnxinCommand.run(arguments, options)
            #expect(run.status == 0, "\(run.output)")
            #expect(try await watcher.value("select count(*) from register.subject", as: Int64.self) == Int64(count))
            #expect(try await watcher.value("select count(*) from intake.file", as: Int64.self) == 1)
            await watcher.close()
        }
    }

    private func withFile(
        _ name: String, _ bytes: [UInt8], _ body: @Sendable (ConnectionOptions, String) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/\(name)"
        try Data(bytes).write(to: URL(filePath: path))
        try await RegisterDatabase.shared.withClone { options in try await body(options, path) }
        withExtendedLifetime(folder) {}
    }

    private func digests(_ options: ConnectionOptions) async throws -> [String: String] {
        let connection = try await Connection.connect(options)
        let digests = try await connection.work { try WholeRegister.digests($0) }
        await connection.close()
        return digests
    }
}
