/// The rule of the random draw: whoever has the seed and the codes draws the same units.
///
/// Units are put in the order of SHA-256(seed, colon, credit code), and the first of them are taken.
public enum RandomDraw {
    /// The key that gives a unit its place, in lower-case hex.
    public static func key(seed: String, creditCode: String) -> String {
        SHA256.hex(of: "\(seed):\(creditCode)".utf8)
    }

    /// How many units a share of a population is, rounded up.
    public static func count(ofPopulation count: Int, percent: Int) -> Int { (count * percent + 99) / 100 }

    /// The units drawn, in the order of the draw.
    public static func drawn(from creditCodes: some Collection<String>, seed: String, percent: Int) -> [String] {
        let ordered = creditCodes.map { (key: key(seed: seed, creditCode: $0), code: $0) }.sorted { $0.key < $1.key }
        return ordered.prefix(count(ofPopulation: creditCodes.count, percent: percent)).map(\.code)
    }

    /// The digest that shows which population was drawn from: the codes in byte order, joined by newlines.
    public static func digest(ofPopulation creditCodes: some Sequence<String>) -> Digest {
        SHA256.digest(of: Array(creditCodes.sorted().joined(separator: "\n").utf8))
    }
}
