public import ArgumentParser
import Foundation
import PQ
public import SafetyCredit

/// `anxin doc`: documents issued to the parties of cases.
struct DocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doc", abstract: "文书：出具、生成文件、列出已出和应出未出的。",
        discussion: """
            例：anxin doc issue 421300000000123 --kind listing-decision --officer li --output 决定书.docx
            anxin doc render 随应急失信〔2025〕3号 --output 决定书.docx
            anxin doc list --subject 91421321MA49K3C490
            种类：\(DocumentKind.allCases.map { "\($0.rawValue) \($0.title(in: .chinese))" }.joined(separator: "、"))。
            """,
        subcommands: [Issue.self, Render.self, List.self, Due.self])
}

extension DocumentKind: ExpressibleByArgument {}

/// The forms in which a document is written.
enum DocumentFormat: String, CaseIterable, ExpressibleByArgument {
    case docx, html, pdf

    /// The format asked for, or that of the file's name.
    static func of(_ asked: DocumentFormat?, _ path: String) throws -> DocumentFormat {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard let format = asked ?? DocumentFormat(rawValue: ending) else {
            throw ValidationError("请用 --format 给出格式：docx、html 或 pdf。")
        }
        return format
    }
}

extension IssuedDocument {
    func write(_ format: DocumentFormat, to path: String) async throws {
        switch format {
        case .docx: try FileBytes.write(wordFile(), to: path)
        case .html: try FileBytes.write(printView(), to: path)
        case .pdf:
            let source = PDFPrinter.Source(word: try wordFile(), html: try printView())
            try FileBytes.write(
                try await PDFPrinter.print(source, environment: ProcessInfo.processInfo.environment), to: path)
        }
    }
}
