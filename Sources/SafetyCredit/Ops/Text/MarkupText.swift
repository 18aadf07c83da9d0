extension String {
    /// The text as it stands between tags or in a quoted attribute of XML or HTML.
    ///
    /// Works on scalars, because a mark of markup with a combining mark behind it is one character to Swift but none to a parser; what XML
    /// does not allow at all becomes U+FFFD.
    var escapedForMarkup: String {
        var escaped = ""
        escaped.reserveCapacity(utf8.count + 16)
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x26: escaped += "&amp;"
            case 0x3C: escaped += "&lt;"
            case 0x3E: escaped += "&gt;"
            case 0x22: escaped += "&quot;"
            case 0x27: escaped += "&#39;"
            case 0x09, 0x0A, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: escaped.unicodeScalars.append(scalar)
            default: escaped.unicodeScalars.append("\u{FFFD}")
            }
        }
        return escaped
    }
}
