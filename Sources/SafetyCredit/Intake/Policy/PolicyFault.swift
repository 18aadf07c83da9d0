/// What is wrong with one of several rules.
struct PolicyFault: Sendable, Hashable {
    enum Reason: String, Sendable {
        case unknownReading = "unknown-reading"
        case unknownOption = "unknown-option"
        case unknownParameter = "unknown-parameter"
        case noNumber = "no-number"
        case otherUnit = "other-unit"
        /// The plan or the law itself bounds the number.
        case outOfBounds = "out-of-bounds"
        /// It would change what was decided under the rule in force.
        case reachesBack = "reaches-back"
        /// Another rule, among these or in force, starts on the same day.
        case overlaps

        func words(in language: Language) -> String {
            switch self {
            case .unknownReading: language.choose("没有可以改变的这个口径", "no such reading can be changed")
            case .unknownOption: language.choose("该口径没有这个选项", "the reading has no such option")
            case .unknownParameter: language.choose("没有这个参数", "no such parameter")
            case .noNumber: language.choose("取值应为非负整数", "the value must be a whole number, not negative")
            case .otherUnit: language.choose("单位与登记的不同", "the unit differs from the register's")
            case .outOfBounds:
                language.choose("取值超出允许的范围", "the value is outside the bounds that the law sets")
            case .reachesBack:
                language.choose("生效日期早于决定之日", "it would begin before the day on which it is decided")
            case .overlaps: language.choose("同一日已有另一条", "another row starts on the same day")
            }
        }
    }

    let rowNumber: Int
    let code: String
    let reason: Reason

    func sentence(in language: Language) -> String {
        let words = reason.words(in: language)
        return language.choose("第 \(rowNumber) 行 \(code)：\(words)", "row \(rowNumber) \(code): \(words)")
    }
}

/// Every faulty rule of a set, which is refused whole.
struct PolicyFaults: Error, Sendable, Hashable {
    let faults: [PolicyFault]

    /// As a refusal of the act that would adopt them.
    var refusal: Refusal {
        let facts = faults.map { (String($0.rowNumber), "\($0.code) \($0.reason.rawValue)") }
        return Refusal(.policyFaulty, Dictionary(facts) { first, _ in first })
    }
}

extension PolicyFaults: UserFacingError {
    var exitStatus: ExitStatus { .inputRejected }

    func sentence(in language: Language) -> String {
        faults.map { $0.sentence(in: language) }.joined(separator: language.choose("；", "; "))
    }

    /// Reads the faults back from the facts of a refusal.
    init(facts: [String: String]) {
        faults = facts.compactMap { row, text in
            let words = text.split(separator: " ").map(String.init)
            guard let rowNumber = Int(row), words.count == 2, let reason = PolicyFault.Reason(rawValue: words[1])
            else { return nil }
            return PolicyFault(rowNumber: rowNumber, code: words[0], reason: reason)
        }.sorted { $0.rowNumber < $1.rowNumber }
    }
}
