extension String {
    /// Text as the server sent it; what is no UTF-8 (from a database of encoding SQL_ASCII) is replaced.
    @usableFromInline init(serverText bytes: UnsafeRawBufferPointer) {
        if let text = String(utf8: bytes) { self = text } else { self.init(decoding: bytes, as: UTF8.self) }
    }

    /// The text of these bytes; nil when they are no UTF-8.
    ///
    /// The standard library looks at every byte of Chinese text by itself; here a character of three bytes is one step.
    package init?(utf8 bytes: UnsafeRawBufferPointer) {
        guard let isASCII = ServerText.check(bytes) else {
            self.init(validating: bytes.bindMemory(to: UInt8.self), as: UTF8.self)
            return
        }
        // Checked just above.
        let span = UTF8Span(unchecked: bytes.assumingMemoryBound(to: UInt8.self).span, isKnownASCII: isASCII)
        self.init(copying: span)
    }
}

/// The check of text for UTF-8.
enum ServerText {
    /// Whether the bytes are ASCII alone; nil when they are no UTF-8, or rare enough to leave to the slower check.
    static func check(_ bytes: UnsafeRawBufferPointer) -> Bool? {
        var (at, count) = (0, bytes.count)
        guard let base = bytes.baseAddress else { return true }
        while at &+ 8 <= count, base.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
            at &+= 8
        }
        while at < count, base.load(fromByteOffset: at, as: UInt8.self) < 0x80 { at &+= 1 }
        if at == count { return true }
        while at < count {
            // Two characters at once: only where text is mixed does the search go on byte by byte.
            while at &+ 8 <= count, isTwoTimesThreeBytes(base + at) { at &+= 6 }
            if at == count { break }
            if base.load(fromByteOffset: at, as: UInt8.self) < 0x80 {
                at &+= 1
            } else if at &+ 3 <= count, isThreeBytes(base + at) {
                at &+= 3
            } else {
                return nil
            }
        }
        return false
    }

    private static func isTwoTimesThreeBytes(_ place: UnsafeRawPointer) -> Bool {
        let bytes = UInt64(littleEndian: place.loadUnaligned(as: UInt64.self))
        guard bytes & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 else { return false }
        return isLead(UInt8(truncatingIfNeeded: bytes)) && isLead(UInt8(truncatingIfNeeded: bytes >> 24))
    }

    /// A character from U+1000 to U+CFFF or from U+E000 on, Chinese with its punctuation among them: what follows the other leads needs a
    /// closer look.
    private static func isThreeBytes(_ place: UnsafeRawPointer) -> Bool {
        let lead = place.load(as: UInt8.self)
        let rest = place.loadUnaligned(fromByteOffset: 1, as: UInt16.self)
        return isLead(lead) && rest & 0xC0C0 == 0x8080
    }

    private static func isLead(_ byte: UInt8) -> Bool { byte >= 0xE1 && byte <= 0xEF && byte != 0xED }
}
