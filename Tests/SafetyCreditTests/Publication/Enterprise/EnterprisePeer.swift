import Foundation
import PQTesting
import Testing

@testable import SafetyCredit

/// The enterprise publicity system on a loopback port: a process of its own that fails and lies as it is told.
final class EnterprisePeer: Sendable {
    let folder: TemporaryFolder
    let port: Int
    private let process: ChildProcess

    /// - Parameter certificate: the one it presents: `server`, or `stranger`, which no known authority signed.
    init(certificate: String = "server", in folder: TemporaryFolder) throws {
        self.folder = folder
        if !folder.exists("peer/ca.crt") { try Self.makeCertificates(in: folder) }
        try folder.write(certificate, to: "peer/certificate")
        let program = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Support/Peers/enterprise_peer.py").standardized
        process = try ChildProcess.start(["/usr/bin/env", "python3", program.path(), folder.path + "/peer"])
        for _ in 0..<2_000 where !folder.exists("peer/port") { usleep(10_000) }
        port = try #require(Int(try folder.text("peer/port")), "the peer did not start")
    }

    func stop() {
        process.signal(SIGKILL)
        process.wait()
    }

    /// Makes the next pushes, or one, go as a mode says; `read:` before it means readings back.
    func behave(_ mode: String, once: Bool = false) throws {
        try folder.write(mode + (once ? " once" : ""), to: "peer/mode")
    }

    /// Keys of the pushes that came in, in their order; none whose signature did not hold.
    func pushes() throws -> [String] {
        guard folder.exists("peer/log.jsonl") else { return [] }
        return try folder.text("peer/log.jsonl").split(separator: "\n").compactMap { line in
            let request = try JSONValue(parsing: String(line)).members ?? [:]
            guard request["method"] == "POST" else { return nil }
            #expect(request["signed"] == true)
            if case .string(let key)? = request["key"] { return key }
            return nil
        }
    }

    /// Puts the state aside, or back.
    func keepState() throws { try folder.copy("peer/state.json", to: "peer/kept.json") }
    func restoreState() throws {
        try folder.remove("peer/state.json")
        try folder.copy("peer/kept.json", to: "peer/state.json")
    }

    func access(client: String = "client", key: SecretKey? = nil, limits: HTTPSServer.Limits? = nil) throws
        -> HTTPSAccess
    {
        let path = folder.path + "/peer"
        var server = HTTPSServer(
            baseURL: "https://localhost:\(port)/api", certificateFile: "\(path)/\(client).crt",
            certificateKeyFile: "\(path)/\(client).key", authorityFile: "\(path)/ca.crt")
        server.limits = limits ?? Self.patience
        return HTTPSAccess(server: server, keyID: "suizhou", key: try key ?? SecretKey.read(path: "\(path)/hmac.key"))
    }

    /// Short enough that a test of a slow peer ends soon, long enough for a busy machine.
    static var patience: HTTPSServer.Limits {
        var limits = HTTPSServer.Limits()
        limits.totalMilliseconds = 3_000
        limits.bodyBytes = 1 << 20
        return limits
    }

    private static func makeCertificates(in folder: TemporaryFolder) throws {
        try folder.write("", to: "peer/names")
        let script = """
            set -e; cd '\(folder.path)/peer'; exec 2>/dev/null
            new="-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
            for name in ca stranger-ca; do openssl req -x509 $new -days 30 -subj /CN=$name -keyout $name.key -out $name.crt; done
            echo subjectAltName=DNS:localhost > names
            sign() {
                openssl req $new -subj /CN=$1 -keyout $1.key -out $1.csr
                openssl x509 -req -in $1.csr -CA $2.crt -CAkey $2.key -CAcreateserial -days 30 -extfile names -out $1.crt
            }
            sign server ca; sign client ca; sign stranger stranger-ca
            echo subjectAltName=DNS:elsewhere.example > names
            sign misnamed ca
            head -c 32 /dev/urandom | base64 > hmac.key
            chmod 600 *.key
            """
        let status = try ChildProcess.run(script: script)
        try #require(status == 0, "openssl made no certificates")
    }
}
