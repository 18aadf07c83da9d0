import CLibPQ

/// The hosts a connection may go to, as libpq lists them.
struct HostList {
    /// One entry; what was not given is empty.
    struct Host: Equatable {
        let name: String
        let address: String
        let port: String
    }

    private var hosts: [Host]

    /// Those of a connection being made, whether from its conninfo, the environment or a service file.
    init(of handle: OpaquePointer) {
        let given = PQconninfo(handle).map { ConnectionParameters.values(of: $0) } ?? [:]
        let (names, addresses, ports) = (
            Self.list(given["host"]), Self.list(given["hostaddr"]), Self.list(given["port"])
        )
        hosts = (0..<max(names.count, addresses.count)).map { index in
            func entry(_ list: [String]) -> String { index < list.count ? list[index] : "" }
            return Host(
                name: entry(names), address: entry(addresses), port: ports.count == 1 ? ports[0] : entry(ports))
        }
    }

    /// The list without the host libpq says it tries; nil when no other is left.
    func without(_ tried: Host) -> HostList? {
        var rest = self
        rest.hosts.removeAll { host in
            (host.name.isEmpty ? host.address : host.name) == tried.name && host.port == tried.port
                && (host.address.isEmpty || host.address == tried.address)
        }
        return rest.hosts.isEmpty || rest.hosts.count == hosts.count ? nil : rest
    }

    /// The settings that name these hosts and no other.
    var settings: [(keyword: String, value: String)] {
        [("host", \Host.name), ("hostaddr", \Host.address), ("port", \Host.port)].map { keyword, part in
            (keyword, hosts.map { $0[keyPath: part] }.joined(separator: ","))
        }
    }

    private static func list(_ text: String?) -> [String] {
        text?.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            .map { String(Substring($0)) } ?? []
    }
}
