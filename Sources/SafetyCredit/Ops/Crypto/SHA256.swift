internal import CLibCrypto

/// SHA-256 over bytes that come in pieces.
///
/// It does not throw: a libcrypto without SHA-256 is no libcrypto this program was linked against.
/// **Source** FIPS 180-4, through libcrypto.
public struct SHA256: ~Copyable {
    private let context: OpaquePointer

    public init() {
        guard let fresh = EVP_MD_CTX_new(), EVP_DigestInit_ex(fresh, EVP_sha256(), nil) == 1 else {
            fatalError("libcrypto offers no SHA-256")
        }
        context = fresh
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds the next piece.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        let done = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
        precondition(done == 1, "a started digest takes bytes")
    }

    /// Adds the next piece.
    public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

    /// The digest of all pieces.
    public consuming func finish() -> Digest {
        var bytes = [UInt8](repeating: 0, count: 32)
        let done = EVP_DigestFinal_ex(context, &bytes, nil)
        precondition(done == 1, "a started digest ends")
        return Digest(bytes: bytes)
    }

    /// The digest of bytes at hand.
    public static func digest(of bytes: [UInt8]) -> Digest {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finish()
    }

    /// The digest of bytes at hand, in lower-case hex.
    public static func hex(of bytes: some Sequence<UInt8>) -> String { digest(of: Array(bytes)).hex }
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
