import Foundation

/// The folder with one installation's server programs.
struct PostgresBinaries: Equatable, Sendable {
    let directory: String
    /// The major version, e.g. 15.
    let major: Int

    static let oldestMajor = 15

    func path(_ tool: String) -> String { directory + "/" + tool }

    /// The installation to use: for existing data the one of the same major version, otherwise the newest of 15 and above.
    ///
    /// **Throws** `OpsError.binariesMissing` when there is none, `.binariesOfOtherVersion` when none fits the data.
    static func find(dataMajor: Int?, environment: [String: String]) async throws -> PostgresBinaries {
        let directories = candidateDirectories(environment: environment)
        var found: [PostgresBinaries] = []
        for directory in directories {
            if let major = try await majorVersion(in: directory), major >= oldestMajor {
                found.append(PostgresBinaries(directory: directory, major: major))
            }
        }
        guard let newest = found.max(by: { $0.major < $1.major }) else {
            throw OpsError.binariesMissing(searched: directories)
        }
        guard let dataMajor else { return newest }
        guard let fitting = found.first(where: { $0.major == dataMajor }) else {
            throw OpsError.binariesOfOtherVersion(dataMajor: dataMajor, found: found.map(\.major))
        }
        return fitting
    }

    /// The folders of `PATH` and then those of Debian's packages, which are not in `PATH`.
    private static func candidateDirectories(environment: [String: String]) -> [String] {
        let debian = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: debian)) ?? []
        let path = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return path
            + versions.sorted { $0.compare($1, options: .numeric) == .orderedDescending }.map { "\(debian)/\($0)/bin" }
    }

    /// The major version of the `postgres` in a folder; nil when the folder lacks one of the three programs needed.
    private static func majorVersion(in directory: String) async throws -> Int? {
        let tools = ["postgres", "initdb", "pg_ctl"].map { directory + "/" + $0 }
        guard tools.allSatisfy(FileManager.default.isExecutableFile(atPath:)) else { return nil }
        let result = try await Tool.run(tools[0], ["--version"])
        // "postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)"
        let words = result.output.split(separator: " ")
        return words.count > 2 ? Int(words[2].prefix { $0.isNumber }) : nil
    }
}
