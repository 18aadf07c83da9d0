/// The SHA-256 by which channels name what they show.
enum ContentHash {
    /// Lower-case hex. A libcrypto without SHA-256 cannot publish anything, so that stops the program.
    static func hex(of bytes: [UInt8]) -> String {
        guard let digest = try? SHA256.digest(of: bytes) else { preconditionFailure("libcrypto offers no SHA-256") }
        return digest.hex
    }
}
