internal import CLibCrypto

/// SHA-256 over bytes that come in pieces.
///
/// **Source** FIPS 180-4, through libcrypto.
public struct SHA256: ~Copyable {
    private let context: OpaquePointer

    /// **Throws** `CryptoError.library` when libcrypto offers no SHA-256.
    public init() throws(CryptoError) {
        let fresh = EVP_MD_CTX_new()
        guard let fresh, EVP_DigestInit_ex(fresh, EVP_sha256(), nil) == 1 else {
            EVP_MD_CTX_free(fresh)
            throw .library(.sha256)
        }
        context = fresh
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds the next piece.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) throws(CryptoError) {
        guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else { throw .library(.sha256) }
    }

    /// Adds the next piece.
    public mutating func update(_ bytes: [UInt8]) throws(CryptoError) {
        let done = bytes.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        guard done == 1 else { throw .library(.sha256) }
    }

    /// The digest of all pieces.
    public consuming func finish() throws(CryptoError) -> Digest {
        var bytes = [UInt8](repeating: 0, count: 32)
        guard EVP_DigestFinal_ex(context, &bytes, nil) == 1 else { throw .library(.sha256) }
        return Digest(bytes: bytes)
    }

    /// The digest of bytes at hand.
    public static func digest(of bytes: [UInt8]) throws(CryptoError) -> Digest {
        var hash = try SHA256()
        try hash.update(bytes)
        return try hash.finish()
    }
}

/// The 32 bytes of a SHA-256 or HMAC-SHA-256; printed in lower-case hex.
public struct Digest: Sendable, Hashable, CustomStringConvertible {
    public let bytes: [UInt8]

    public var hex: String { Hex.encode(bytes) }
    public var description: String { hex }
}

/// Lower-case hexadecimal text of bytes.
enum Hex {
    private static let digits = Array("0123456789abcdef".utf8)

    static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
