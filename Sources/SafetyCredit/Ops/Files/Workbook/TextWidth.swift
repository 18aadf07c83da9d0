/// How wide text stands in a spreadsheet, in half-width characters.
public enum TextWidth {
    /// Chinese characters and full-width marks count two.
    public static func of(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    }

    /// A column width that shows these texts, between 8 and 40.
    public static func column(of texts: [String]) -> Double {
        Double(min(40, max(8, (texts.map(of).max() ?? 0) + 2)))
    }

    /// Points for a row in which the longest of the texts wraps within its column; spreadsheets do not grow rows of a file they open.
    public static func rowHeight(of texts: [String], in widths: [Double]) -> Double {
        let lines = zip(texts, widths).map { text, width in (Double(of(text)) / (width - 2)).rounded(.up) }
        return 17 * max(1, lines.max() ?? 1)
    }
}
