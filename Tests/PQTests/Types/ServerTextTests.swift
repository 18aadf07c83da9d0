import Testing

@testable import PQ

@Suite struct ServerTextTests {
    /// Leads, followers and their neighbours at every edge of UTF-8, surrogates and overlong forms among them.
    private static let bytes: [UInt8] = [
        0x00, 0x41, 0x7F, 0x80, 0x9F, 0xA0, 0xB8, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xE5, 0xEC, 0xED, 0xEE, 0xEF,
        0xF0,
        0xF4, 0xFF,
    ]

    @Test func readsWhatTheStandardLibraryReads() {
        var random = SystemRandomNumberGenerator()
        for round in 0..<20_000 {
            var text = Array("安全生产，有限公司（".utf8.prefix(round % 31)) + Array("note".utf8.prefix(round % 5))
            for _ in 0..<round % 4 {
                text.insert(Self.bytes.randomElement(using: &random)!, at: Int.random(in: 0...text.count))
            }
            let read = text.withUnsafeBytes { String(serverText: $0) }
            #expect(read == String(decoding: text, as: UTF8.self))
            #expect(read.utf8.elementsEqual(String(decoding: text, as: UTF8.self).utf8), "\(text)")
        }
    }
}
