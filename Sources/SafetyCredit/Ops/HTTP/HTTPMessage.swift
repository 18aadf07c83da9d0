/// One request to the configured server.
struct HTTPRequest: Sendable {
    var method: Method
    /// Path below the base URL with its query, e.g. `/entries?after=0`.
    var path: String
    var headers: [(name: String, value: String)] = []
    var body: [UInt8] = []

    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }
}

/// What the server answered: nothing of it is trusted yet.
struct HTTPResponse: Sendable {
    var status: Int
    /// Names in small letters; of a repeated header the last.
    var headers: [String: String]
    var body: [UInt8]

    /// Whole seconds of `Retry-After`, nil when absent or a date.
    var retryAfterSeconds: Int? { headers["retry-after"].flatMap { Int($0) }.map { max(0, min($0, 86_400)) } }
}

/// Why there is no whole answer.
struct HTTPFault: Error, Sendable, Hashable {
    enum Reason: String, Sendable {
        case nameNotResolved = "name-not-resolved"
        case notConnected = "not-connected"
        case tls = "tls"
        case timedOut = "timed-out"
        case dropped = "dropped"
        case tooLarge = "too-large"
        case cancelled = "cancelled"
        case other = "other"
    }

    var reason: Reason
    /// Whether no byte of the request can have reached the server, so that it cannot have acted on it.
    var isUnsent: Bool
    /// libcurl's own number.
    var code: Int
}
