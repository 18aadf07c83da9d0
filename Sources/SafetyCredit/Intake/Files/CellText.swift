/// Small questions about the text of a cell, answered on its bytes.
enum CellText {
    /// The text without blanks at its ends: ASCII and full-width blanks, no-break blanks, marks of byte order.
    static func trim(_ text: String) -> String {
        guard let first = text.utf8.first, let last = text.utf8.last else { return text }
        if isPlain(first), isPlain(last) { return text }
        let scalars = text.unicodeScalars
        guard let start = scalars.firstIndex(where: { !isBlank($0) }),
            let end = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[start...end])
    }

    /// A text that a spreadsheet wrote with an exponent (9.14213E+17): digits are lost.
    static func isScientific(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard (5...24).contains(bytes.count), bytes[0] >= 0x30, bytes[0] <= 0x39 else { return false }
        guard let exponent = bytes.firstIndex(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }),
            exponent + 2 < bytes.count, bytes[exponent + 1] == UInt8(ascii: "+")
        else { return false }
        return bytes[..<exponent].allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
            && bytes[(exponent + 2)...].allSatisfy(isDigit)
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// A byte that neither is a blank nor begins or ends one outside ASCII (U+00A0, U+200B, U+3000, U+FEFF).
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0xC2 && byte != 0xA0 && byte != 0xE2 && byte != 0x8B && byte != 0xE3 && byte != 0x80
            && byte != 0xEF && byte != 0xBF
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x200B, 0x3000, 0xFEFF: true
        default: false
        }
    }
}
