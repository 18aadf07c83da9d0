internal import Glibc
internal import PQ

/// Numbers of a workbook as the text an officer sees.
enum ExcelNumber {
    /// A number that is no date. From 10¹⁵ on digits are gone: a spreadsheet keeps 15.
    static func cell(_ raw: String) -> Cell {
        let digits = raw.utf8.allSatisfy(CellText.isDigit)
        if digits, raw.utf8.count <= 15 { return .text(raw) }
        guard let number = Double(raw), number.isFinite else { return .text(raw) }
        guard abs(number) < 1e15 else { return .damaged(.lostDigits, shown: raw) }
        if number == number.rounded() { return .text(String(Int64(number))) }
        return .text(fifteenDigits(number))
    }

    /// A number under a date format: `2025-02-28`, with ` 08:30:00` behind it when there is a time of day.
    ///
    /// Serial 1 is 1900-01-01, and 60 the 29 February 1900 that never was; in the system of 1904 serial 0 is 1904-01-01.
    static func dateCell(_ raw: String, system1904: Bool) -> Cell {
        guard let serial = Double(raw), serial.isFinite else { return .text(raw) }
        let seconds = (serial * 86_400).rounded()
        let days = (seconds / 86_400).rounded(.down)
        if !system1904, days == 0 { return cell(raw) }  // a time of day without a day
        guard days >= 0, days <= 2_958_465, system1904 || days != 60 else {
            return .damaged(.impossibleDate, shown: raw)
        }
        let day = system1904 ? start1904 + Int(days) : Self.day(serial: Int(days))
        let timeOfDay = Int(seconds - days * 86_400)
        return .text(timeOfDay == 0 ? day.description : "\(day) \(timeText(timeOfDay))")
    }

    /// The day of a serial number of the 1900 system, other than 60.
    static func day(serial: Int) -> CivilDate { start1900 + (serial > 60 ? serial - 1 : serial) }

    private static let start1900 = date(1899, 12, 31)
    private static let start1904 = date(1904, 1, 1)

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else { preconditionFailure("a real day") }
        return date
    }

    /// The decimal text with at most 15 significant digits and no exponent, which hides the dust of binary fractions.
    private static func fifteenDigits(_ number: Double) -> String {
        var buffer = [CChar](repeating: 0, count: 32)
        let length = Int(withVaList([abs(number)]) { vsnprintf(&buffer, buffer.count, "%.14e", $0) })
        let written = String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let parts = written.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return String(number) }

        var digits = Array(parts[0].utf8.filter { $0 != UInt8(ascii: ".") })
        while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
        let zero = UInt8(ascii: "0")
        var text: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
        if exponent < 0 {
            text += [zero, UInt8(ascii: ".")] + Array(repeating: zero, count: -exponent - 1) + digits
        } else {
            while digits.count <= exponent { digits.append(zero) }
            text += digits[...exponent]
            if digits.count > exponent + 1 { text += [UInt8(ascii: ".")] + digits[(exponent + 1)...] }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func timeText(_ seconds: Int) -> String {
        "\(twoDigits(seconds / 3600)):\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
