public import PQ

/// The working days of every term of the procedures on a day.
public struct CaseTerms: Sendable {
    private let days: [String: Int]

    /// - Throws: `PQError`; with SQLSTATE AX001 when no parameter is in force on the day.
    public static func read(asOf day: CivilDate, on connection: isolated Connection) throws -> CaseTerms {
        let duties = Procedure.allCases.flatMap(\.rules).flatMap(\.duties).map(\.term)
        let codes = Set(duties + Procedure.allCases.compactMap(\.publicationTerm)).sorted()
        let values = try connection.rows(
            """
            select t.code, law.parameter_value(t.code, \(day))
            from unnest(\(codes)) as t (code)
            """,
            as: (String, Int32).self)
        return CaseTerms(days: Dictionary(uniqueKeysWithValues: values.map { ($0.0, Int($0.1)) }))
    }

    /// The term in words: 5 个工作日.
    func words(_ duty: StepRule.Duty, in language: Language) -> String { words(duty.term, in: language) }

    func words(_ term: String, in language: Language) -> String {
        let count = days[term].map { String($0) } ?? term
        return language.choose("\(count)个工作日", "\(count) working days")
    }
}
