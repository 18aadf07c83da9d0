import ArgumentParser
import PQ
import SafetyCredit

extension DocumentCommand {
    /// Writes the file of an issued document.
    struct Render: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "生成已出具文书的文件；何时生成都与出具时逐字节相同。",
            discussion: """
                例：anxin doc render 421300000000123 --kind prior-notice --format docx --output 告知书.docx
                PDF 由本机的 LibreOffice 或 Chromium 打印，内容相同，字节不保证相同。
                """)

        @OptionGroup var common: CommonOptions

        @Argument(help: "案件编号、文书编号、文号，或者立案、出具行为的幂等键。")
        var document: String

        @Option(help: "文书种类；案件有几份文书时要给。")
        var kind: DocumentKind?

        @Option(help: "文件格式：docx、html 或 pdf；缺省按文件名。")
        var format: DocumentFormat?

        @Option(name: [.short, .long], help: "写入该文件。")
        var output: String

        func validate() throws { _ = try DocumentFormat.of(format, output) }

        func run() async throws {
            let reference = document
            let found = try await withDatabase(common) { try IssuedDocument.find(reference, on: $0) }
            let wanted = found.filter { kind == nil || $0.kind == kind }
            guard let document = wanted.first else { throw DocumentError.unknownDocument(reference) }
            guard wanted.count == 1 else {
                throw DocumentError.severalDocuments(reference, kinds: wanted.map(\.kind))
            }
            try await document.write(DocumentFormat.of(format, output), to: output)
        }
    }
}
