import Foundation

/// Takes the password out of a connection string, so that the rest can stand in the arguments of another program, which
/// every user of the machine can read.
public struct ConninfoPassword: Equatable, Sendable {
    /// The string without its password.
    public let conninfo: String
    /// The password, for `PGPASSWORD`; nil when the string has none.
    public let password: String?

    /// Reads both forms that libpq takes: `postgres://user:password@host/db` and `host=… password='…'`.
    public init(separating conninfo: String) {
        if let url = Self.url(conninfo) {
            self = url
        } else if let match = conninfo.firstMatch(
            of: #/(?:^|\s)password\s*=\s*(?:'(?<quoted>(?:[^'\\]|\\.)*)'|(?<bare>(?:[^\s\\]|\\.)*))/#)
        {
            let raw = String(match.quoted ?? match.bare ?? "")
            self.init(
                conninfo: conninfo.replacingCharacters(in: match.range, with: ""),
                password: raw.replacing(#/\\(.)/#) { String($0.1) })
        } else {
            self.init(conninfo: conninfo, password: nil)
        }
    }

    private init(conninfo: String, password: String?) {
        self.conninfo = conninfo
        self.password = password
    }

    /// The form with a scheme. Several hosts do not parse as one URL, hence by hand.
    private static func url(_ conninfo: String) -> ConninfoPassword? {
        // As libpq has it, a password among the parameters wins.
        if let match = conninfo.firstMatch(of: #/[?&]password=(?<password>[^&]*)(?<next>&?)/#),
            conninfo.wholeMatch(of: #/postgres(?:ql)?:\/\/.*/#) != nil
        {
            let opening = conninfo[match.range].hasPrefix("?") && !match.next.isEmpty ? "?" : match.next
            let rest = conninfo.replacingCharacters(in: match.range, with: String(opening))
            let password = String(match.password)
            return ConninfoPassword(
                conninfo: url(rest)?.conninfo ?? rest, password: password.removingPercentEncoding ?? password)
        }
        guard
            let match = conninfo.wholeMatch(
                of: #/(?<head>postgres(?:ql)?:\/\/[^\/@:?]*):(?<password>[^\/@]*)(?<tail>@.*)/#)
        else {
            return conninfo.hasPrefix("postgres") && conninfo.contains("://")
                ? .init(conninfo: conninfo, password: nil) : nil
        }
        let password = String(match.password)
        return ConninfoPassword(
            conninfo: String(match.head + match.tail), password: password.removingPercentEncoding ?? password)
    }
}
