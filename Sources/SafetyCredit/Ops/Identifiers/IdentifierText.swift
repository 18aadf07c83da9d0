/// The one way identifiers are brought to their written form before they are checked (RD-43).
enum IdentifierText {
    /// The UTF-8 of the text without outer blanks, half-width and in capitals. Inner blanks stay: they are for the check to refuse.
    ///
    /// A character that has no half-width form is kept as the single byte 0x7F, so that lengths and positions still count characters.
    static func normalise(_ raw: some StringProtocol) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(18)
        for scalar in raw.unicodeScalars {
            let byte = halfWidth(scalar)
            if byte == UInt8(ascii: " "), bytes.isEmpty { continue }
            bytes.append(byte)
        }
        while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        return bytes
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar.value {
        case 0x61...0x7A: UInt8(scalar.value) - 0x20
        case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x3000, 0xFEFF, 0x200B: UInt8(ascii: " ")
        case 0x21...0x7E: UInt8(scalar.value)
        case 0xFF41...0xFF5A: UInt8(scalar.value - 0xFF41) + UInt8(ascii: "A")
        case 0xFF01...0xFF5E: UInt8(scalar.value - 0xFF01) + 0x21
        default: 0x7F
        }
    }
}
