extension Statement: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { self.init(sql: value) }

    public init(stringInterpolation interpolation: Interpolation) { self = interpolation.statement }

    /// Builds a statement; a value can only be bound.
    public struct Interpolation: StringInterpolationProtocol {
        var statement: Statement

        public init(literalCapacity: Int, interpolationCount: Int) {
            var sql = ""
            sql.reserveCapacity(literalCapacity + interpolationCount * 3)
            var binds = Binds()
            binds.reserve(interpolationCount)
            statement = Statement(sql: sql, binds: binds)
        }

        public mutating func appendLiteral(_ literal: String) { statement.appendText(literal) }

        public mutating func appendInterpolation<T: PQEncodable>(_ value: T) { statement.bind(value) }

        public mutating func appendInterpolation<T: PQEncodable>(_ value: T?) { statement.bind(value) }

        /// Joins another statement in, with its values.
        public mutating func appendInterpolation(_ statement: Statement) { self.statement.append(statement) }

        /// Writes a name in double quotes, as a name alone.
        public mutating func appendInterpolation(identifier name: String) {
            statement.appendText(name.quotedAsIdentifier)
        }
    }
}

extension String {
    /// The name in double quotes, inner quotes doubled.
    ///
    /// By bytes, as the server reads it: a quote with a combining mark after it is one character of another name.
    public var quotedAsIdentifier: String {
        let quote = UInt8(ascii: "\"")
        let bytes = utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
        return "\"" + String(decoding: bytes, as: UTF8.self) + "\""
    }

    /// C reads text up to a zero byte: one inside would silently cut it.
    var hasZeroByte: Bool { utf8.contains(0) }
}
