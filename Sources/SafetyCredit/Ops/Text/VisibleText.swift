/// Text in which nothing is hidden from the reader or from the escaper.
///
/// The template engine escapes character by character, and Swift's characters are whole clusters: a quotation mark
/// with a combining mark behind it is not a quotation mark to it, but is one to a browser. Such a companion, a
/// control character or a mark that turns the direction of writing becomes U+FFFD, where everybody sees it.
enum VisibleText {
    static func of(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { isHidden($0) || isMarkup($0) }) else { return text }
        var visible = String.UnicodeScalarView()
        for character in text {
            let isCluster = character.unicodeScalars.count > 1
            let hidesMarkup = isCluster && character.unicodeScalars.contains(where: isMarkup)
            for scalar in character.unicodeScalars {
                let isShown = hidesMarkup ? isMarkup(scalar) : !isHidden(scalar)
                visible.append(isShown ? scalar : "\u{FFFD}")
            }
        }
        return String(visible)
    }

    private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "<", ">", "&", "\"", "'": true
        default: false
        }
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: false
        }
    }
}
