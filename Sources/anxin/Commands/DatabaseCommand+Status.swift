import ArgumentParser
import Foundation
import SafetyCredit

extension DatabaseCommand {
    /// Shows which database it is and how it stands, without starting anything.
    struct Status: AnxinCommand {
        enum Format: String, CaseIterable, ExpressibleByArgument { case table, json }

        static let configuration = CommandConfiguration(abstract: "显示数据库的位置、版本、结构编号、待执行文件、大小和区域设置。")

        @OptionGroup var common: CommonOptions

        @Option(help: "输出格式：table 或 json。")
        var format: Format = .table

        func run() async throws {
            let database = try database(common)
            let status = try await DatabaseStatus.read(database)
            switch format {
            case .json:
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
                Console.print(String(decoding: try encoder.encode(status), as: UTF8.self))
            case .table:
                for (title, value) in status.lines(in: database.configuration.language) {
                    Console.print("\(title)\t\(value)")
                }
            }
        }
    }
}

extension DatabaseStatus {
    /// Titles and values for a person.
    fileprivate func lines(in language: Language) -> [(title: String, value: String)] {
        var lines = [
            (language.choose("程序", "program"), programVersion),
            (
                language.choose("数据库", "database"),
                isEmbedded ? language.choose("内嵌", "embedded") : language.choose("外部服务器", "server")
            ),
        ]
        if let dataDirectory { lines.append((language.choose("目录", "directory"), dataDirectory)) }
        if let clusterSizeBytes, clusterSizeBytes > 0 {
            lines.append((language.choose("占用", "on disk"), Self.megabytes(clusterSizeBytes)))
        }
        guard let server else {
            return lines + [(language.choose("状态", "state"), language.choose("未运行", "not running"))]
        }
        let current = server.isCurrent ? language.choose("最新", "current") : language.choose("待升级", "behind")
        lines += [
            ("PostgreSQL", server.version),
            (language.choose("名称", "name"), server.database),
            (language.choose("大小", "size"), Self.megabytes(server.sizeBytes)),
            (language.choose("区域", "locale"), "\(server.encoding) \(server.collation) \(server.characterType)"),
            (language.choose("结构", "schema"), "\(server.schemaNumber) (\(current))"),
        ]
        return lines + server.pendingFiles.map { (language.choose("待执行", "pending"), $0) }
    }

    private static func megabytes(_ bytes: Int64) -> String { "\((bytes + 524_288) / 1_048_576) MB" }
}
