internal import CLibCrypto

/// A keyed digest: the same text gives the same digest to those who hold the key, and nothing to others.
///
/// **Source** RFC 2104 with SHA-256, through libcrypto.
public enum HMACSHA256 {
    /// **Throws** `CryptoError.library`.
    public static func digest(of bytes: [UInt8], key: SecretKey) throws(CryptoError) -> Digest {
        try digest(of: bytes, keyBytes: key.bytes)
    }

    /// Keys of any length, for the test vectors of RFC 4231.
    static func digest(of bytes: [UInt8], keyBytes: [UInt8]) throws(CryptoError) -> Digest {
        var output = [UInt8](repeating: 0, count: 32)
        var length = 0
        let done = EVP_Q_mac(
            nil, "HMAC", nil, "SHA256", nil, keyBytes, keyBytes.count, bytes, bytes.count, &output, output.count,
            &length)
        guard done != nil, length == 32 else { throw .library(.hmac) }
        return Digest(bytes: output)
    }
}
