internal import FoundationEssentials

/// A key of 32 random bytes that no print, dump or log shows.
public struct SecretKey: Sendable, Equatable {
    let bytes: [UInt8]

    /// **Throws** `CryptoError.keyLength` unless there are 32 bytes.
    public init(bytes: [UInt8]) throws(CryptoError) {
        guard bytes.count == 32 else { throw .keyLength(bytes.count) }
        self.bytes = bytes
    }

    /// A new key from the system's generator.
    public static func random() -> SecretKey {
        SecretKey(unchecked: RandomBytes.make(32))
    }

    private init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    public static func == (left: SecretKey, right: SecretKey) -> Bool {
        var difference: UInt8 = 0
        for (a, b) in zip(left.bytes, right.bytes) { difference |= a ^ b }
        return difference == 0
    }
}

extension SecretKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "***" }
    public var debugDescription: String { "***" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Bytes that nobody can foretell, from the kernel's generator (`SystemRandomNumberGenerator` reads `getrandom` on Linux).
public enum RandomBytes {
    public static func make(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

extension SecretKey {
    /// Reads a key file: one line of base64 of 32 bytes, readable by its owner alone.
    ///
    /// **Throws** `keyFileMissing`, `keyFileOpenToOthers`, `keyFileMalformed`, `keyFileInputOutput`.
    public static func read(path: String) throws(CryptoError) -> SecretKey {
        let text = try KeyFile.read(path: path)
        guard let data = Data(base64Encoded: String(text.split(separator: "\n").first ?? "")), data.count == 32 else {
            throw .keyFileMalformed(path: path, line: 1)
        }
        return try SecretKey(bytes: Array(data))
    }
}
