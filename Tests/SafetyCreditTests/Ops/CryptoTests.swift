import Testing

@testable import SafetyCredit

@Suite("Digests and ciphers against published vectors")
struct CryptoTests {
    @Test(
        "SHA-256 gives the digests of FIPS 180-4, in one piece or many",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func sha256(text: String, hex: String) {
        #expect(SHA256.digest(of: Array(text.utf8)).hex == hex)
        var streamed = SHA256()
        for byte in text.utf8 { streamed.update([byte]) }
        #expect(streamed.finish().hex == hex)
    }

    @Test("HMAC-SHA256 gives the digests of RFC 4231")
    func hmac() throws {
        let first = try HMACSHA256.digest(of: Array("Hi There".utf8), keyBytes: [UInt8](repeating: 0x0b, count: 20))
        #expect(first.hex == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
        let second = try HMACSHA256.digest(of: Array("what do ya want for nothing?".utf8), keyBytes: Array("Jefe".utf8))
        #expect(second.hex == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }

    @Test("AES-256-GCM gives test case 16 of the GCM specification")
    func gcmVector() throws {
        let key = try SecretKey(bytes: bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"))
        let clear = bytes(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525"
                + "b16aedf5aa0de657ba637b39")
        let sealed = try AESGCM.seal(
            clear, key: key, context: bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
            nonce: bytes("cafebabefacedbaddecaf888"))
        #expect(
            Hex.encode(sealed.dropFirst(12)) == "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662" + "76fc6ece0f4e1768cddf8853bb2d551b")
    }

    @Test("What is sealed opens again, and two seals of one text differ")
    func roundTrip() throws {
        let key = SecretKey.random()
        for length in [0, 1, 15, 16, 17, 1000] {
            let clear = RandomBytes.make(length)
            let sealed = try AESGCM.seal(clear, key: key, context: [1])
            #expect(sealed.count == length + 28)
            #expect(try AESGCM.open(sealed, key: key, context: [1]) == clear)
            #expect(try AESGCM.seal(clear, key: key, context: [1]) != sealed)
        }
    }

    @Test("Another key, another context or any changed byte does not open")
    func forgery() throws {
        let key = SecretKey.random()
        let sealed = try AESGCM.seal([1, 2, 3], key: key, context: [7])
        #expect(throws: CryptoError.notAuthentic) { try AESGCM.open(sealed, key: .random(), context: [7]) }
        #expect(throws: CryptoError.notAuthentic) { try AESGCM.open(sealed, key: key, context: [8]) }
        #expect(throws: CryptoError.notAuthentic) { try AESGCM.open(sealed, key: key, context: []) }
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: CryptoError.notAuthentic, "byte \(index)") {
                try AESGCM.open(changed, key: key, context: [7])
            }
        }
        #expect(throws: CryptoError.sealedTooShort(27)) {
            try AESGCM.open(Array(sealed.prefix(27)), key: key, context: [7])
        }
    }

    @Test("A key never shows in print")
    func silence() throws {
        let key = try SecretKey(bytes: Array(0..<32))
        var dumped = ""
        dump(key, to: &dumped)
        for print in ["\(key)", String(reflecting: key), "\([key])"] { #expect(print.contains("***")) }
        #expect(!dumped.contains("31"))
        #expect(throws: CryptoError.keyLength(31)) { try SecretKey(bytes: Array(0..<31)) }
    }

    private func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16)! }
    }
}
