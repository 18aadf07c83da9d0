import Foundation
public import PQ

/// A server that speaks TLS on a local port, with certificates made for it; its databases differ in how one gets in.
///
/// `scram` asks for a password with SCRAM, `plain` for one in the clear, `certain` for a client certificate as well.
public struct TLSServer: Sendable {
    public let directory: String
    public let port: Int
    private let processID: Int32

    /// The user of its databases, also the name in the client's certificate.
    public static let user = "officer"
    public static let password = "correct horse"

    public enum ServerCertificate: String, Sendable { case good, expired }

    public static func start() async throws -> TLSServer {
        let directory = try TestServer.makeDirectory()
        try TestServer.initialize(directory)
        try Command.run("/bin/sh", ["-c", certificates(in: directory)])
        let port = try freePort()
        let pid = try TestServer.launch(
            directory,
            settings: [
                "listen_addresses=127.0.0.1", "port=\(port)", "hba_file=\(directory)/hba.conf",
            ])
        let server = TLSServer(directory: directory, port: port, processID: pid)
        try await server.admin(
            "create role \(user) login password '\(password)'", "create database scram", "create database plain",
            "create database certain")
        return server
    }

    /// Options of a client that trusts the server's authority and checks the server's name.
    public func options(database: String, _ changes: [String: String] = [:]) -> ConnectionOptions {
        var words = [
            "host": "localhost", "hostaddr": "127.0.0.1", "port": "\(port)", "dbname": database, "user": Self.user,
            "password": "'\(Self.password)'", "sslmode": "verify-full", "sslrootcert": "\(directory)/ca.crt",
            "channel_binding": "require", "sslcert": "\(directory)/none", "sslkey": "\(directory)/none",
        ]
        words.merge(changes) { $1 }
        return ConnectionOptions(conninfo: words.map { "\($0)=\($1)" }.joined(separator: " "))
    }

    public func use(_ certificate: ServerCertificate) async throws {
        let path = "\(directory)/\(certificate.rawValue)"
        try await change("ssl_cert_file", to: "\(path).crt", "ssl_key_file", to: "\(path).key")
    }

    public func speakTLS(_ isOn: Bool) async throws { try await change("ssl", to: isOn ? "on" : "off") }

    public func stop() { ServerAtExit.end(pid: processID, directory: directory) }

    /// Changes settings and waits until new sessions have them.
    private func change(
        _ name: String, to value: String, _ second: String? = nil, to secondValue: String = ""
    ) async throws {
        var statements = ["alter system set \(name) = '\(value)'"]
        if let second { statements.append("alter system set \(second) = '\(secondValue)'") }
        try await admin(statements + ["select pg_reload_conf()"])
        while try await current(name) != value {}
    }

    private var adminOptions: ConnectionOptions {
        ConnectionOptions(conninfo: "host=\(directory) port=\(port) user=postgres dbname=postgres")
    }

    private func admin(_ statements: String...) async throws { try await admin(statements) }

    private func admin(_ statements: [String]) async throws {
        let connection = try await Connection.connect(adminOptions)
        for statement in statements { try await connection.script(statement) }
        await connection.close()
    }

    private func current(_ setting: String) async throws -> String {
        let connection = try await Connection.connect(adminOptions)
        let value = try await connection.value("select current_setting(\(setting))", as: String.self)
        await connection.close()
        return value
    }

    private static func certificates(in directory: String) -> String {
        """
        set -e; cd \(directory); exec 2>/dev/null
        new="-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
        for name in ca stranger; do
            openssl req -x509 $new -days 30 -subj /CN=$name -keyout $name.key -out $name.crt
        done
        echo subjectAltName=DNS:localhost > names
        sign() {
            openssl req $new -subj /CN=$2 -keyout $1.key -out $1.csr
            openssl x509 -req -in $1.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days $3 -extfile names -out $1.crt
        }
        sign good localhost 30; sign expired localhost -1; sign client \(user) 30
        printf '%s\\n' 'local all all trust' 'hostssl scram all 127.0.0.1/32 scram-sha-256' \
            'hostssl plain all 127.0.0.1/32 password' \
            'hostssl certain all 127.0.0.1/32 scram-sha-256 clientcert=verify-full' > hba.conf
        # In the file and not on the command line, which would go before what the test changes.
        printf '%s\\n' ssl=on "ssl_cert_file='$PWD/good.crt'" "ssl_key_file='$PWD/good.key'" \
            "ssl_ca_file='$PWD/ca.crt'" >> data/postgresql.conf
        """
    }

    /// A port nobody listened on a moment ago.
    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, length) == 0 ? getsockname(descriptor, generic, &length) : -1
            }
        }
        guard code == 0 else { throw TestServerError.noServer }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
