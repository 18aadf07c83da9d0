extension Deadline {
    /// What is owed, in words.
    public func name(in language: Language) -> String {
        if let (procedure, duty) = Self.duties[kind] {
            let steps = duty.owed.map { $0.name(in: language) }
            return procedure.name(in: language) + language.choose("：", ": ")
                + steps.joined(separator: language.choose("或者", " or "))
        }
        if kind == "management-period-ends" { return language.choose("管理期限届满", "management period ends") }
        if kind == "removal-can-be-applied-for" {
            return language.choose("可以申请提前移出", "early removal can be applied for")
        }
        let channel = channelName ?? ""
        return kind.hasPrefix("publication-withdraw-")
            ? language.choose("撤下公示：\(channel)", "withdraw from \(channel)")
            : language.choose("公示：\(channel)", "publish on \(channel)")
    }

    /// Every duty of every procedure, by the kind under which the database tells it.
    private static let duties: [String: (Procedure, StepRule.Duty)] = {
        let all = Procedure.allCases.flatMap { procedure in
            procedure.rules.flatMap(\.duties).map { duty in
                (procedure.word + "-" + duty.owed.map(\.rawValue).joined(separator: "-or-"), (procedure, duty))
            }
        }
        return Dictionary(all) { first, _ in first }
    }()
}
