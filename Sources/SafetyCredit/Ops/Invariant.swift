public import PQ

/// A sentence that must always hold, as a query below `sql/invariants` that returns no row.
///
/// **Shape** of the query: subject_id, about_id (the case, membership, record or act at fault), fact.
public struct Invariant: Sendable {
    /// One row of the query: what breaks the sentence.
    public struct Violation: Sendable, Hashable, CustomStringConvertible {
        public let subjectID: Int64
        public let aboutID: Int64
        public let fact: String

        public var description: String { "subject \(subjectID) #\(aboutID): \(fact)" }
    }

    /// The kebab-case name of its file.
    public let name: String
    private let file: SQLFile

    /// Every invariant of a catalogue, by name.
    public static func all(in catalogue: SQLCatalogue) -> [Invariant] {
        catalogue.invariants.map { file in
            let name = file.path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
            return Invariant(name: String(name), file: file)
        }
    }

    /// The sentence: the first comment line of the file is the Chinese one, the second the English one.
    public func sentence(in language: Language) -> String {
        let lines = file.content.split(separator: "\n").prefix { $0.hasPrefix("-- ") }.map { String($0.dropFirst(3)) }
        return language.choose(lines.first ?? name, lines.dropFirst().joined(separator: " "))
    }

    /// What breaks the sentence now, the first of it; none when it holds.
    ///
    /// - Throws: `PQError`.
    public func violations(limit: Int = 20, on connection: isolated Connection) throws -> [Violation] {
        let query = file.content.trimmingCharacters(while: { $0.isWhitespace || $0 == ";" })
        return try connection.rows(
            Statement(
                sql: "select v.subject_id, v.about_id, coalesce(v.fact, '') from (\n\(query)\n) as v limit \(limit)"),
            as: (Int64, Int64, String).self
        ).map { Violation(subjectID: $0.0, aboutID: $0.1, fact: $0.2) }
    }
}

extension String {
    /// The text without the characters at its end that fulfil the condition.
    fileprivate func trimmingCharacters(while isTrimmed: (Character) -> Bool) -> Substring {
        guard let last = lastIndex(where: { !isTrimmed($0) }) else { return "" }
        return self[...last]
    }
}
