import Foundation
import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// Prints one document of each kind as officers do, and looks at the pages; pictures of them go to `.artefacts/documents`.
@Suite("Printed documents", .serialized) struct DocumentPrintTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../../.artefacts/documents"
    ).standardized.path()

    /// The fonts of the standard may be missing here, and others are a little wider.
    private static func pageCount(of kind: DocumentKind) -> ClosedRange<Int> {
        switch kind {
        case .removalCertificate: 1...1
        case .acceptanceRefusal, .objectionAnswer, .removalDecision, .removalDenial: 2...2
        case .priorNotice, .repairNotice: 2...3
        case .listingDecision: 3...4
        }
    }

    @Test(
        "Each kind opens in LibreOffice, with its text whole, on numbered A4 pages, the signature never alone on its page"
    )
    func oneOfEach() async throws {
        let documents = try await RegisterDatabase.shared.withRollback { try Story().issueOneOfEach($0) }
        #expect(Set(documents.map(\.kind)) == Set(DocumentKind.allCases))
        try await print(documents)
        for document in documents {
            let path = "\(Self.folder)/\(document.kind.rawValue)"
            let info = try await Tool.require("/usr/bin/pdfinfo", [path + ".pdf"]).output
            #expect(info.contains("(A4)"), "\(info)")
            let pages = try #require(Int(info.firstMatch(of: /Pages: +(\d+)/)?.1 ?? ""))
            #expect(Self.pageCount(of: document.kind).contains(pages), "\(document.kind) has \(pages) pages")

            let text = try await Tool.require("/usr/bin/pdftotext", ["-layout", path + ".pdf", "-"]).output
            let printed = text.filter { !$0.isWhitespace }
            for paragraph in try WordFile(document.wordFile()).paragraphs {
                let start = String(paragraph.filter { !$0.isWhitespace }.prefix(20))
                #expect(printed.contains(start), "\(document.kind) lacks “\(start)”")
            }
            for page in 1...pages {
                #expect(printed.contains("—\(page)—"), "\(document.kind) lacks the number of page \(page)")
            }
            let sheets = text.split(separator: "\u{0C}").filter { !$0.allSatisfy(\.isWhitespace) }
            let lines = sheets.last?.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) } ?? []
            #expect(lines.count >= 4, "the signature of \(document.kind) stands alone on its page")
            try await Tool.require("/usr/bin/pdftoppm", ["-r", "60", "-png", path + ".pdf", path])
        }
    }

    @Test("anxin prints PDF by what is installed")
    func printer() async throws {
        let fixture = try #require(DocumentFixture.all.first { $0.kind == .removalCertificate })
        let file = try fixture.file()
        let pdf = try await PDFPrinter.print(.init(word: file.word, html: file.printView))
        #expect(pdf.count > 5_000 && pdf.starts(with: Array("%PDF".utf8)))
    }

    /// Writes the files of the documents and prints them, all by one start of LibreOffice.
    private func print(_ documents: [IssuedDocument]) async throws {
        try? FileManager.default.removeItem(atPath: Self.folder)
        try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
        var paths: [String] = []
        for document in documents {
            let path = "\(Self.folder)/\(document.kind.rawValue)"
            try FileBytes.write(document.wordFile(), to: path + ".docx")
            try FileBytes.write(document.printView(), to: path + ".html")
            paths.append(path + ".docx")
        }
        try writeFixtures(documents)
        let office = try #require(PrintProgram.installed([:]).first { $0.readsWord })
        let scratch = try ScratchFolder()
        let arguments = office.arguments(input: paths[0], folder: scratch.path) + paths.dropFirst()
        let said = try await Tool.run("/usr/bin/timeout", ["300", office.path] + arguments)
        for path in paths {
            let name = path.split(separator: "/").last!.replacing(".docx", with: ".pdf")
            let bytes = try FileBytes.read("\(scratch.path)/\(name)")
            #expect(bytes.starts(with: Array("%PDF".utf8)), "\(said.output)")
            try FileBytes.write(bytes, to: "\(Self.folder)/\(name)")
        }
    }

    /// The lines that `issued-documents.jsonl` gets when a template has a new version.
    private func writeFixtures(_ documents: [IssuedDocument]) throws {
        let lines = try documents.map { document in
            JSONValue.object([
                "kind": .string(document.kind.rawValue), "version": .integer(Int64(document.templateVersion)),
                "dated_on": .string(document.datedOn.description), "data": .object(document.data),
                "docx_sha256": .string(SHA256.hex(of: try document.wordFile())),
                "html_sha256": .string(SHA256.hex(of: try document.printView())),
            ]).canonicalText + "\n"
        }
        try FileBytes.write(Array(lines.joined().utf8), to: Self.folder + "/issued-documents.jsonl")
    }
}
