import Foundation

/// Where the embedded server's socket stands: in the state folder if its path is short enough, else in a short folder
/// that a note in the state folder names.
enum SocketDirectory {
    /// The most bytes a socket's path may have on Linux (`sun_path` less the closing zero).
    static let longestPath = 107
    static let socketName = ".s.PGSQL.5432"

    /// The folder for a cluster, made if needed, open to the server's user alone.
    ///
    /// **Throws** `OpsError.socketPathTooLong` when not even the fallback is short enough, `.folderNotUsable`.
    static func prepare(
        below stateFolder: String, user: ServerUser, environment: [String: String]
    ) throws -> String {
        let near = stateFolder + "/run"
        if fits(near) {
            try user.makePrivateFolder(near)
            return near
        }
        if let noted = noted(below: stateFolder), isPrivate(noted, user: user) { return noted }
        let made = try makeShortFolder(user: user, environment: environment)
        try Data(made.utf8).write(to: noteURL(below: stateFolder))
        return made
    }

    /// The folder that an earlier `prepare` chose.
    static func current(below stateFolder: String) -> String {
        let near = stateFolder + "/run"
        return fits(near) ? near : noted(below: stateFolder) ?? near
    }

    /// Whether a socket in the folder can be bound, and whether the server's settings can name it (a comma would split it).
    private static func fits(_ directory: String) -> Bool {
        "\(directory)/\(socketName)".utf8.count <= longestPath && !directory.contains(",")
    }

    private static func noteURL(below stateFolder: String) -> URL {
        URL(fileURLWithPath: stateFolder + "/socket-directory")
    }

    private static func noted(below stateFolder: String) -> String? {
        guard let note = try? String(contentsOf: noteURL(below: stateFolder), encoding: .utf8) else { return nil }
        return fits(note) ? note : nil
    }

    /// A real folder of the server's user that nobody else can enter: somebody may have taken a name in /tmp meanwhile.
    private static func isPrivate(_ path: String, user: ServerUser) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR && status.st_mode & 0o077 == 0
            && status.st_uid == user.id
    }

    private static func makeShortFolder(user: ServerUser, environment: [String: String]) throws -> String {
        let parents = [user == .current ? environment["XDG_RUNTIME_DIR"] : "/run", "/tmp"].compactMap(\.self)
        for parent in parents where fits("\(parent)/anxin-XXXXXX") {
            var template = Array("\(parent)/anxin-XXXXXX".utf8CString)
            guard mkdtemp(&template) != nil else { continue }
            let made = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
            try user.own(made)
            return made
        }
        throw OpsError.socketPathTooLong(path: "\(parents[0])/anxin-XXXXXX/\(socketName)")
    }
}
