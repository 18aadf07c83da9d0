/// An exact decimal number of any length: PostgreSQL's `numeric`, with NaN and the infinities.
///
/// Equality and order are those of the values: 1.0 equals 1.00; NaN equals itself and is the greatest.
public struct Numeric: Sendable {
    enum Kind: UInt8, Sendable { case finite, nan, infinity, negativeInfinity }

    let kind: Kind
    let isNegative: Bool
    /// Power of 10,000 of the first digit.
    let weight: Int
    /// Decimal digits shown after the point.
    public let scale: Int
    /// Digits to the base 10,000, without zeros at either end.
    let digits: [UInt16]

    public static let zero = Numeric(isNegative: false, weight: 0, scale: 0, digits: [])
    public static let nan = Numeric(.nan)
    public static let infinity = Numeric(.infinity)
    public static let negativeInfinity = Numeric(.negativeInfinity)

    public var isFinite: Bool { kind == .finite }
    public var isNaN: Bool { kind == .nan }

    private init(_ kind: Kind) {
        self.kind = kind
        isNegative = false
        weight = 0
        scale = 0
        digits = []
    }

    /// Takes digits as they come and drops the zeros at both ends.
    init(isNegative: Bool, weight: Int, scale: Int, digits: [UInt16]) {
        let leading = digits.prefix { $0 == 0 }.count
        let end = digits.lastIndex { $0 != 0 }.map { $0 + 1 } ?? leading
        kind = .finite
        self.scale = scale
        self.digits = leading == 0 && end == digits.count ? digits : Array(digits[min(leading, end)..<end])
        self.weight = self.digits.isEmpty ? 0 : weight - leading
        self.isNegative = isNegative && !self.digits.isEmpty
    }

    public init(_ value: some BinaryInteger) {
        var magnitude = value.magnitude
        var digits: [UInt16] = []
        while magnitude != 0 {
            let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: 10_000)
            digits.append(UInt16(remainder))
            magnitude = quotient
        }
        self.init(isNegative: value < 0, weight: digits.count - 1, scale: 0, digits: digits.reversed())
    }
}

extension Numeric: Hashable, Comparable {
    public static func == (left: Numeric, right: Numeric) -> Bool {
        left.kind == right.kind && left.isNegative == right.isNegative && left.weight == right.weight
            && left.digits == right.digits
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(isNegative)
        hasher.combine(weight)
        hasher.combine(digits)
    }

    public static func < (left: Numeric, right: Numeric) -> Bool {
        guard left.isFinite, right.isFinite else { return left.rank < right.rank }
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative ? right.magnitudeIsLess(than: left) : left.magnitudeIsLess(than: right)
    }

    private var rank: Int {
        switch kind {
        case .negativeInfinity: 0
        case .finite: 1
        case .infinity: 2
        case .nan: 3
        }
    }

    private func magnitudeIsLess(than other: Numeric) -> Bool {
        if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
        if weight != other.weight { return weight < other.weight }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}

extension Numeric: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int64) { self.init(value) }
}
