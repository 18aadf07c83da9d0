import Foundation
import SafetyCredit
import Testing

@Suite struct ConfigurationTests {
    @Test func `without any setting the database is the embedded one in root's data directory`() throws {
        let configuration = Configuration(environment: [:], isRoot: true)
        try configuration.validate()
        #expect(configuration.database == .embedded(dataDirectory: "/var/lib/anxin"))
        #expect(configuration.language == .chinese)
    }

    @Test(arguments: [
        (["HOME": "/home/li"], "/home/li/.local/state/anxin"),
        (["HOME": "/home/li", "XDG_STATE_HOME": "/state"], "/state/anxin"),
        (["HOME": "/home/li", "XDG_STATE_HOME": "relative"], "/home/li/.local/state/anxin"),
        (["HOME": "/home/li", "ANXIN_DATA_DIR": "/srv/anxin"], "/srv/anxin"),
    ])
    func `an ordinary user's cluster stands in the user's state folder`(
        environment: [String: String], directory: String
    ) {
        let configuration = Configuration(environment: environment, isRoot: false)
        #expect(configuration.database == .embedded(dataDirectory: directory))
    }

    @Test func `a flag wins over the environment and the environment over libpq's variables`() {
        let environment = ["ANXIN_DATABASE_URL": "postgres:///b", "PGHOST": "c"]
        let flags = Configuration.Flags(databaseURL: "postgres:///a")
        #expect(Configuration(flags: flags, environment: environment).database == .url(Secret("postgres:///a")))
        #expect(Configuration(environment: environment).database == .url(Secret("postgres:///b")))
        #expect(Configuration(environment: ["PGHOST": "c"]).database == .libpqEnvironment)
    }

    @Test func `a user name or password alone names no server`() {
        let configuration = Configuration(environment: ["PGUSER": "li", "PGPASSWORD": "x", "PGHOST": ""], isRoot: true)
        #expect(configuration.database == .embedded(dataDirectory: "/var/lib/anxin"))
    }

    @Test func `every problem is reported at once`() throws {
        let environment = [
            "ANXIN_DATA_DIR": "here", "ANXIN_ID_KEY_FILE": "/nowhere",
        ]
        let configuration = Configuration(flags: .init(language: "de"), environment: environment)
        let error = try #require(throws: OpsError.self) { try configuration.validate() }
        guard case .invalidConfiguration(let problems) = error else { throw error }
        #expect(
            Set(problems.map { String(describing: $0) })
                == Set(
                    [
                        .unknownValue(setting: "--lang", value: "de", allowed: ["zh", "en"]),
                        .relativePath(setting: "ANXIN_DATA_DIR", path: "here"),
                        .unreadablePath(setting: "ANXIN_ID_KEY_FILE", path: "/nowhere"),
                    ].map { (problem: ConfigurationProblem) in String(describing: problem) }))
        #expect(error.exitStatus == .configuration)
        #expect(error.sentence(in: .english).split(separator: "\n").count == 3)
    }

    @Test func `a key file that others can read is refused`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "key-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let environment = ["ANXIN_ID_KEY_FILE": file.path()]
        _ = FileManager.default.createFile(
            atPath: file.path(), contents: Data(), attributes: [.posixPermissions: 0o604])
        #expect(throws: OpsError.self) { try Configuration(environment: environment).validate() }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path())
        try Configuration(environment: environment).validate()
    }

    @Test func `secrets print as stars`() {
        let environment = ["ANXIN_DATABASE_URL": "postgres://li:geheim@db/anxin", "ANXIN_ID_KEY_FILE": "/etc/geheim"]
        let configuration = Configuration(environment: environment)
        for text in [String(describing: configuration), String(reflecting: configuration.database)] {
            #expect(!text.contains("geheim"))
            #expect(text.contains("***"))
        }
        var dumped = ""
        dump(configuration.database, to: &dumped)
        #expect(!dumped.contains("geheim"))
    }

    @Test func `a half configured enterprise system is told with every problem`() throws {
        let folder = try TemporaryFolder()
        try folder.write("no certificate", to: "client.crt")
        try folder.write("short", to: "hmac.key")
        for name in ["client.crt", "hmac.key"] {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600], ofItemAtPath: folder.path + "/" + name)
        }
        let environment = [
            "ANXIN_ENTERPRISE_URL": "http://user:geheim@gsxt.example/api",
            "ANXIN_ENTERPRISE_KEY_FILE": folder.path + "/hmac.key",
            "ANXIN_ENTERPRISE_CERT_FILE": folder.path + "/client.crt",
            "ANXIN_ENTERPRISE_CA_FILE": "/nowhere.crt",
        ]
        let error = try #require(throws: OpsError.self) { try Configuration(environment: environment).validate() }
        guard case .invalidConfiguration(let problems) = error else { throw error }
        #expect(
            Set(problems.map { String(describing: $0) })
                == Set(
                    [
                        .missingSetting(setting: "ANXIN_ENTERPRISE_KEY_ID", group: "ANXIN_ENTERPRISE"),
                        .missingSetting(setting: "ANXIN_ENTERPRISE_CERT_KEY_FILE", group: "ANXIN_ENTERPRISE"),
                        .notASecureURL(setting: "ANXIN_ENTERPRISE_URL"),
                        .malformedKey(setting: "ANXIN_ENTERPRISE_KEY_FILE", path: folder.path + "/hmac.key"),
                        .noCertificate(setting: "ANXIN_ENTERPRISE_CERT_FILE", path: folder.path + "/client.crt"),
                        .unreadablePath(setting: "ANXIN_ENTERPRISE_CA_FILE", path: "/nowhere.crt"),
                    ].map { (problem: ConfigurationProblem) in String(describing: problem) }))
        #expect(!error.sentence(in: .chinese).contains("geheim"))
    }
}
