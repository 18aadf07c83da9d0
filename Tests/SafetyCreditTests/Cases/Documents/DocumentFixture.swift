import Foundation
import PQ

@testable import SafetyCredit

/// A document that was issued once, with the bytes it had then: one line of `issued-documents.jsonl`.
///
/// Lines are added when a template gets a new version, and never changed: they stand for the documents in the registers outside.
struct DocumentFixture: Sendable, CustomStringConvertible {
    let kind: DocumentKind
    let version: Int16
    let datedOn: CivilDate
    let data: [String: JSONValue]
    let wordDigest: String
    let printDigest: String

    var description: String { "\(kind.rawValue) \(version)" }

    static let all: [DocumentFixture] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "issued-documents.jsonl")
        let lines = try! String(contentsOf: path, encoding: .utf8).split(separator: "\n")
        return lines.map { line in
            let members = try! JSONValue(parsing: String(line)).members!
            guard case .integer(let version) = members["version"]! else { fatalError("a line without version") }
            return DocumentFixture(
                kind: DocumentKind(rawValue: members["kind"]!.text!)!, version: Int16(version),
                datedOn: CivilDate(iso: members["dated_on"]!.text!)!, data: members["data"]!.members!,
                wordDigest: members["docx_sha256"]!.text!, printDigest: members["html_sha256"]!.text!)
        }
    }()

    /// The file with other data in it.
    func file(_ change: ([String: JSONValue]) -> [String: JSONValue] = { $0 }) throws -> DocumentFile {
        try DocumentFile(kind, version: version, change(data), datedOn: datedOn)
    }
}
