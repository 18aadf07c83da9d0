public import PQ

/// A trial of changed rules on the whole register: who would move, and why. It leaves no row behind.
public struct PolicyTrial: Sendable {
    /// One unit whose grade would change.
    public struct Move: Sendable {
        public let creditCode: String
        public let subjectName: String
        public let before: String
        public let after: String
        /// Clauses of the grade before and after; what differs moves the unit.
        public let clausesBefore: [String]
        public let clausesAfter: [String]
    }

    public let day: CivilDate
    /// Units by grade before and after, such as `A→B`.
    public let matrix: [String: Int64]
    public let moves: [Move]
    public let stampBefore: String
    public let stampAfter: String

    /// Computes the grades for the day under the rules in force and again under the changed ones, in a transaction that is rolled back.
    ///
    /// - Throws: `PolicyFaults` with every faulty rule; `PQError`.
    public static func run(
        _ rules: [PolicyRule], asOf day: CivilDate, on connection: isolated Connection
    ) throws -> PolicyTrial {
        do {
            return try connection.transaction { connection -> PolicyTrial in
                throw Trial(result: try perform(rules, asOf: day, on: connection))
            }
        } catch let trial as Trial {
            return trial.result
        }
    }

    /// Carries the result out of a transaction that must not leave a row behind.
    private struct Trial: Error {
        let result: PolicyTrial
    }

    private static func perform(
        _ rules: [PolicyRule], asOf day: CivilDate, on connection: isolated Connection
    ) throws -> PolicyTrial {
        try PolicyRule.check(rules, on: connection)
        let before = try GradeComputation.compute(asOf: day, on: connection)
        try PolicyRule.write(rules, decidedBy: "trial", on: connection)
        let suspects = try GradeComputation.suspects(on: day, lastEventOn: day, on: connection)
        _ = try GradeComputation.findChanges(among: suspects, day, day, on: connection)
        let moves = try connection.rows(
            """
            select coalesce(i.value, ''), s.name, coalesce(c.was_grade::text, '-'), coalesce(c.grade::text, '-'),
                c.was_clause_codes, c.clause_codes
            from pg_temp.change as c
            join register.subject as s on s.subject_id = c.subject_id
            left join register.subject_identifier as i on i.subject_id = c.subject_id and i.scheme = 'credit_code'
            where c.grade is distinct from c.was_grade
            order by c.was_grade, c.grade, i.value, c.subject_id
            """,
            as: (String, String, String, String, [String], [String]).self
        ).map {
            Move(
                creditCode: $0.0, subjectName: $0.1, before: $0.2, after: $0.3, clausesBefore: $0.4, clausesAfter: $0.5)
        }
        let stampAfter = try connection.value("select coalesce(law.policy_stamp(\(day)), '')", as: String.self)
        return PolicyTrial(
            day: day, matrix: matrix(moves, before.counts), moves: moves, stampBefore: before.policyStamp,
            stampAfter: stampAfter)
    }

    /// Those who move, and of those before the rest, who stay.
    private static func matrix(_ moves: [Move], _ counts: [String: Int64]) -> [String: Int64] {
        var matrix = Dictionary(uniqueKeysWithValues: counts.map { ("\($0.key)→\($0.key)", $0.value) })
        for move in moves {
            matrix["\(move.before)→\(move.before)"]? -= 1
            matrix["\(move.before)→\(move.after)", default: 0] += 1
        }
        return matrix.filter { $0.value > 0 }
    }
}
