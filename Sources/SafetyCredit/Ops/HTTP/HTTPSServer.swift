/// The one server a client may talk to, and how both sides show who they are.
///
/// **Units** times in milliseconds, sizes in bytes.
public struct HTTPSServer: Sendable, Hashable {
    /// Bounds of one request, so that no server can hold or fill this program.
    public struct Limits: Sendable, Hashable {
        public var connectMilliseconds = 10_000
        public var totalMilliseconds = 30_000
        /// Fewer bytes a second than this for `slowSeconds` ends the transfer.
        public var slowestBytesPerSecond = 100
        public var slowSeconds = 10
        public var headerBytes = 64 << 10
        public var bodyBytes = 4 << 20

        public init() {}
    }

    /// `https://host[:port][/path]`, without a slash at the end.
    public let baseURL: String
    /// PEM files of this side's certificate and its key.
    public let certificateFile: String
    public let certificateKeyFile: String
    /// PEM file of the authority that signed the server's certificate; nil trusts those of the system.
    public let authorityFile: String?
    public var limits = Limits()

    public init(baseURL: String, certificateFile: String, certificateKeyFile: String, authorityFile: String? = nil) {
        self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
        self.certificateFile = certificateFile
        self.certificateKeyFile = certificateKeyFile
        self.authorityFile = authorityFile
    }

    /// The path part of the base URL, which a signature covers; empty without one.
    var basePath: String {
        let rest = baseURL.dropFirst("https://".count)
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? ""
    }
}
