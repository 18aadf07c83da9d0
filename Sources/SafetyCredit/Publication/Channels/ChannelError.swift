/// Why a channel could not be worked at all; a fault of one change is a `DeliveryFault`.
public enum ChannelError: Error, Sendable, Hashable {
    /// Another process or task works the channel now; try later.
    case busy(channel: String)
    /// The file system said no.
    case io(operation: String, path: String, code: Int32)
    /// What the channel keeps or shows cannot be read, contradicts itself, or is not what was written; a person must look.
    case damaged(path: String, reason: Damage)
    /// The server cannot be reached or read, by the reason's name.
    case unreachable(String)
    /// The server does not accept this client.
    case denied(status: Int)
    /// The server asked for a pause.
    case throttled(seconds: Int)
    /// The work was called off before it began.
    case stopped
    /// The time of delivery is not an ISO 8601 time that begins with a date.
    case badTime(String)

    public enum Damage: String, Sendable, Hashable {
        case unreadable
        case missing
        case releaseNotRecorded = "release-not-recorded"
        /// Not what was written.
        case altered
        /// Written by others.
        case foreign
    }
}

extension ChannelError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .busy(let channel): "channel \(channel) is busy"
        case .io(let operation, let path, let code): "\(operation) \(path): errno \(code)"
        case .damaged(let path, let reason): "\(path): \(reason.rawValue)"
        case .unreachable(let reason): "the server cannot be reached: \(reason)"
        case .denied(let status): "the server refuses this client (status \(status)): check certificate and key"
        case .throttled(let seconds): "the server asks for a pause of \(seconds) s"
        case .stopped: "stopped before everything was tried"
        case .badTime(let text): "not an ISO 8601 time: \(text)"
        }
    }
}
