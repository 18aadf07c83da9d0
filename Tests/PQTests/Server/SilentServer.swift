import Foundation
import PQTesting

/// A socket that takes connections and never says a word.
final class SilentServer: Sendable {
    let directory: String
    private let descriptor: Int32

    /// Listens where libpq looks for a server of that directory.
    init() throws {
        var template = Array("/tmp/silent-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw TestServerError.noDirectory }
        directory = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: "\(directory)/.s.PGSQL.5432".utf8) }
        let code = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard code == 0, listen(descriptor, 100) == 0 else { throw TestServerError.noServer }
    }

    deinit {
        close(descriptor)
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// Connections made since the last call; they are closed.
    func visitors() -> Int {
        var count = 0
        while true {
            let visitor = accept(descriptor, nil, nil)
            if visitor < 0 { return count }
            close(visitor)
            count += 1
        }
    }

    /// Whether somebody has connected and waits.
    var hasVisitor: Bool {
        var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&poller, 1, 0) > 0
    }
}
