/// Invented credit codes whose check characters hold, one for each number.
enum CreditCodes {
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    private static let organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

    /// - Parameter division: six digits.
    static func code(_ number: Int, division: String = "421321") -> String {
        let serial = "\(10_000_000 + number)"
        return complete("91\(division)", organisation: serial)
    }

    /// The code that begins with eight characters and names an organisation by eight digits.
    static func complete(_ head: String, organisation: String) -> String {
        let sum = zip(organisation, organisationWeights).reduce(0) { $0 + $1.0.wholeNumberValue! * $1.1 }
        let check = 11 - sum % 11
        var text = head + organisation + (check == 10 ? "X" : check == 11 ? "0" : "\(check)")
        let total = zip(text, weights).reduce(0) { $0 + alphabet.firstIndex(of: $1.0)! * $1.1 }
        text.append(alphabet[(31 - total % 31) % 31])
        return text
    }
}
