import Foundation

/// Turns a document into PDF by a program of the system: LibreOffice, or where it is not there Chromium.
///
/// The programs stamp what they write with the time: the file shown is the document's, the PDF is a print of it.
public enum PDFPrinter {
    /// What is printed: the same document for either program.
    public struct Source: Sendable {
        let word: [UInt8]
        let html: [UInt8]

        public init(word: [UInt8], html: [UInt8]) { (self.word, self.html) = (word, html) }
    }

    /// The PDF of a document.
    ///
    /// - Throws: `PrintError.noProgram` naming what to install; `PrintError.failed` with what the program said; `FileError`; `OpsError`.
    public static func print(_ source: Source, environment: [String: String] = [:]) async throws -> [UInt8] {
        let folder = try ScratchFolder()
        let printed = folder.path + "/document.pdf"
        var saidLast: PrintError?
        for program in PrintProgram.installed(environment) {
            let input = folder.path + (program.readsWord ? "/document.docx" : "/document.html")
            try FileBytes.write(program.readsWord ? source.word : source.html, to: input)
            let result = try await Tool.run(
                "/usr/bin/timeout", ["120", program.path] + program.arguments(input: input, folder: folder.path))
            // LibreOffice ends well even where it could not read the file, as without its writer: what counts is the print.
            if let bytes = try? FileBytes.read(printed), bytes.starts(with: Array("%PDF".utf8)) { return bytes }
            saidLast = .failed(program: program.path, status: result.status, output: result.output)
        }
        throw saidLast ?? PrintError.noProgram
    }
}

/// Why nothing was printed.
public enum PrintError: Error, Sendable, Hashable {
    case noProgram
    case failed(program: String, status: Int32, output: String)
}

extension PrintError: UserFacingError {
    public var exitStatus: ExitStatus { .unavailable }

    public func sentence(in language: Language) -> String {
        switch self {
        case .noProgram:
            language.choose(
                """
                生成 PDF 需要 LibreOffice 或 Chromium，本机都没有。请安装其一：apt-get install libreoffice-writer-nogui（或 chromium），\
                或者改用 --format docx、html。
                """,
                """
                A PDF needs LibreOffice or Chromium, and neither is installed: apt-get install libreoffice-writer-nogui (or chromium), \
                or ask for --format docx or html.
                """)
        case .failed(let program, let status, let output):
            language.choose(
                "\(program) 没有生成 PDF（状态 \(status)）。用 LibreOffice 须装有 libreoffice-writer 或 libreoffice-writer-nogui。\n\(output)",
                "\(program) made no PDF (status \(status)). LibreOffice needs its package libreoffice-writer or libreoffice-writer-nogui.\n\(output)"
            )
        }
    }
}
