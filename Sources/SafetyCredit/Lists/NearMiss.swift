/// The better grade that one thing alone keeps a unit from.
public struct NearMiss: Sendable, Hashable {
    public let grade: String
    /// Any one of them more would give the grade; for C and D the ground of the list that would have to end.
    public let lacksAnyOf: [String]
    /// Last day on which what stands in the way counts; nil when no day ends it.
    public let until: String?

    /// Reads what `lists.near_miss` gives.
    init?(_ json: JSONValue) {
        guard case .object(let members) = json, case .string(let grade)? = members["grade"],
            case .array(let clauses)? = members["lacks_any_of"]
        else { return nil }
        self.grade = grade
        lacksAnyOf = clauses.compactMap { if case .string(let code) = $0 { code } else { nil } }
        until = if case .string(let day)? = members["until"] { day } else { nil }
    }
}
