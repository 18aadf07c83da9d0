public import PQ

/// What supervision a unit gets on a day.
///
/// **Source** plan V(1)-(4), (6); RD-42.
public struct SubjectMeasures: Sendable, Hashable {
    public struct Measure: Sendable, Hashable {
        public let text: String
        public let source: String
    }

    public let subjectName: String
    public let grade: String
    public let measures: [Measure]
    /// Nil where neither the plan nor a rule of the industry gives a number.
    public let inspectionsPerYear: Int32?
    public let frequencySource: String?

    /// The measures for the unit with the code.
    ///
    /// - Returns: nil when the unit is not graded that day.
    /// - Throws: `Refusal.unknownSubject`; `PQError`.
    public static func find(
        _ code: CreditCode, asOf day: CivilDate, on connection: isolated Connection
    ) throws -> SubjectMeasures? {
        let subject = try Subject.unit(code, on: connection)
        let found = try connection.firstRow(
            """
            select m.grade::text, m.measures, m.sources, m.inspections_per_year, m.frequency_source
            from supervision.subject_measure(\(day)) as m
            where m.subject_id = \(subject.id)
            """,
            as: (String, [String], [String], Int32?, String?).self
        )
        return found.map { grade, texts, sources, inspections, source in
            SubjectMeasures(
                subjectName: subject.name, grade: grade, measures: zip(texts, sources).map(Measure.init),
                inspectionsPerYear: inspections, frequencySource: source)
        }
    }
}
