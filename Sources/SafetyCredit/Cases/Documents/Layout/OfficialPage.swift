/// The page of an official document and what stands on it.
///
/// **Units** twentieths of a point, as word processors count, unless a name says otherwise. **Source** GB/T 9704-2012, 5 to 7.
enum OfficialPage {
    static func millimetres(_ count: Double) -> Int { Int((count * 1440 / 25.4).rounded()) }

    // A4; the text block is 156 mm × 225 mm, 37 mm below the upper and 28 mm right of the left edge.
    static let (width, height) = (millimetres(210), millimetres(297))
    static let (top, left) = (millimetres(37), millimetres(28))
    static let (right, bottom) = (millimetres(210 - 28 - 156), millimetres(297 - 37 - 225))
    /// The page number's foot line, 7 mm below the text block.
    static let footer = millimetres(297 - 37 - 225 - 7 - 5)

    /// 28 points: 22 lines on a page.
    static let line = 560
    /// 三号, 16 points.
    static let em = 320

    static let (redFont, titleFont) = ("方正小标宋简体", "方正小标宋简体")
    static let (bodyFont, headingFont, pageNumberFont) = ("仿宋_GB2312", "黑体", "宋体")

    /// Size of the letterhead in half points: 36 points, or smaller for a name that would not fit on one line.
    static func letterheadSize(of name: String) -> Int { min(72, Int(2 * 430 / max(1, ems(of: name)))) }

    /// Distance of the agency and of the date from the right edge, in ems: the date stands four from it, the agency centred above the date.
    static func signatureIndents(agency: String, date: String) -> (agency: Double, date: Double) {
        let (agencyWidth, dateWidth) = (ems(of: agency), ems(of: date))
        let dateIndent = max(4, 2 + (agencyWidth - dateWidth) / 2)
        return (max(0, dateIndent + (dateWidth - agencyWidth) / 2), dateIndent)
    }

    /// Width in ems: a Chinese character is one wide, a digit a half.
    private static func ems(of text: String) -> Double { Double(TextWidth.of(text)) / 2 }
}
