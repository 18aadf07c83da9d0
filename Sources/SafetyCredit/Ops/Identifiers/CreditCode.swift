/// A unified social credit code whose two check characters are right, or for which a document vouches.
///
/// The text is normalised first: outer blanks go, full-width characters become half-width, letters become upper-case. What is
/// still wrong after that is refused with the rule it breaks.
/// **Source** GB 32100-2015 (code), GB 11714-1997 (characters 9 to 17), RD-43.
public struct CreditCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The 18 normalised characters.
    public let text: String

    /// - Parameter vouched: codes, as written, whose check characters are not asked for.
    ///
    /// **Throws** `CreditCodeError`, the first rule broken in the order length, characters, organisation check, code check.
    public init(_ raw: some StringProtocol, vouchedFor vouched: Set<String> = []) throws(CreditCodeError) {
        let characters = Array(IdentifierText.normalise(raw))
        guard characters.count == 18 else { throw .length(characters.count) }

        var values: [Int] = []
        values.reserveCapacity(18)
        for (index, character) in characters.enumerated() {
            guard let value = Self.value(of: character) else { throw .character(position: index + 1) }
            values.append(value)
        }
        text = String(decoding: characters, as: UTF8.self)
        if !vouched.isEmpty, vouched.contains(text) { return }
        guard Self.organisationCheck(characters[8..<16]) == characters[16] else { throw .organisationCheck }
        guard Self.check(values[0..<17]) == values[17] else { throw .check }
    }

    public var description: String { text }

    /// The six division digits at registration; they stay when a subject moves, so they do not tell where it is today.
    public var divisionCode: String { String(text.dropFirst(2).prefix(6)) }

    /// The nine characters of the organisation code inside the credit code.
    public var organisationCode: String { String(text.dropFirst(8).prefix(9)) }

    public static func < (left: CreditCode, right: CreditCode) -> Bool { left.text < right.text }
}

/// The rule of GB 32100-2015 that a credit code breaks.
public enum CreditCodeError: Error, Hashable, Sendable {
    /// Not 18 characters; the count found.
    case length(Int)
    /// A character outside the 31 allowed (digits and capitals without I, O, S, V, Z); counted from 1.
    case character(position: Int)
    /// Character 17 is not the check character of characters 9 to 16.
    case organisationCheck
    /// Character 18 is not the check character of characters 1 to 17.
    case check
}

extension CreditCode {
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    private static let values: [Int8] = {
        var table = [Int8](repeating: -1, count: 128)
        for (value, character) in alphabet.enumerated() { table[Int(character)] = Int8(value) }
        return table
    }()

    private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    private static let organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

    private static func value(of character: UInt8) -> Int? {
        guard character < 128, values[Int(character)] >= 0 else { return nil }
        return Int(values[Int(character)])
    }

    private static func check(_ values: ArraySlice<Int>) -> Int {
        let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return (31 - sum % 31) % 31
    }

    /// GB 11714: letters count 10 to 35 here, so a letter's value differs from its value in the credit code.
    private static func organisationCheck(_ characters: ArraySlice<UInt8>) -> UInt8 {
        let sum = zip(characters, organisationWeights).reduce(0) { sum, pair in
            let digit = pair.0 < UInt8(ascii: "A") ? pair.0 - UInt8(ascii: "0") : pair.0 - UInt8(ascii: "A") + 10
            return sum + Int(digit) * pair.1
        }
        switch 11 - sum % 11 {
        case 10: return UInt8(ascii: "X")
        case 11: return UInt8(ascii: "0")
        case let digit: return UInt8(ascii: "0") + UInt8(digit)
        }
    }
}
