import PQ
import SafetyCredit

/// Codes and numbers whose check characters hold, and which nobody was given.
///
/// The check characters are found by asking the register's own rule, so that there is one rule only.
struct InventedIdentifiers {
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    private var taken: Set<String> = []

    /// A credit code of a division. Organisation codes that begin with YL have not been issued.
    mutating func creditCode(prefix: String, division: String, using random: inout SeededRandom) -> CreditCode {
        while true {
            let own = String((0..<6).map { _ in random.pick(Self.alphabet) })
            if taken.insert(own).inserted, let code = Self.completed(prefix + division + "YL" + own) { return code }
        }
    }

    /// The code with a last character that its check refuses.
    static func withWrongCheck(_ code: CreditCode) -> String {
        let last = code.text.last == "0" ? "1" : "0"
        return String(code.text.dropLast()) + last
    }

    private static func completed(_ start: String) -> CreditCode? {
        for organisationCheck in "0123456789X" {
            let organisation = start + String(organisationCheck)
            // The check of the organisation code comes first: once it holds, only the last character can be wrong.
            do throws(CreditCodeError) {
                return try CreditCode(organisation + "0")
            } catch {
                guard error == .check else { continue }
            }
            return alphabet.lazy.compactMap { try? CreditCode(organisation + String($0)) }.first
        }
        return nil
    }

    /// The number of an adult. The sequence 000 is not given out.
    static func residentNumber(division: String, on day: CivilDate, using random: inout SeededRandom) -> ResidentNumber
    {
        while true {
            let born = CivilDate(year: 1960, month: 1, day: 1)! + Int.random(in: 0..<12_000, using: &random)
            let digits = born.description.filter { $0 != "-" }
            for check in "0123456789X" {
                if let number = try? ResidentNumber(division + digits + "000" + String(check), on: day) {
                    return number
                }
            }
        }
    }
}
