/// Column titles as officers write them, brought to one form for comparing.
enum HeaderTitle {
    /// The title without blanks, line breaks, marks of obligation and remarks on how to fill it in, half-width and in
    /// small letters.
    ///
    /// Other words in brackets stay: they may name a unit of measure.
    static func normalise(_ title: String) -> String {
        var plain = plain(title)
        for remark in ["(必填)", "(选填)", "(全称)"] where plain.hasSuffix(remark) { plain.removeLast(remark.count) }
        return plain
    }

    private static func plain(_ title: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in title.unicodeScalars where !CellText.isBlank(scalar) {
            let plain = halfWidth(scalar)
            if plain == "*" || plain == ":" { continue }
            result.append(plain)
        }
        return String(result)
    }

    /// The column letters of a spreadsheet: 1 is A, 27 is AA.
    static func letters(column: Int) -> String {
        var rest = column
        var letters: [Character] = []
        while rest > 0 {
            letters.insert(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26))), at: 0)
            rest = (rest - 1) / 26
        }
        return String(letters)
    }

    /// The closest of the known titles, when fewer than half its characters differ.
    static func nearest(to title: String, among known: [String]) -> String? {
        let wanted = Array(normalise(title).unicodeScalars)
        let ranked = known.map { ($0, distance(wanted, Array(normalise($0).unicodeScalars))) }
        guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
        return best.1 * 2 < max(wanted.count, normalise(best.0).unicodeScalars.count) ? best.0 : nil
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let value =
            switch scalar.value {
            case 0xFF01...0xFF5E: scalar.value - 0xFEE0
            default: scalar.value
            }
        return Unicode.Scalar(value >= 0x41 && value <= 0x5A ? value + 0x20 : value) ?? scalar
    }

    /// How many characters must be put in, taken out or exchanged.
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var row = Array(0...b.count)
        for (i, left) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in b.enumerated() {
                let kept = diagonal + (left == right ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(kept, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
