/// Signs a request so that the receiver knows who sent it and that nothing of it was changed.
///
/// HMAC-SHA256 over four lines joined by a line feed, none after the last:
///
///     METHOD                                     POST
///     path with query as sent                    /api/changes
///     time of signing, as in X-Anxin-Time        2026-11-24T10:37:12Z
///     SHA-256 of the body in hex                 e3b0c442… (for an empty body as well)
///
/// The idempotency key is a member of the body and so covered by its digest.
struct RequestSignature {
    let keyID: String
    let key: SecretKey

    /// The headers that carry the signature.
    ///
    /// **Throws** `CryptoError.library`.
    func headers(
        for request: HTTPRequest, basePath: String, at time: String
    ) throws(CryptoError) -> [(name: String, value: String)] {
        let digest = SHA256.hex(of: request.body)
        let canonical = Self.canonicalText(request.method, path: basePath + request.path, time: time, digest: digest)
        let signature = try HMACSHA256.digest(of: Array(canonical.utf8), key: key).hex
        return [
            ("X-Anxin-Time", time), ("X-Anxin-Digest", "sha-256=\(digest)"),
            ("Authorization", "ANXIN-HMAC-SHA256 key-id=\(keyID), signature=\(signature)"),
        ]
    }

    static func canonicalText(_ method: HTTPRequest.Method, path: String, time: String, digest: String) -> String {
        [method.rawValue, path, time, digest].joined(separator: "\n")
    }
}
