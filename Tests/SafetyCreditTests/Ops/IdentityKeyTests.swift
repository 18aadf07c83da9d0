import Foundation
import PQ
import SafetyCredit
import Testing

@Suite("Keys that guard resident numbers")
struct IdentityKeyTests {
    private let number: ResidentNumber

    init() throws {
        number = try ResidentNumber("421321197506304511", on: CivilDate(iso: "2025-02-28")!)
    }

    @Test("A created key file is private, reads back as the same key and is never overwritten")
    func keyFile() throws {
        try withDirectory { directory in
            let path = directory + "/id.key"
            let key = try IdentityKey.create(path: path)
            #expect(try IdentityKey.read(path: path) == key)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(throws: CryptoError.keyFileExists(path: path)) { try IdentityKey.create(path: path) }
            #expect(try IdentityKey.read(path: path) == key)
            #expect(key.id.count == 8)
            #expect("\(key)" == "IdentityKey(\(key.id))")
        }
    }

    @Test("A missing, open or malformed key file is refused by name")
    func badKeyFile() throws {
        try withDirectory { directory in
            let path = directory + "/id.key"
            #expect(throws: CryptoError.keyFileMissing(path: path)) { try IdentityKey.read(path: path) }
            try IdentityKey.create(path: path)
            chmod(path, 0o640)
            #expect(throws: CryptoError.keyFileOpenToOthers(path: path, mode: 0o640)) {
                try IdentityKey.read(path: path)
            }
            chmod(path, 0o600)
            let line = Data(repeating: 7, count: 32).base64EncodedString()
            for (text, badLine) in [
                ("", 1), (line, 2), (line + "\nAAAA\n", 2), ("?\n" + line, 1), ("\(line)\n\(line)\n\(line)", 4),
            ] {
                try Data(text.utf8).write(to: URL(filePath: path))
                #expect(throws: CryptoError.keyFileMalformed(path: path, line: badLine)) {
                    try IdentityKey.read(path: path)
                }
            }
        }
    }

    @Test("One key finds a number again, another key does not")
    func lookup() throws {
        let key = IdentityKey.random()
        #expect(try key.hash(number) == key.hash(number))
        #expect(try key.hash(number) != IdentityKey.random().hash(number))
    }

    @Test("A number opens for the subject it was sealed for, and for no other")
    func cover() throws {
        let key = IdentityKey.random()
        let sealed = try key.encrypt(number, subjectID: 42_130_000_000_001)
        #expect(try key.decrypt(sealed, subjectID: 42_130_000_000_001) == number.unmasked)
        #expect(throws: CryptoError.notAuthentic) { try key.decrypt(sealed, subjectID: 42_130_000_000_002) }
        #expect(throws: CryptoError.notAuthentic) {
            try IdentityKey.random().decrypt(sealed, subjectID: 42_130_000_000_001)
        }
    }

    private func withDirectory(_ body: (String) throws -> Void) throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "anxin-key-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: directory) }
        try body(directory.path())
    }
}
