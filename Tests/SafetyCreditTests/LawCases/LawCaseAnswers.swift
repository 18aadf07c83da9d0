import PQ
import PQTesting

/// What the register answers to the cases of the files, asked for once for all rows of a file.
enum LawCaseAnswers {
    /// The grade of each case of grades.csv, by its name.
    static let grades = Task<[String: String], any Error> {
        let rows = try LawCaseFile("grades").rows
        let told = try rows.map { try $0.histories() }
        let writer = HistoryWriter(histories: told.flatMap { $0 })
        let places = told.reduce(into: [0]) { $0.append($0.last! + $1.count) }
        return try await RegisterDatabase.shared.withRollback { connection in
            try writer.write(on: connection)
            let asked = try Dictionary(grouping: rows.indices) { index in
                Asked(question: try rows[index].question(), answers: try rows[index].answers())
            }
            var answers: [String: String] = [:]
            for (asked, indices) in asked {
                try choose(asked.answers, on: connection)
                let grades = try registerGrades(writer, asked.question, on: connection)
                for index in indices { answers[rows[index].name] = grades[places[index]].short }
            }
            return answers
        }
    }

    private struct Asked: Hashable {
        let question: GradeOracle.Question
        let answers: Answers
    }

    /// The due date of each case of working-days.csv and whether it is provisional.
    static let dueDates = Task<[String: String], any Error> {
        let rows = try LawCaseFile("working-days").rows
        return try await RegisterDatabase.shared.withRollback { connection in
            var answers: [String: String] = [:]
            for row in rows {
                guard let start = try row.day("starts_on"), let count = row["working_days"].flatMap(Int32.init) else {
                    throw FactNotation.Fault.missing("starts_on or working_days", fact: row.name)
                }
                let (due, isProvisional) = try connection.row(
                    "select d.due_on, d.is_provisional from law.working_day_due(\(start.civilDate), \(count)) as d",
                    as: (CivilDate?, Bool?).self)
                answers[row.name] = [due?.description ?? "none", isProvisional?.description ?? ""].joined(
                    separator: " ")
            }
            return answers
        }
    }

    /// The last listed day and the first day for an application of each case of management-periods.csv.
    static let periods = Task<[String: String], any Error> {
        let rows = try LawCaseFile("management-periods").rows
        let writer = HistoryWriter(histories: try rows.flatMap { try $0.histories() })
        return try await RegisterDatabase.shared.withRollback { connection in
            try writer.write(on: connection)
            var answers: [String: String] = [:]
            for (rules, indices) in Dictionary(grouping: rows.indices, by: { rows[$0]["policy"] ?? "" }) {
                try connection.script("savepoint before_the_rules")
                for rule in rules.split(separator: " ") { try DatedRule(String(rule)).adopt(on: connection) }
                let periods = try connection.rows(
                    """
                    select m.subject_id, m.last_day, m.removal_from
                    from reports.membership_on('2040-01-01') as m
                    where m.subject_id = any (\(indices.map(writer.subjectID)))
                    """, as: (Int64, CivilDate?, CivilDate).self)
                try connection.script("rollback to savepoint before_the_rules")
                for (id, lastDay, removal) in periods {
                    answers[rows[writer.index(of: id)].name] = "\(lastDay?.description ?? "none") \(removal)"
                }
            }
            return answers
        }
    }
}
