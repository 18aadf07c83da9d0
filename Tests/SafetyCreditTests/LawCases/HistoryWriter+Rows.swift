import PQ

extension UnitHistory {
    /// The labels of all facts, in the order in which they get their ids.
    var labels: [String] {
        penalties.map(\.label) + accidents.map(\.label) + certifications.map(\.label) + honours.map(\.label)
            + repairs.map(\.label) + memberships.map(\.label)
    }
}

extension HistoryWriter {
    /// One line of a COPY; every value goes over as text.
    struct Line: CopyRow {
        var values: [String?]
        func encode(to encoder: inout CopyEncoder) { for value in values { encoder.write(value) } }
    }

    /// Whether the planner needs statistics; gathering them locks the table for the transactions of other tests.
    private var isLarge: Bool { histories.count > 1_000 }

    typealias Value = (any CustomStringConvertible)?

    /// One line for each version of each fact of a kind: ids, version, time, then what `values` gives.
    func rows<Fact>(
        _ facts: KeyPath<UnitHistory, [Versions<Fact>]>, _ values: (String, Fact, [String: Int64]) -> [Value]
    ) -> [Line] {
        var lines: [Line] = []
        for (index, history) in histories.enumerated() where !history[keyPath: facts].isEmpty {
            let subjectID = subjectID(of: index)
            var ids = ids(of: index)
            // `^P1` is fact P1 of the subject before: what a person is listed for is a penalty of the unit.
            if index > 0 { for (label, id) in self.ids(of: index - 1) { ids["^" + label] = id } }
            for versions in history[keyPath: facts] {
                for (number, version) in versions.list.enumerated() {
                    let head: [Value] = [subjectID, ids[versions.label], number + 1, Self.time(version.knownFrom)]
                    lines.append(Line(values: (head + values(versions.label, version.fact, ids)).map(\.?.description)))
                }
            }
        }
        return lines
    }

    func rows<Fact>(_ facts: KeyPath<UnitHistory, [Versions<Fact>]>, _ values: (String, Fact) -> [Value]) -> [Line] {
        rows(facts) { label, fact, _ in values(label, fact) }
    }

    private func ids(of index: Int) -> [String: Int64] {
        let subjectID = subjectID(of: index)
        return Dictionary(
            uniqueKeysWithValues: histories[index].labels.enumerated().map { ($1, subjectID + Int64($0) + 1) })
    }

    static func time(_ day: Day?) -> String { day.map { "\($0) 00:00:00+08" } ?? "1990-01-01 00:00:00+08" }

    func copy(_ table: String, _ columns: String, _ lines: [Line], on connection: isolated Connection) throws {
        guard !lines.isEmpty else { return }
        let names = columns.split(whereSeparator: \.isWhitespace).joined(separator: ", ")
        _ = try connection.copyIn(
            CopyTarget(sql: "copy \(table) (\(names)) from stdin", format: .text), rows: lines)
        if isLarge { try connection.script("analyze \(table)") }
    }

    func writeSubjects(on connection: isolated Connection) throws {
        var versions: [Line] = []
        for (index, history) in histories.enumerated() {
            for (number, version) in history.subject.list.enumerated() {
                let values: [Value] = [
                    subjectID(of: index), number + 1, version.fact.kind.rawValue.replacing("-", with: "_"),
                    "单位\(index)",
                    version.fact.kind == .person ? nil : "421300", version.fact.registeredOn,
                    version.fact.deregisteredOn, 1,
                    Self.time(version.knownFrom),
                ]
                versions.append(Line(values: values.map(\.?.description)))
            }
        }
        try connection.script("create temporary table told_subject (like register.subject_version) on commit drop")
        try copy(
            "told_subject",
            "subject_id version_no kind name reporting_unit_code registered_on deregistered_on act_id known_at",
            versions,
            on: connection)
        try connection.script(
            """
            insert into register.subject (subject_id, kind, name, reporting_unit_code, registered_on, deregistered_on, version_no, act_id, known_at)
            select distinct on (t.subject_id) t.subject_id, t.kind, t.name, t.reporting_unit_code, t.registered_on, t.deregistered_on, t.version_no,
                t.act_id, t.known_at
            from told_subject as t order by t.subject_id, t.version_no desc;
            insert into register.subject_version select t.* from told_subject as t
            """)
        if isLarge { try connection.script("analyze register.subject; analyze register.subject_version") }
    }

    /// A person is principal of the subject before it.
    func writePrincipals(on connection: isolated Connection) throws {
        for (index, history) in histories.enumerated() where index > 0 {
            for fact in history.principalships {
                try connection.execute(
                    """
                    insert into register.responsibility (subject_id, person_id, role_code, during, act_id, known_at)
                    values (\(subjectID(of: index - 1)), \(subjectID(of: index)), 'principal',
                        daterange(\(fact.from.civilDate), \(fact.until?.civilDate)), 1, '1990-01-01')
                    """)
            }
        }
    }

    /// The days listed are the register's own sum: its generated column makes them for every version.
    func writeMemberships(on connection: isolated Connection) throws {
        try connection.script(
            "create temporary table told_membership (like lists.membership including generated) on commit drop")
        try copy(
            "told_membership",
            """
            subject_id membership_id version_no known_at list_code clause_code decision_number agency_code listed_on published_on
            period_months period_basis founding_record_id ended_on end_reason act_id
            """,
            rows(\.memberships) { label, fact, ids in
                [
                    fact.list.rawValue, fact.clause, "\(label)", "421300", fact.listedOn, fact.publishedOn, fact.months,
                    fact.months < 36 || fact.penalty == nil ? "有关规定" : nil, fact.penalty.flatMap { ids[$0] },
                    fact.endedOn,
                    fact.endReason?.rawValue, 1,
                ]
            }, on: connection)
        let columns = """
            subject_id, membership_id, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis,
            founding_record_id, ended_on, end_reason, version_no, act_id, known_at
            """
        try connection.script(
            """
            insert into lists.membership (\(columns))
            select distinct on (t.subject_id, t.membership_id) \(columns)
            from told_membership as t order by t.subject_id, t.membership_id, t.version_no desc;
            insert into lists.membership_version (\(columns), during) select \(columns), t.during from told_membership as t
            """)
        if isLarge { try connection.script("analyze lists.membership; analyze lists.membership_version") }
    }
}
