import ArgumentParser
import PQ
import SafetyCredit

extension DocumentCommand {
    /// Submits the act `issue-document`, and writes the file where one is asked for.
    struct Issue: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "出具文书：编号、按登记内容填写并留存。",
            discussion: """
                文书取该步骤的文号和日期；该步骤没有文号的，取下一号、用当日日期。同一案件的同一种文书只出具一次。
                例：anxin doc issue 421300000000123 --kind prior-notice --officer wang --contact "王某 0722-1234567"
                anxin doc issue --membership 421300000000456 --kind repair-notice --officer wang
                anxin doc issue --all --officer wang --output 文书/    （本机关全部应出未出的，见 anxin doc due）
                """)

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions

        @Argument(help: "案件编号，或立案行为的幂等键。")
        var matter: String?

        @Option(help: "文书种类，见 anxin doc --help。")
        var kind: DocumentKind?

        @Option(help: "经办人编号。")
        var officer: String

        @Option(help: "名单成员编号；只用于信用修复告知书。")
        var membership: Int64?

        @Flag(help: "出具经办人所在机关全部应出未出的文书；可加 --kind 只出一种。")
        var all = false

        @Option(help: "文号；不给则自动编号。")
        var number: String?

        @Option(help: "联系人及电话。")
        var contact: String?

        @Option(help: "联系地址。")
        var address: String?

        @Option(help: "文件格式：docx、html 或 pdf；缺省按文件名，--all 为 docx。")
        var format: DocumentFormat?

        @Option(name: [.short, .long], help: "同时写入该文件；--all 时为已有的文件夹。")
        var output: String?

        func validate() throws {
            guard [matter != nil, membership != nil, all].count(where: \.self) == 1 else {
                throw ValidationError("请给出案件，或者用 --membership 给出名单成员，或者用 --all。")
            }
            guard all || kind != nil else { throw ValidationError("请用 --kind 给出文书种类。") }
            guard !all || number == nil else { throw ValidationError("--all 不能与 --number 同用。") }
            if let output, !all { _ = try DocumentFormat.of(format, output) }
        }

        func run() async throws {
            let surroundings = try Surroundings(common)
            let today = surroundings.moment(day).day
            let ledger = try surroundings.ledger(today: today)
            var refused = 0
            for request in try await requests(asOf: today) {
                let line = try line(request, on: today)
                let reply = try await withDatabase(common, writingOn: day) { connection in
                    try ledger.submit(line, on: connection)
                }
                Console.print(reply.line(in: surroundings.language))
                switch reply.outcome {
                case .refused(let refusal):
                    guard all else { throw refusal }
                    refused += 1
                case .done(_, let answer), .repeated(_, let answer): try await write(answer["document_id"])
                }
            }
            if refused > 0 { throw ExitStatus.inputRejected.exitCode }
        }

        /// What is to be issued: the kind, and the case or membership.
        private func requests(asOf today: CivilDate) async throws -> [[String: JSONValue]] {
            if let kind, let matter {
                return [
                    ["kind": .string(kind.rawValue), "case": Int64(matter).map { .integer($0) } ?? .string(matter)]
                ]
            }
            if let kind, let membership {
                return [["kind": .string(kind.rawValue), "membership_id": .integer(membership)]]
            }
            let (code, wanted) = (officer, kind)
            return try await withDatabase(common) { connection in
                guard let officer = try Officer.find(code, on: connection) else {
                    throw CommandError.unknownOfficer(code)
                }
                return try DueDocument.all(of: officer.agencyCode, asOf: today, on: connection)
                    .filter { wanted == nil || $0.kind == wanted }
                    .map { ["kind": .string($0.kind.rawValue), "case": .integer($0.caseID)] }
            }
        }

        private func line(_ request: [String: JSONValue], on today: CivilDate) throws -> ActLine {
            var fields = request
            for (name, text) in [
                ("act", IssueDocument.name), ("on", today.description), ("officer", officer), ("contact", contact),
                ("address", address), ("document_number", number),
            ] {
                if let text { fields[name] = .string(text) }
            }
            // The same request again is a repetition, and another one for the same document is refused by its rule.
            let content = JSONValue.object(fields).canonicalText
            fields["key"] = .string("\(IssueDocument.name):\(SHA256.hex(of: content.utf8))")
            return try ActLine(.object(fields))
        }

        private func write(_ id: JSONValue?) async throws {
            guard let output, case .integer(let id)? = id else { return }
            let found = try await withDatabase(common) { try IssuedDocument.find(String(id), on: $0) }
            guard let document = found.first else { throw DocumentError.unknownDocument(String(id)) }
            guard all else { return try await document.write(DocumentFormat.of(format, output), to: output) }
            let format = format ?? .docx
            let name = "\(document.number) \(document.kind.title(in: .chinese)).\(format.rawValue)"
            try await document.write(format, to: output + "/" + name.replacing("/", with: "_"))
        }
    }
}
