import Foundation
import Testing

@testable import SafetyCredit

@Suite("The order of the stages") struct StageOrderTests {
    /// Folders of the product from left to right.
    private static let stages = [
        "Ops", "Intake", "Register", "Records", "Cases", "Lists", "Supervision", "Publication", "Reports",
    ]

    private struct Source {
        let stage: Int
        let name: String
        /// Without comments and texts.
        let code: String
    }

    private static func sources() throws -> [Source] {
        let product = URL(filePath: #filePath).appending(path: "../../../../Sources/SafetyCredit").standardized
        return try stages.enumerated().flatMap { stage, folder in
            let files = FileManager.default.enumerator(atPath: product.appending(path: folder).path())
            return try (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.map { name in
                let text = try String(contentsOf: product.appending(path: "\(folder)/\(name)"), encoding: .utf8)
                return Source(stage: stage, name: "\(folder)/\(name)", code: stripped(text))
            }
        }
    }

    private static func stripped(_ text: String) -> String {
        text.replacing(/(?s)""".*?"""/, with: "").replacing(/"(?:\\.|[^"\\\n])*"/, with: "")
            .replacing(/\/\/[^\n]*/, with: "")
    }

    @Test("A stage names no type of a stage to its right")
    func order() throws {
        let sources = try Self.sources()
        #expect(Set(sources.map(\.stage)).count == Self.stages.count, "every stage has a folder")
        var home: [Substring: Set<Int>] = [:]
        let declaration = /(?m)^(?:public |final |indirect )*(?:struct|enum|class|actor|protocol|typealias) (\w+)/
        for source in sources {
            for match in source.code.matches(of: declaration) { home[match.1, default: []].insert(source.stage) }
        }
        #expect(home.count > 200)
        for source in sources {
            for word in Set(source.code.matches(of: /\b[A-Z]\w+/).map(\.output)) {
                guard let stages = home[word], let leftmost = stages.min() else { continue }
                #expect(leftmost <= source.stage, "\(source.name) names \(word) of \(Self.stages[leftmost])")
            }
        }
    }
}
