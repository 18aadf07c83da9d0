import ArgumentParser
import PQ
import SafetyCredit

extension DocumentCommand {
    /// Submits the act `issue-document`, and writes the file where one is asked for.
    struct Issue: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "出具一份文书：编号、按登记内容填写并留存。",
            discussion: """
                文书取该步骤的文号和日期；该步骤没有文号的，取下一号、用当日日期。同一案件的同一种文书只出具一次。
                例：anxin doc issue 421300000000123 --kind prior-notice --officer wang --contact "王某 0722-1234567"
                anxin doc issue --membership 421300000000456 --kind repair-notice --officer wang
                """)

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions

        @Argument(help: "案件编号，或立案行为的幂等键。")
        var matter: String?

        @Option(help: "文书种类，见 anxin doc --help。")
        var kind: DocumentKind

        @Option(help: "经办人编号。")
        var officer: String

        @Option(help: "名单成员编号；只用于信用修复告知书。")
        var membership: Int64?

        @Option(help: "文号；不给则自动编号。")
        var number: String?

        @Option(help: "联系人及电话。")
        var contact: String?

        @Option(help: "联系地址。")
        var address: String?

        @Option(help: "文件格式：docx、html 或 pdf；缺省按文件名。")
        var format: DocumentFormat?

        @Option(name: [.short, .long], help: "同时写入该文件。")
        var output: String?

        func validate() throws {
            guard (matter == nil) != (membership == nil) else { throw ValidationError("请给出案件，或用 --membership 给出名单成员。") }
            if let output { _ = try DocumentFormat.of(format, output) }
        }

        func run() async throws {
            let surroundings = try Surroundings(common)
            let today = surroundings.moment(day).day
            let ledger = try surroundings.ledger(today: today)
            var fields: [String: JSONValue] = [
                "act": .string(IssueDocument.name), "on": .string(today.description), "officer": .string(officer),
                "kind": .string(kind.rawValue),
            ]
            if let matter { fields["case"] = Int64(matter).map { .integer($0) } ?? .string(matter) }
            if let membership { fields["membership_id"] = .integer(membership) }
            for (name, text) in [("document_number", number), ("contact", contact), ("address", address)] {
                if let text { fields[name] = .string(text) }
            }
            // The same request again is a repetition, and another one for the same document is refused by its rule.
            let request = JSONValue.object(fields).canonicalText
            fields["key"] = .string("\(IssueDocument.name):\(SHA256.hex(of: request.utf8))")
            let line = try ActLine(.object(fields))
            let reply = try await withDatabase(common) { connection in try ledger.submit(line, on: connection) }
            Console.print(reply.line(in: surroundings.language))
            switch reply.outcome {
            case .refused(let refusal): throw RefusedCommand(refusal: refusal)
            case .done(_, let answer), .repeated(_, let answer):
                guard let output, case .integer(let id)? = answer["document_id"] else { return }
                let found = try await withDatabase(common) { try IssuedDocument.find(String(id), on: $0) }
                guard let document = found.first else { throw DocumentError.unknownDocument(String(id)) }
                try await document.write(DocumentFormat.of(format, output), to: output)
            }
        }
    }
}
