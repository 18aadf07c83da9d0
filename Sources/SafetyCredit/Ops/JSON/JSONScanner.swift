/// Finds its way through JSON without keeping anything of it.
struct JSONScanner {
    let bytes: UnsafeRawBufferPointer
    private(set) var offset = 0

    /// Deeper nesting than this is refused: what is read may come from others.
    private static let deepest = 16

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Whether only white space is left.
    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return offset == bytes.count
        }
    }

    /// Steps over a byte behind white space, if it is the next one.
    mutating func take(_ byte: JSONByte) -> Bool {
        skipSpace()
        guard offset < bytes.count, bytes[offset] == byte.rawValue else { return false }
        offset += 1
        return true
    }

    /// Steps over a byte that must be the next one.
    mutating func expect(_ byte: JSONByte) throws(JSONFault) {
        guard take(byte) else { throw .malformed }
    }

    /// Steps over one value.
    ///
    /// - Returns: where it stands, a string with its quotes.
    mutating func value(depth: Int = 0) throws(JSONFault) -> Range<Int> {
        skipSpace()
        guard offset < bytes.count, depth < Self.deepest else { throw .malformed }
        let start = offset
        switch JSONByte(rawValue: bytes[offset]) {
        case .quote: _ = try string()
        case .openBrace:
            try list(until: .closeBrace) { (scanner) throws(JSONFault) in
                _ = try scanner.string()
                try scanner.expect(.colon)
                _ = try scanner.value(depth: depth + 1)
            }
        case .openBracket:
            try list(until: .closeBracket) { (scanner) throws(JSONFault) in
                _ = try scanner.value(depth: depth + 1)
            }
        default: try word()
        }
        return start..<offset
    }

    /// Steps over a list in brackets or braces, element by element.
    mutating func list(
        until end: JSONByte, _ element: (inout JSONScanner) throws(JSONFault) -> Void
    ) throws(JSONFault) {
        try expect(end == .closeBrace ? .openBrace : .openBracket)
        if take(end) { return }
        repeat { try element(&self) } while take(.comma)
        try expect(end)
    }

    /// Steps over a string.
    ///
    /// - Returns: where its text stands, without the quotes.
    mutating func string() throws(JSONFault) -> Range<Int> {
        try expect(.quote)
        let start = offset
        while offset < bytes.count {
            if offset + 8 <= bytes.count, isPlain(at: offset) {
                offset += 8
                continue
            }
            switch bytes[offset] {
            case JSONByte.quote.rawValue:
                offset += 1
                return start..<(offset - 1)
            case JSONByte.backslash.rawValue: offset += 2
            case ..<0x20: throw .malformed
            default: offset += 1
            }
        }
        throw .malformed
    }

    /// Whether none of eight bytes is a quote, a backslash or below a space.
    ///
    /// All eight at once: taking `n` from each byte borrows from the high bit of one that is less than `n`, and of none before such a one.
    private func isPlain(at place: Int) -> Bool {
        let eight = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = eight ^ (ones &* 0x22)
        let backslashes = eight ^ (ones &* 0x5C)
        let found =
            ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes) | ((eight &- ones &* 0x20) & ~eight)
        return found & (ones &* 0x80) == 0
    }

    /// Steps over a number, `true`, `false` or `null`: whoever reads the value looks at what it says.
    private mutating func word() throws(JSONFault) {
        let start = offset
        while offset < bytes.count, Self.isOfWord(bytes[offset]) { offset += 1 }
        if offset == start { throw .malformed }
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x45: true
        default: false
        }
    }

    private mutating func skipSpace() {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x0A, 0x0D, 0x09: offset += 1
            default: return
            }
        }
    }
}

/// Why bytes are not the JSON that was asked for.
enum JSONFault: Error, Equatable {
    case malformed
    /// A member is missing or of another kind.
    case member(String)
}

/// The bytes that make up JSON.
enum JSONByte: UInt8 {
    case quote = 0x22
    case comma = 0x2C
    case colon = 0x3A
    case openBracket = 0x5B
    case backslash = 0x5C
    case closeBracket = 0x5D
    case openBrace = 0x7B
    case closeBrace = 0x7D
}
