/// A Swift enumeration whose cases must be exactly the labels of one in the database, looked at when connecting.
///
/// ```swift
/// options.checkedEnums = [CheckedEnum(Grade.self, is: "lists.grade")]
/// ```
public struct CheckedEnum: Sendable {
    /// Schema and name, as SQL would write them.
    public let typeName: String
    let swiftName: String
    let cases: Set<String>

    public init<E: CaseIterable & RawRepresentable>(_ type: E.Type, is typeName: String) where E.RawValue == String {
        self.typeName = typeName
        swiftName = "\(type)"
        cases = Set(type.allCases.map(\.rawValue))
    }

    /// The difference from the labels the database has; none when they are the same.
    func mismatch(with labels: Set<String>) -> PQError? {
        guard labels != cases else { return nil }
        return .decoding(
            DecodingError(
                reason: .labels(
                    onlyInDatabase: labels.subtracting(cases).sorted(), onlyInSwift: cases.subtracting(labels).sorted()),
                row: nil, column: nil, columnName: typeName, expected: swiftName))
    }
}

extension Connection {
    /// Compares enumerations with the database's, in one trip; a type that is not there has no labels.
    ///
    /// **Throws** `PQError.decoding` with the labels that only one side has.
    func check(_ enums: [CheckedEnum]) throws(PQError) {
        guard !enums.isEmpty else { return }
        let found = try rows(
            """
            select asked, array(select enumlabel::text from pg_enum where enumtypid = to_regtype(asked)) \
            from unnest(\(enums.map(\.typeName))::text[]) asked
            """, as: (String, [String]).self)
        let labels = Dictionary(found.map { ($0.0, Set($0.1)) }, uniquingKeysWith: { first, _ in first })
        for checked in enums {
            if let mismatch = checked.mismatch(with: labels[checked.typeName] ?? []) { throw mismatch }
        }
    }
}
