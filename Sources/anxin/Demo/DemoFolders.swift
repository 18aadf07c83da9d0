import Foundation
import SafetyCredit

/// Where the demo keeps its things.
///
/// **Shape** `input/` the files an office sends and what comes back, `data/` the register's data directory with the public site,
/// `report/` the forms and documents, and a mark by which the next demo knows that it may replace all this.
struct DemoFolders: Sendable {
    let root: String

    var input: String { root + "/input" }
    var data: String { root + "/data" }
    var report: String { root + "/report" }
    private var mark: String { root + "/.anxin-demo" }

    /// The folder asked for; without one `./anxin-demo`, or a place in `/var/lib` where root stands in a folder that the database's user
    /// cannot enter.
    static func find(_ wanted: String?) throws -> DemoFolders {
        let here = FileManager.default.currentDirectoryPath
        if let wanted { return DemoFolders(root: absolute(wanted, from: here)) }
        let isReachable = geteuid() != 0 || ancestors(of: here).allSatisfy(isOpenToOthers)
        return DemoFolders(root: isReachable ? absolute("anxin-demo", from: here) : "/var/lib/anxin-demo")
    }

    /// **Throws** `DemoError.folderInUse` when something stands there that no demo has left.
    func refuseForeignContent() throws {
        let files = FileManager.default
        let isEmpty = ((try? files.contentsOfDirectory(atPath: root)) ?? []).isEmpty
        guard isEmpty || files.fileExists(atPath: mark) else { throw DemoError.folderInUse(path: root) }
    }

    /// Makes the folders anew, in place of what an earlier demo left, whose server is stopped.
    func prepare() async throws {
        let files = FileManager.default
        try refuseForeignContent()
        try await EmbeddedCluster(dataDirectory: data).stop()
        for folder in [input, data, report] where files.fileExists(atPath: folder) {
            try files.removeItem(atPath: folder)
        }
        do {
            for folder in [root, input, data, report] {
                try files.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
            }
        } catch {
            throw OpsError.folderNotUsable(path: root, errorCode: errno)
        }
        try FileBytes.write([], to: mark)
    }

    private static func absolute(_ path: String, from here: String) -> String {
        URL(fileURLWithPath: path, relativeTo: URL(fileURLWithPath: here, isDirectory: true)).standardizedFileURL.path
    }

    private static func ancestors(of path: String) -> [String] {
        var paths = [path]
        while let last = paths.last, last != "/" { paths.append((last as NSString).deletingLastPathComponent) }
        return paths
    }

    private static func isOpenToOthers(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & 0o001 != 0
    }
}
