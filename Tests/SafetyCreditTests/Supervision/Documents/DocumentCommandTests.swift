import Foundation
import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("anxin doc", .enabled(if: AnxinCommand.isBuilt)) struct DocumentCommandTests {
    @Test("Issues a document, writes its file now and later, and lists it")
    func story() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let connection = try await Connection.connect(options)
            try await connection.work { try Story().reach(.listed, $0) }
            let folder = try TemporaryFolder()
            let issue = [
                "doc", "issue", "give-notice", "--kind", "listing-decision", "--officer", "han", "--as-of",
                "2024-03-11",
                "--output", folder.path + "/决定书.docx",
            ]
            let issued = try await AnxinCommand.run(issue, options)
            #expect(issued.status == 0, "\(issued.output)")
            #expect(issued.output.contains(#""document_number":"随应急失信〔2024〕1号""#))
            let first = try FileBytes.read(folder.path + "/决定书.docx")
            #expect(try WordFile(first).paragraphs.contains("安全生产严重失信主体名单列入决定书"))

            let repeated = try await AnxinCommand.run(issue, options)
            #expect(repeated.status == 0 && repeated.output.contains("repeated"), "\(repeated.output)")
            let again = try await AnxinCommand.run(issue + ["--contact", "王某"], options)
            #expect(again.status == 65 && again.output.contains("已经出具，文号 随应急失信〔2024〕1号"), "\(again.output)")

            for (reference, file) in [("give-notice", "a.docx"), ("随应急失信〔2024〕1号", "b.docx")] {
                let rendered = try await AnxinCommand.run(
                    ["doc", "render", reference, "--output", folder.path + "/" + file], options)
                #expect(rendered.status == 0, "\(rendered.output)")
                #expect(try FileBytes.read(folder.path + "/" + file) == first)
            }
            let page = try await AnxinCommand.run(
                ["doc", "render", "give-notice", "--format", "html", "--output", folder.path + "/page"], options)
            #expect(page.status == 0)
            #expect(try folder.text("page").hasPrefix("<!DOCTYPE html>"))

            let list = try await AnxinCommand.run(
                ["doc", "list", "--subject", Story.unit, "--format", "json"], options)
            #expect(list.output.contains(#""kind_title":"列入决定书""#) && list.output.contains(SHA256.hex(of: first)))
            let other = try await AnxinCommand.run(["doc", "list", "--subject", Story.otherUnit], options)
            #expect(other.status == 0 && !other.output.contains("随应急失信"))
            await connection.close()
        }
    }

    @Test("Issues all that an officer's agency owes at once, each once, and then owes nothing")
    func all() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let connection = try await Connection.connect(options)
            try await connection.work { try Story().reach(.removed, $0) }
            let folder = try TemporaryFolder()
            let due = try await AnxinCommand.run(["doc", "due", "--as-of", "2025-03-20", "--format", "json"], options)
            for kind in ["prior-notice", "listing-decision", "repair-notice", "removal-decision"] {
                #expect(due.output.contains("\"\(kind)\""), "\(due.output)")
            }
            let issue = [
                "doc", "issue", "--all", "--officer", "han", "--as-of", "2025-03-20", "--output", folder.path,
            ]
            let issued = try await AnxinCommand.run(issue, options)
            #expect(issued.status == 0, "\(issued.output)")
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(
                files
                    == [
                        "随应急修〔2025〕1号 信用修复告知书.docx", "随应急告〔2024〕1号 列入告知书.docx", "随应急失信〔2024〕1号 列入决定书.docx",
                        "随应急移〔2025〕1号 移出决定书.docx",
                    ].sorted())
            let nothing = try await AnxinCommand.run(issue, options)
            #expect(nothing.status == 0 && nothing.output.isEmpty, "\(nothing.output)")
            // Another agency owes nothing for them.
            let county = try await connection.work {
                try DueDocument.all(of: "421303", asOf: CivilDate(iso: "2025-03-20")!, on: $0)
            }
            #expect(county == [])
            await connection.close()
        }
    }

    @Test("Says what is wrong with what was asked")
    func mistakes() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let connection = try await Connection.connect(options)
            try await connection.work { connection in
                let story = Story()
                try story.reach(.listed, connection)
                _ = try story.issue(.listingDecision, on: "2024-03-11", ["case": "give-notice"], connection)
                _ = try story.issue(.repairNotice, on: "2024-03-11", ["case": "give-notice"], connection)
            }
            let mistakes: [([String], Int32, String)] = [
                (["doc", "render", "随应急失信〔2099〕1号", "--output", "/tmp/x.docx"], 64, "没有已出具的文书"),
                (
                    ["doc", "render", "give-notice", "--output", "/tmp/x.docx"], 64,
                    "--kind：repair-notice, listing-decision"
                ),
                (["doc", "render", "give-notice", "--output", "/tmp/x.odt"], 64, "--format"),
                (["doc", "issue", "--kind", "repair-notice", "--officer", "han"], 64, "--membership"),
                (["doc", "issue", "give-notice", "--officer", "han"], 64, "--kind"),
                (["doc", "issue", "--all", "--officer", "nobody"], 77, "nobody"),
                (["doc", "issue", "give-notice", "--kind", "prior-notice", "--officer", "nobody"], 65, "nobody"),
                (["doc", "list", "--subject", "12345"], 64, "12345"),
            ]
            for (arguments, status, words) in mistakes {
                let answer = try await AnxinCommand.run(arguments, options)
                #expect(answer.status == status && answer.output.contains(words), "\(arguments): \(answer)")
            }
            await connection.close()
        }
    }

    @Test("Names what to install where nothing prints PDF, and tells what a program said that failed")
    func noProgram() async throws {
        let source = PDFPrinter.Source(word: [], html: [])
        let missing = await #expect(throws: PrintError.noProgram) {
            try await PDFPrinter.print(source, environment: ["PATH": "/nonexistent"])
        }
        #expect(missing?.sentence(in: .chinese).contains("libreoffice-writer-nogui") == true)
        let folder = try TemporaryFolder()
        // Ends well, says something and prints nothing, as LibreOffice without its writer.
        let program = folder.path + "/soffice"
        try FileManager.default.createSymbolicLink(atPath: program, withDestinationPath: "/usr/bin/echo")
        let failure = await #expect(throws: PrintError.self) {
            try await PDFPrinter.print(source, environment: ["PATH": folder.path])
        }
        guard case .failed(program, 0, let said)? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(said.contains("--convert-to pdf"))
    }
}
