/// The SHA-256 by which channels name what they show.
enum ContentHash {
    /// Lower-case hex.
    static func hex(of bytes: [UInt8]) -> String {
        SHA256.digest(of: bytes).hex
    }
}
