import ArgumentParser
import PQ
import SafetyCredit

extension DatabaseCommand {
    /// Seals the ledger and prints the newest seal, or compares the seals with those kept outside; exits 1 when they differ.
    struct Seal: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "封印行为账，打印最新封印；或与库外留存的封印核对。",
            discussion: """
                例：anxin db seal >> /mnt/另一块盘/seals.jsonl；anxin db seal --check /mnt/另一块盘/seals.jsonl
                库内的链条能看出改动；整条链条被重做，只有库外留存的封印能看出。
                """)

        @OptionGroup var common: CommonOptions

        @Option(help: "核对该文件中留存的封印，不再加封。")
        var check: String?

        func run() async throws {
            let language = try Surroundings(common).language
            if let check { return try await compare(with: try Self.anchors(in: check), language) }
            let newest = try await withDatabase(common) { connection in
                _ = try LedgerSeal.seal(on: connection)
                return try LedgerSeal.newest(on: connection)
            }
            guard let newest else {
                return Console.note(language.choose("还没有行为可封。", "No act to seal yet."), quiet: common.quiet)
            }
            Console.print(
                JSONValue.object(["seal_no": .integer(newest.sealNo), "sha256": .string(newest.sha256)]).canonicalText)
        }

        private func compare(with anchors: [LedgerSeal.Anchor], _ language: Language) async throws {
            let (breaks, contradicted) = try await withDatabase(common) { connection in
                (try LedgerSeal.breaks(on: connection), try LedgerSeal.contradicted(anchors, on: connection))
            }
            for seal in breaks {
                Console.print(language.choose("第 \(seal.sealNo) 号封印已断", "seal \(seal.sealNo) is broken"))
            }
            for anchor in contradicted {
                Console.print(
                    language.choose(
                        "第 \(anchor.sealNo) 号封印与库外留存的不同", "seal \(anchor.sealNo) is not the one kept outside"))
            }
            guard breaks.isEmpty, contradicted.isEmpty else { throw ExitStatus.failure.exitCode }
            Console.note(
                language.choose("\(anchors.count) 个留存的封印都相符。", "All \(anchors.count) seals kept outside agree."),
                quiet: common.quiet)
        }

        private static func anchors(in path: String) throws -> [LedgerSeal.Anchor] {
            let lines = String(decoding: try FileBytes.read(path), as: UTF8.self).split(
                omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            return try lines.enumerated().filter { !$0.element.allSatisfy(\.isWhitespace) }.map { index, line in
                guard let members = (try? JSONValue(parsing: String(line)))?.members,
                    case .integer(let number)? = members["seal_no"], case .string(let digest)? = members["sha256"]
                else { throw CommandError.notASeal(path: path, line: index + 1) }
                return LedgerSeal.Anchor(sealNo: number, sha256: digest)
            }
        }
    }
}
