/// SQL with its values bound, never joined in.
///
/// ```swift
/// let statement: Statement = "select name from firm where firm_id = \(id) and county = \(county)"
/// ```
/// The literal's text becomes the SQL, with `$1`, `$2` … where the values stood. `\(identifier: name)` writes a
/// quoted identifier, and a statement inside another one joins in with its own values.
public struct Statement: Sendable {
    public private(set) var sql: String
    var binds = Binds()
    /// Past it the connection is dropped; nil takes the connection's own, which `.seconds(Int64.max)` lifts.
    public var deadline: Duration?

    /// SQL without values, as it stands.
    public init(sql: String) { self.sql = sql }

    /// SQL that already says `$1`, `$2` …, with its values.
    public init(sql: String, binds values: [any PQEncodable]) {
        self.sql = sql
        for value in values { binds.append(value, placeholderAt: -1) }
    }

    init(sql: String, binds: Binds) {
        self.sql = sql
        self.binds = binds
    }

    /// The same statement with a deadline of its own.
    public func within(_ deadline: Duration) -> Statement {
        var copy = self
        copy.deadline = deadline
        return copy
    }

    /// The number of values bound.
    public var bindCount: Int { binds.count }

    /// One statement after the other, the values of the second renumbered.
    public static func + (left: Statement, right: Statement) -> Statement {
        var joined = left
        joined.append(right)
        return joined
    }

    public static func += (left: inout Statement, right: Statement) { left.append(right) }

    mutating func appendText(_ text: String) { sql += text }

    mutating func bind<T: PQEncodable>(_ value: T) {
        binds.append(value, placeholderAt: sql.utf8.count)
        sql += "$"
        sql += String(binds.count)
    }

    mutating func append(_ other: Statement) {
        if binds.isEmpty || other.binds.isEmpty {
            let shift = sql.utf8.count
            sql += other.sql
            if !other.binds.isEmpty { binds.append(other.binds, shiftingPlaceholders: shift) }
        } else {
            append(renumbering: other)
        }
        deadline = deadline ?? other.deadline
    }

    private mutating func append(renumbering other: Statement) {
        let before = binds.count
        binds.noteFault(of: other.binds)
        let source = other.sql.utf8
        var copied = source.startIndex
        for (index, parameter) in other.binds.parameters.enumerated() {
            guard parameter.placeholder >= 0 else {
                return binds.note(.placeholdersUnknown, at: before + index + 1)
            }
            let dollar = source.index(source.startIndex, offsetBy: parameter.placeholder)
            sql += String(other.sql[copied..<dollar])
            binds.append(parameter, from: other.binds, placeholderAt: sql.utf8.count)
            sql += "$\(binds.count)"
            copied = source.index(dollar, offsetBy: 1 + String(index + 1).utf8.count)
        }
        sql += String(other.sql[copied...])
    }
}

extension Statement: CustomStringConvertible {
    /// Never the SQL, which may hold literals: only how many values are bound.
    public var description: String { "statement with \(bindCount) binds" }
}
