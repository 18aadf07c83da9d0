/// The answers to the readings on which a grade depends: `a` unless another was chosen.
struct Answers: Hashable, Sendable, CustomStringConvertible {
    enum Fault: Error, Equatable {
        case unreadable(String)
    }

    /// The readings that the oracle knows, each with all its answers.
    static let known: [(reading: String, options: [String])] = [
        ("RD-03", ["a", "b", "c"]), ("RD-05", ["a", "b", "c"]), ("RD-07", ["a", "b"]), ("RD-09", ["a", "b"]),
        ("RD-10", ["a", "b"]), ("RD-11", ["a", "b"]), ("RD-12", ["a", "b"]), ("RD-13", ["a", "b"]),
        ("RD-14", ["a", "b"]), ("RD-21", ["a", "b"]), ("RD-28", ["a", "b"]), ("RD-30", ["a", "b"]),
    ]

    private(set) var chosen: [String: String] = [:]

    init() {}

    /// Reads `RD-05=b RD-13=b`.
    init(notation: String) throws {
        for word in notation.split(separator: " ") {
            let pair = word.split(separator: "=").map(String.init)
            guard pair.count == 2, chosen[pair[0]] == nil,
                Self.known.contains(where: { $0.reading == pair[0] && $0.options.contains(pair[1]) })
            else { throw Fault.unreadable(String(word)) }
            chosen[pair[0]] = pair[1] == "a" ? nil : pair[1]
        }
    }

    /// Some answers other than `a`, at random.
    static func random(using random: inout SeededGenerator) -> Answers {
        var answers = Answers()
        for (reading, options) in known {
            let option = random.pick(options)
            if option != "a" { answers.chosen[reading] = option }
        }
        return answers
    }

    subscript(_ reading: String) -> String { chosen[reading] ?? "a" }

    var description: String {
        chosen.isEmpty ? "by default" : chosen.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: " ")
    }
}
