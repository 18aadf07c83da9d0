internal import FoundationEssentials

/// The two keys that guard resident numbers: one finds a number, one hides it.
///
/// They live outside the database. A plain hash of a number can be tried out; a keyed one cannot (RD-25).
public struct IdentityKey: Sendable, Equatable {
    /// Tells which key made a stored value: the first 8 hex digits of the SHA-256 of both keys.
    public let id: String
    private let lookup: SecretKey
    private let cover: SecretKey

    public init(lookup: SecretKey, cover: SecretKey) {
        self.lookup = lookup
        self.cover = cover
        id = String(SHA256.digest(of: lookup.bytes + cover.bytes).hex.prefix(8))
    }

    /// New keys from the system's generator.
    public static func random() -> IdentityKey {
        IdentityKey(lookup: .random(), cover: .random())
    }

    /// The digest by which a number is searched: equal numbers give equal digests under one key.
    public func hash(_ number: ResidentNumber) throws(CryptoError) -> Digest {
        try HMACSHA256.digest(of: Array(number.unmasked.utf8), key: lookup)
    }

    /// The number sealed for one subject: moved to another subject's row it no longer opens.
    public func encrypt(_ number: ResidentNumber, subjectID: Int64) throws(CryptoError) -> [UInt8] {
        try AESGCM.seal(Array(number.unmasked.utf8), key: cover, context: Self.context(subjectID))
    }

    /// The characters of a sealed number; they passed every check when they were sealed.
    ///
    /// **Throws** `sealedTooShort`, `notAuthentic`, `notText`.
    public func decrypt(_ sealed: [UInt8], subjectID: Int64) throws(CryptoError) -> String {
        let clear = try AESGCM.open(sealed, key: cover, context: Self.context(subjectID))
        guard let text = String(validating: clear, as: UTF8.self) else { throw .notText }
        return text
    }

    private static func context(_ subjectID: Int64) -> [UInt8] { Array("subject:\(subjectID)".utf8) }
}

extension IdentityKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "IdentityKey(\(id))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}

extension IdentityKey {
    /// Reads a key file: two lines of base64, first the lookup key, then the cover key, each of 32 bytes.
    ///
    /// **Throws** `keyFileMissing`, `keyFileOpenToOthers`, `keyFileMalformed`, `keyFileInputOutput`.
    public static func read(path: String) throws(CryptoError) -> IdentityKey {
        let text = try KeyFile.read(path: path)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        guard lines.count == 2 else { throw .keyFileMalformed(path: path, line: lines.count + 1) }
        return try IdentityKey(
            lookup: secretKey(lines[0], line: 1, path: path), cover: secretKey(lines[1], line: 2, path: path))
    }

    /// Makes new keys and their file, readable by its owner alone.
    ///
    /// **Throws** `keyFileExists`: a key that is replaced makes every stored number unreadable; `keyFileInputOutput`.
    @discardableResult
    public static func create(path: String) throws(CryptoError) -> IdentityKey {
        let key = IdentityKey.random()
        let lines = [key.lookup, key.cover].map { Data($0.bytes).base64EncodedString() + "\n" }
        try KeyFile.create(path: path, text: lines.joined())
        return key
    }

    private static func secretKey(_ line: Substring, line number: Int, path: String) throws(CryptoError) -> SecretKey {
        guard let data = Data(base64Encoded: String(line)), data.count == 32 else {
            throw .keyFileMalformed(path: path, line: number)
        }
        return try SecretKey(bytes: Array(data))
    }
}

extension IdentityKey {
    /// A keyed digest of any text: equal texts give equal digests under one key, and tell nobody else anything.
    ///
    /// The text is marked as a text, so that no digest of a request equals the lookup digest of a number.
    public func digest(ofRequest text: String) throws(CryptoError) -> Digest {
        try HMACSHA256.digest(of: Array("request:\(text)".utf8), key: lookup)
    }
}
