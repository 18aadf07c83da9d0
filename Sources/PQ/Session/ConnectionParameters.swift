import CLibPQ
import Glibc

/// The conninfo with what this library adds to it, as libpq takes them.
struct ConnectionParameters {
    private let pairs: [(keyword: String, value: String)]
    /// Time per host; nil waits.
    let timeout: Duration?

    /// **Throws** `.connectionFailed` pointing at `conninfo` when it cannot be parsed.
    init(_ options: ConnectionOptions) throws(PQError) {
        let given = try Self.parse(options.conninfo)
        timeout =
            switch given["connect_timeout"].flatMap({ Int($0) }) {
            case .some(let seconds): seconds > 0 ? .seconds(max(2, seconds)) : nil
            case .none: options.connectTimeout
            }
        let settings = Self.options(options, before: given["options"] ?? Self.environment("PGOPTIONS"))
        for (text, setting) in [(options.conninfo, ConnectionFault.Setting.conninfo), (settings, .options)]
        where text.hasZeroByte {
            throw .connectionFailed(ConnectionFault(settings: [setting], sqlState: nil, message: "zero byte"))
        }
        pairs = [
            ("dbname", options.conninfo),
            ("fallback_application_name", options.applicationName),
            ("client_encoding", "UTF8"),
            ("options", settings),
        ]
    }

    /// Starts to connect, to the given hosts alone when there are any.
    func start(_ hosts: HostList?) -> OpaquePointer {
        // What comes later counts.
        let pairs = self.pairs + (hosts?.settings ?? [])
        let keywords = pairs.map { strdup($0.keyword) }
        let values = pairs.map { strdup($0.value) }
        defer { for string in keywords + values { free(string) } }
        let handle = (keywords + [nil]).map { UnsafePointer($0) }.withUnsafeBufferPointer { keywords in
            (values + [nil]).map { UnsafePointer($0) }.withUnsafeBufferPointer { values in
                PQconnectStartParams(keywords.baseAddress, values.baseAddress, 1)
            }
        }
        guard let handle else { preconditionFailure("out of memory") }
        return handle
    }

    private static func parse(_ conninfo: String) throws(PQError) -> [String: String] {
        // libpq takes a name without "=" for a database's; so do we.
        guard conninfo.contains("=") || conninfo.hasPrefix("postgres://") || conninfo.hasPrefix("postgresql://") else {
            return [:]
        }
        var message: UnsafeMutablePointer<CChar>?
        guard let list = PQconninfoParse(conninfo, &message) else {
            PQfreemem(message)  // it quotes what it could not parse, a password too
            throw .connectionFailed(ConnectionFault(settings: [.conninfo], sqlState: nil, message: ""))
        }
        return values(of: list)
    }

    /// The settings a list of libpq's gives a value, and frees the list.
    static func values(of list: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
        defer { PQconninfoFree(list) }
        var given: [String: String] = [:]
        var entry = list
        while let keyword = entry.pointee.keyword {
            if let value = entry.pointee.val { given[String(cString: keyword)] = String(cString: value) }
            entry += 1
        }
        return given
    }

    /// Settings go with the start-up packet: they cost no trip and `reset` comes back to them.
    private static func options(_ options: ConnectionOptions, before given: String?) -> String {
        var settings = ["client_connection_check_interval": "10s"]
        settings.merge(options.settings) { $1 }
        if let role = options.role { settings["role"] = role }
        let ours = settings.sorted { $0.key < $1.key }.map { "-c \(escaped("\($0.key)=\($0.value)"))" }
        return ((given.map { [$0] } ?? []) + ours).joined(separator: " ")
    }

    /// A backslash before what the server would split at, by bytes as it reads them.
    private static func escaped(_ text: String) -> String {
        let backslash = UInt8(ascii: "\\")
        let bytes = text.utf8.flatMap { byte in
            byte == 0x20 || (0x09...0x0D).contains(byte) || byte == backslash ? [backslash, byte] : [byte]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
