internal import CLibCrypto

/// Authenticated encryption: who lacks the key can neither read nor change what is sealed, nor move it to another context.
///
/// **Shape** of sealed bytes: 12 bytes random nonce, cipher text of the same length as the clear text, 16 bytes tag.
/// **Source** NIST SP 800-38D with AES-256, through libcrypto. One key may seal some 2³² texts before random nonces get unsafe.
public enum AESGCM {
    static let nonceLength = 12
    static let tagLength = 16

    /// Seals `clear`; `context` is authenticated but not stored, and the same bytes are needed to open.
    public static func seal(_ clear: [UInt8], key: SecretKey, context: [UInt8]) throws(CryptoError) -> [UInt8] {
        try seal(clear, key: key, context: context, nonce: RandomBytes.make(nonceLength))
    }

    /// The nonce is an argument for the published test vectors alone: one used twice breaks the seal.
    static func seal(
        _ clear: [UInt8], key: SecretKey, context: [UInt8], nonce: [UInt8]
    ) throws(CryptoError) -> [UInt8] {
        let cipher = try Cipher()
        var body = [UInt8](repeating: 0, count: clear.count + 1)
        var tag = [UInt8](repeating: 0, count: tagLength)
        var length: Int32 = 0
        var tail: Int32 = 0
        guard EVP_EncryptInit_ex(cipher.context, EVP_aes_256_gcm(), nil, key.bytes, nonce) == 1,
            EVP_EncryptUpdate(cipher.context, nil, &length, context, Int32(context.count)) == 1,
            EVP_EncryptUpdate(cipher.context, &body, &length, clear, Int32(clear.count)) == 1,
            EVP_EncryptFinal_ex(cipher.context, &tag, &tail) == 1,
            EVP_CIPHER_CTX_ctrl(cipher.context, EVP_CTRL_AEAD_GET_TAG, Int32(tagLength), &tag) == 1
        else { throw .library(.aesGCM) }
        return nonce + body.prefix(clear.count) + tag
    }

    /// The clear bytes.
    ///
    /// **Throws** `sealedTooShort`; `notAuthentic` for another key, another context or changed bytes.
    public static func open(_ sealed: [UInt8], key: SecretKey, context: [UInt8]) throws(CryptoError) -> [UInt8] {
        guard sealed.count >= nonceLength + tagLength else { throw .sealedTooShort(sealed.count) }
        let nonce = Array(sealed.prefix(nonceLength))
        let body = Array(sealed.dropFirst(nonceLength).dropLast(tagLength))
        var tag = Array(sealed.suffix(tagLength))

        let cipher = try Cipher()
        var clear = [UInt8](repeating: 0, count: body.count + 1)
        var scratch = [UInt8](repeating: 0, count: tagLength)
        var length: Int32 = 0
        guard EVP_DecryptInit_ex(cipher.context, EVP_aes_256_gcm(), nil, key.bytes, nonce) == 1,
            EVP_DecryptUpdate(cipher.context, nil, &length, context, Int32(context.count)) == 1,
            EVP_DecryptUpdate(cipher.context, &clear, &length, body, Int32(body.count)) == 1,
            EVP_CIPHER_CTX_ctrl(cipher.context, EVP_CTRL_AEAD_SET_TAG, Int32(tagLength), &tag) == 1
        else { throw .library(.aesGCM) }
        guard EVP_DecryptFinal_ex(cipher.context, &scratch, &length) == 1 else { throw .notAuthentic }
        return Array(clear.prefix(body.count))
    }

    /// Owns one cipher context.
    private struct Cipher: ~Copyable {
        let context: OpaquePointer

        init() throws(CryptoError) {
            let fresh = EVP_CIPHER_CTX_new()
            guard let fresh else { throw .library(.aesGCM) }
            context = fresh
        }

        deinit { EVP_CIPHER_CTX_free(context) }
    }
}
