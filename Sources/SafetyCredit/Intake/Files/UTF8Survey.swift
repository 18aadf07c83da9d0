/// Where bytes break the rules of UTF-8, and how much of them speaks for UTF-8 all the same.
struct UTF8Survey {
    private(set) var firstFault: Int?
    private(set) var faults = 0
    /// Valid characters of three or four bytes: text of another encoding hardly ever holds them by chance.
    private(set) var longCharacters = 0
    private(set) var endsInsideCharacter = false

    init(of bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { scan($0) }
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            let length = Self.length(at: index, in: bytes)
            if length > 0 {
                if length > 2 { longCharacters += 1 }
                index += length
            } else {
                if firstFault == nil { firstFault = index }
                faults += 1
                endsInsideCharacter = Self.isCutOff(at: index, in: bytes)
                if endsInsideCharacter { return }
                index += 1
            }
        }
    }

    /// The length of the character that begins here, or 0 if none does.
    private static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let lead = bytes[index]
        let length = expectedLength(lead)
        guard length > 0, index + length <= bytes.count else { return 0 }
        for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
        let second = bytes[index + 1]
        switch lead {
        case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
            return 0  // overlong, surrogate or beyond Unicode
        default: return length
        }
    }

    private static func isCutOff(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let length = expectedLength(bytes[index])
        guard length > 0, index + length > bytes.count else { return false }
        return bytes[(index + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
    }

    private static func expectedLength(_ lead: UInt8) -> Int {
        switch lead {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }
}
