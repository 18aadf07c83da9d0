/// What a client needs to work with a server that checks certificate and signature.
public struct HTTPSAccess: Sendable, Equatable, CustomStringConvertible {
    public let server: HTTPSServer
    /// Names the key to the server.
    public let keyID: String
    let key: SecretKey

    public init(server: HTTPSServer, keyID: String, key: SecretKey) {
        self.server = server
        self.keyID = keyID
        self.key = key
    }

    public var description: String { "url=\(server.baseURL) key_id=\(keyID) key=***" }
}

extension HTTPSAccess {
    /// Reads the settings `<prefix>_URL`, `_KEY_ID`, `_KEY_FILE`, `_CERT_FILE`, `_CERT_KEY_FILE` and, where the server's authority is none of
    /// the system's, `_CA_FILE`; nil when none is set, or when one is wrong, which the reader keeps.
    init?(_ prefix: String, from reader: inout SettingReader) {
        let names = ["URL", "KEY_ID", "KEY_FILE", "CERT_FILE", "CERT_KEY_FILE"].map { "\(prefix)_\($0)" }
        let authority = reader.certificateFile("\(prefix)_CA_FILE")
        guard names.contains(where: { reader.text($0) != nil }) else { return nil }
        for name in names where reader.text(name) == nil {
            reader.complain(.missingSetting(setting: name, group: prefix))
        }
        let url = reader.secureURL(names[0])
        let key = reader.key(names[2])
        let certificate = reader.certificateFile(names[3])
        let certificateKey = reader.secretFile(names[4])
        guard let url, let keyID = reader.text(names[1]), let key, let certificate, let certificateKey else {
            return nil
        }
        let server = HTTPSServer(
            baseURL: url, certificateFile: certificate, certificateKeyFile: certificateKey, authorityFile: authority)
        self.init(server: server, keyID: keyID, key: key)
    }
}
