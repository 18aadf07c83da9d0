import Foundation
import PQ
import PQTesting
import Testing

/// The pages of the documentation: what they show is compiled here, and run.
@Suite struct SnippetTests {
    private static let here = URL(filePath: #filePath).deletingLastPathComponent()
    private static let catalogue =
        here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/PQ/PQ.docc")
    private static let pages = [
        "Connect", "Query", "Bulk", "Pipelining", "Transactions", "Errors", "Testing",
    ]

    @Test(arguments: pages) func everyBlockStandsInACompiledFile(page: String) throws {
        let blocks = try Self.blocks(of: page)
        let sources = try FileManager.default.contentsOfDirectory(at: Self.here, includingPropertiesForKeys: nil)
            .map { try Self.lines(of: $0) }
        #expect(!blocks.isEmpty)
        for block in blocks {
            #expect(sources.contains { Self.stands(block, in: $0) }, "\(page): \(block.joined(separator: "\n"))")
        }
    }

    @Test func everyPageIsInTheTableOfContents() throws {
        let contents = try Self.lines(of: Self.catalogue.appending(path: "PQ.md"))
        for page in Self.pages { #expect(contents.contains("- <doc:\(page)>")) }
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.catalogue.path)
        #expect(files.count == Self.pages.count + 1)
    }

    @Test func aBlockMustBeThereLineByLine() {
        #expect(Self.stands(["a {", "    b", "}"], in: ["x", "  a {", "      b", "  }"]))
        #expect(!Self.stands(["a {", "    b", "}"], in: ["x", "  a {", "    b", "  }"]))
        #expect(!Self.stands(["a"], in: ["b"]))
    }

    private static func lines(of file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    }

    private static func blocks(of page: String) throws -> [[String]] {
        var blocks: [[String]] = []
        var block: [String]?
        for line in try lines(of: catalogue.appending(path: "\(page).md")) {
            if line.hasPrefix("```") {
                if let finished = block { blocks.append(finished) }
                block = line == "```swift" ? [] : nil
            } else {
                block?.append(line)
            }
        }
        return blocks
    }

    /// Whether the lines follow each other in the file, all of them as much further to the right.
    private static func stands(_ block: [String], in file: [String]) -> Bool {
        guard let first = block.first, file.count >= block.count else { return false }
        return (0...file.count - block.count).contains { start in
            guard file[start].hasSuffix(first) else { return false }
            let indent = String(repeating: " ", count: file[start].count - first.count)
            return zip(file[start...], block).allSatisfy { $0 == ($1.isEmpty ? "" : indent + $1) }
        }
    }

    private static let database = TestDatabase(name: "snippets") { options in
        let connection = try await Connection.connect(options)
        try await connection.script(
            """
            create schema register;
            create type register.grade as enum ('A', 'B');
            create table public.firm (firm_id bigint primary key, name text not null, county int default 421300);
            alter table public.firm set schema register;
            insert into register.firm select g, 'firm ' || g from generate_series(1, 9) g;
            """)
        await connection.close()
    }

    @Test func connectingWorksAsShown() async throws {
        try await Self.database.withClone { options in
            let count = try await connectSnippets(options.conninfo)
            #expect(count == 9)
            #expect(!"\(verifiedOptions())".contains("db.example"))
        }
    }

    @Test func statementsWorkAsShown() async throws {
        try await Self.database.withClone { options in
            var options = options
            options.settings = ["search_path": "register"]
            let connection = try await connectOrSayWhy(options)
            // 9 rows, one first row, 9 pairs, a count of 9, one changed, names of 6 letters, totals of 9, 4 and 3.
            #expect(try await querySnippets(on: connection, pattern: "firm%") == 9 + 1 + 9 + 9 + 1 + 6 + 16)
            #expect(try await streamSnippets(on: connection, wanted: 3) == 5_050)
            #expect(try await stopSnippets(on: connection) == 9)
            #expect(try await register(on: connection, id: 1, name: "x") == .alreadyKnown)
            #expect(try await register(on: connection, id: 10, name: nil) == .incomplete(column: "name"))
            #expect(try await register(on: connection, id: 10, name: "firm 10") == .stored)
            #expect(try await transactionSnippets(on: connection, name: "firm 11") == 11)
            let pool = Pool(options, size: 1...2)
            try await retrySnippets(with: pool)
            await pool.shutdown()
            await connection.close()
        }
    }

    @Test func bulkAndPipelineWorkAsShown() async throws {
        try await Self.database.withClone { options in
            var options = options
            options.settings = ["search_path": "register"]
            let connection = try await Connection.connect(options)
            let firms = try await connection.rows("select firm_id, name from firm", as: Company.self)
            let dumped = try await bulkSnippets(
                on: connection, companies: firms, csv: Array("firm_id,name\n1,a\n".utf8))
            #expect(dumped.count == 9)
            try await connection.execute("truncate firm")
            let (arriving, more) = AsyncStream.makeStream(of: Company.self)
            for firm in firms { more.yield(firm) }
            more.finish()
            #expect(try await asyncBulkSnippets(on: connection, arriving: arriving) == 9)
            try await connection.script("alter table firm alter name drop not null")
            #expect(try await pipelineSnippets(on: connection, ids: [2, 3]) == ["firm 2", "firm 3"])
            #expect(try await connection.value("select count(*) from firm where name is null", as: Int.self) == 2)
            await connection.close()
        }
    }
}
