import Foundation
import Testing

/// A table of cases beside this file: a header, then one case a line, fields parted by commas.
///
/// Sentences use the Chinese comma, so no field needs quotes.
struct LawCaseFile {
    enum Fault: Error {
        case noRows(String)
        case badLine(String, line: Int)
    }

    /// One case: its fields by the name of the column.
    struct Row: Sendable, CustomTestStringConvertible {
        let fields: [String: String]

        /// nil for an empty field and for a column the file has not.
        subscript(_ column: String) -> String? { fields[column].flatMap { $0.isEmpty ? nil : $0 } }
        var name: String { self["case"] ?? "?" }
        var testDescription: String { "\(name) \(self["sentence"] ?? "")" }
    }

    let rows: [Row]

    /// - Throws: `Fault`; a file that cannot be read, has no case, repeats a name or has a line of another width proves nothing.
    init(_ name: String, beside file: String = #filePath) throws {
        let path = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("\(name).csv").path
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let header = lines.first, lines.count > 1 else { throw Fault.noRows(name) }
        var names: Set<String> = []
        rows = try lines.enumerated().dropFirst().map { number, line in
            let row = Row(fields: Dictionary(zip(header, line)) { first, _ in first })
            guard line.count == header.count, row["sentence"] != nil, row["source"] != nil,
                names.insert(row.name).inserted
            else { throw Fault.badLine(name, line: number + 1) }
            return row
        }
    }

    /// The rows for a test's arguments; a file that fails to load gives one row that fails.
    static func rows(_ name: String) -> [Row] {
        do {
            return try LawCaseFile(name).rows
        } catch {
            return [Row(fields: ["case": "\(name).csv cannot be read: \(error)"])]
        }
    }
}

extension LawCaseFile.Row {
    /// The subjects the facts tell of, the one asked about first; `||` parts them.
    func histories() throws -> [UnitHistory] {
        try (self["facts"] ?? "").components(separatedBy: "||").map { try UnitHistory(notation: $0) }
    }

    func question() throws -> GradeOracle.Question {
        guard let asOf = try day("as_of") else { throw FactNotation.Fault.missing("as_of", fact: name) }
        return GradeOracle.Question(asOf: asOf, lastEventOn: try day("last_event_on"), knownAt: try day("known_at"))
    }

    func day(_ column: String) throws -> Day? {
        guard let text = self[column] else { return nil }
        guard let day = Day(iso: text) else { throw FactNotation.Fault.notADate(text, fact: name) }
        return day
    }

    /// The answers chosen instead of the default ones.
    func answers() throws -> Answers { try Answers(notation: self["policy"] ?? "") }

    /// `B: B1 B2`, or `none`.
    var expectedAnswer: String { [self["expected"], self["clauses"]].compactMap { $0 }.joined(separator: ": ") }
}

extension GradeOracle.Answer? {
    /// As `expectedAnswer` writes it.
    var short: String { map { "\($0.grade): \($0.clauses.joined(separator: " "))" } ?? "none" }
}
