/// What went wrong with a digest, a cipher or a key file. Holds no key, no clear text and no cipher text.
public enum CryptoError: Error, Hashable, Sendable {
    /// The part of libcrypto that failed.
    public enum Part: String, Hashable, Sendable { case hmac, aesGCM }

    /// libcrypto refused a call that its documentation allows.
    case library(Part)
    /// A key that is not 32 bytes; the length found.
    case keyLength(Int)
    /// Sealed bytes too short to hold nonce and tag.
    case sealedTooShort(Int)
    /// The seal does not fit: another key, another subject, or changed bytes.
    case notAuthentic
    /// The opened bytes are no UTF-8.
    case notText
    /// No key file at this path.
    case keyFileMissing(path: String)
    /// The key at hand is not the one of this register; the ids of both.
    case otherKey(needed: String, found: String)
    /// A key file exists already and is not overwritten.
    case keyFileExists(path: String)
    /// The key file can be read by others than its owner; its permission bits.
    case keyFileOpenToOthers(path: String, mode: UInt32)
    /// The key file does not hold two lines of base64, each of 32 bytes.
    case keyFileMalformed(path: String, line: Int)
    /// The operating system refused to read or write the key file.
    case keyFileInputOutput(path: String, errno: Int32)
}
