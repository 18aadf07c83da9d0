/// Days from `lower` up to but not including `upper`: PostgreSQL's `daterange` in its canonical form.
public struct DateRange: Hashable, Sendable, Codable, CustomStringConvertible {
    /// nil has no beginning.
    public let lower: CivilDate?
    /// nil has no end. The day itself is not in the range.
    public let upper: CivilDate?
    public let isEmpty: Bool

    public static let empty = DateRange()
    public static let unbounded = DateRange(uncheckedLower: nil, upper: nil)

    /// An empty range when the bounds are equal or in the wrong order.
    public init(from lower: CivilDate?, to upper: CivilDate?) {
        if let lower, let upper, lower >= upper {
            self = .empty
        } else {
            self.init(uncheckedLower: lower, upper: upper)
        }
    }

    private init(uncheckedLower lower: CivilDate?, upper: CivilDate?) {
        self.lower = lower
        self.upper = upper
        isEmpty = false
    }

    private init() {
        lower = nil
        upper = nil
        isEmpty = true
    }

    /// As the other initialiser: bounds in the wrong order make an empty range.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        if try values.decode(Bool.self, forKey: .isEmpty) {
            self = .empty
        } else {
            self.init(
                from: try values.decodeIfPresent(CivilDate.self, forKey: .lower),
                to: try values.decodeIfPresent(CivilDate.self, forKey: .upper))
        }
    }

    public func contains(_ date: CivilDate) -> Bool {
        !isEmpty && lower.map { $0 <= date } ?? true && upper.map { date < $0 } ?? true
    }

    public func overlaps(_ other: DateRange) -> Bool {
        guard !isEmpty, !other.isEmpty else { return false }
        if let upper, let start = other.lower, upper <= start { return false }
        if let lower, let end = other.upper, end <= lower { return false }
        return true
    }

    /// As PostgreSQL writes it: `[2025-01-01,2026-01-01)`, `(,)`, `empty`.
    public var description: String {
        if isEmpty { return "empty" }
        return "\(lower == nil ? "(" : "[")\(lower?.description ?? ""),\(upper?.description ?? ""))"
    }
}
