public import PQ

/// A resident identity number: a birth date that exists and a right check character.
///
/// Printing, dumping or logging it gives the mask; the number itself is read through `unmasked`, a word that a reviewer can search for.
/// The division code is not checked against today's list: numbers outlive divisions.
/// **Source** GB 11643-1999, RD-25, RD-43.
public struct ResidentNumber: Sendable, Hashable {
    /// The 18 normalised characters in clear.
    public let unmasked: String

    /// **Throws** `ResidentNumberError`, the first rule broken. `today` bounds the birth date.
    public init(_ raw: some StringProtocol, on today: CivilDate) throws(ResidentNumberError) {
        let characters = IdentifierText.normalise(raw)
        guard characters.count == 18 else { throw .length(characters.count) }

        var digits: [Int] = []
        for (index, character) in characters.enumerated() {
            let digit = Self.digit(character) ?? (index == 17 && character == UInt8(ascii: "X") ? 10 : nil)
            guard let digit else { throw .character(position: index + 1) }
            digits.append(digit)
        }
        let text = String(decoding: characters, as: UTF8.self)
        guard let birth = Self.birthDate(in: text) else { throw .birthDate }
        guard birth <= today else { throw .birthAhead }
        guard digits[17] == Self.check(of: digits) else { throw .check }
        unmasked = text
    }

    /// The birth date written in the number.
    public var birthDate: CivilDate {
        guard let date = Self.birthDate(in: unmasked) else { preconditionFailure("checked by the initialiser") }
        return date
    }

    /// The number with the 8 characters of the birth date hidden: what may be published (RD-25).
    public var masked: String { "\(unmasked.prefix(6))********\(unmasked.suffix(4))" }
}

/// The rule of GB 11643-1999 that a resident number breaks. Holds nothing of the number.
public enum ResidentNumberError: Error, Hashable, Sendable {
    /// Not 18 characters; the count found. Numbers of 15 characters are withdrawn.
    case length(Int)
    /// A character that is no digit (or, at the end, neither digit nor X); counted from 1.
    case character(position: Int)
    /// The birth date does not exist.
    case birthDate
    /// The birth date lies ahead.
    case birthAhead
    /// Character 18 is not the check character.
    case check
}

extension ResidentNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { masked }
    public var debugDescription: String { masked }
    public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}

extension ResidentNumber {
    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

    /// The value of the check character that the first 17 digits ask for; 10 is written X.
    static func check(of digits: [Int]) -> Int { (12 - zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11) % 11 }

    private static func digit(_ character: UInt8) -> Int? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(character - UInt8(ascii: "0"))
        default: nil
        }
    }

    private static func birthDate(in text: String) -> CivilDate? {
        let digits = text.dropFirst(6).prefix(8)
        return CivilDate(iso: "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")
    }
}
