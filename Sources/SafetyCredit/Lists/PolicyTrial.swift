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
    /// - Throws: `PolicyTrialError` with every faulty rule; `PQError`.
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
        try refuse(rules, on: connection)
        let before = try GradeComputation.compute(asOf: day, on: connection)
        try apply(rules, on: connection)
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

    private static func apply(_ rules: [PolicyRule], on connection: isolated Connection) throws {
        let policies = rules.filter { $0.kind == .policy }
        try connection.execute(
            """
            insert into law.policy (reading_code, valid_from, option_code, decided_by)
            select r.code, r.valid_from, r.value, 'trial'
            from unnest(\(policies.map(\.code)), \(policies.map(\.validFrom)), \(policies.map(\.value))) as r (code, valid_from, value)
            """
        )
        let parameters = rules.filter { $0.kind == .parameter }
        try connection.execute(
            """
            insert into law.parameter (parameter_code, valid_from, value, unit, article, is_verified)
            select r.code, r.valid_from, r.value::integer,
                (select p.unit from law.parameter as p where p.parameter_code = r.code limit 1), 'trial', false
            from unnest(\(parameters.map(\.code)), \(parameters.map(\.validFrom)), \(parameters.map(\.value))) as r (code, valid_from, value)
            """
        )
    }

    /// Refuses the file whole, naming each rule that the register does not know or that overlaps another.
    private static func refuse(_ rules: [PolicyRule], on connection: isolated Connection) throws {
        let options = Set(
            try connection.rows(
                "select o.reading_code, o.option_code from law.reading_option as o", as: (String, String).self
            )
            .map { "\($0.0) \($0.1)" })
        let readings = Set(
            try connection.values("select r.reading_code from law.reading as r where r.is_policy", as: String.self))
        let units = Dictionary(
            try connection.rows("select p.parameter_code, p.unit from law.parameter as p", as: (String, String).self)
                .map { ($0.0, $0.1) }
        ) { first, _ in first }
        var taken = Set(
            try connection.rows(
                """
                select p.reading_code, p.valid_from from law.policy as p
                union all
                select p.parameter_code, p.valid_from from law.parameter as p
                """,
                as: (String, CivilDate).self
            ).map { "\($0.0) \($0.1)" })
        var faults: [PolicyTrialError.Fault] = []
        for rule in rules {
            func fault(_ reason: PolicyTrialError.Reason) {
                faults.append(PolicyTrialError.Fault(rowNumber: rule.rowNumber, code: rule.code, reason: reason))
            }
            switch rule.kind {
            case .policy where !readings.contains(rule.code): fault(.unknownReading)
            case .policy where !options.contains("\(rule.code) \(rule.value)"): fault(.unknownOption)
            case .parameter where units[rule.code] == nil: fault(.unknownParameter)
            case .parameter where Int32(rule.value).map({ $0 < 0 }) ?? true: fault(.noNumber)
            case .parameter where rule.unit.map({ $0 != units[rule.code] }) ?? false: fault(.otherUnit)
            default: break
            }
            if !taken.insert("\(rule.code) \(rule.validFrom)").inserted { fault(.overlaps) }
        }
        guard faults.isEmpty else { throw PolicyTrialError(faults: faults) }
    }
}

/// Every faulty rule of a file of changed rules.
public struct PolicyTrialError: Error, Sendable, Hashable {
    public enum Reason: String, Sendable {
        case unknownReading = "unknown-reading"
        case unknownOption = "unknown-option"
        case unknownParameter = "unknown-parameter"
        case noNumber = "no-number"
        case otherUnit = "other-unit"
        /// Another row, in the file or in force, starts on the same day.
        case overlaps
    }

    public struct Fault: Sendable, Hashable {
        public let rowNumber: Int
        public let code: String
        public let reason: Reason
    }

    public let faults: [Fault]
}

extension PolicyTrialError: UserFacingError {
    public var exitStatus: ExitStatus { .inputRejected }

    public func sentence(in language: Language) -> String {
        faults.map { fault in
            language.choose(
                "第 \(fault.rowNumber) 行 \(fault.code)：\(Self.words(fault.reason).0)",
                "row \(fault.rowNumber) \(fault.code): \(Self.words(fault.reason).1)")
        }.joined(separator: "\n")
    }

    private static func words(_ reason: Reason) -> (String, String) {
        switch reason {
        case .unknownReading: ("没有可以改变的这个口径", "no such reading can be changed")
        case .unknownOption: ("该口径没有这个选项", "the reading has no such option")
        case .unknownParameter: ("没有这个参数", "no such parameter")
        case .noNumber: ("取值应为非负整数", "the value must be a whole number, not negative")
        case .otherUnit: ("单位与登记的不同", "the unit differs from the register's")
        case .overlaps: ("同一日已有另一条", "another row starts on the same day")
        }
    }
}
