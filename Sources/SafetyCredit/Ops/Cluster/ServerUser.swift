import Foundation

/// The user the embedded server runs as: PostgreSQL refuses root.
enum ServerUser: Equatable, Sendable {
    /// The user of this process.
    case current
    /// Another user, which only root can take on.
    case other(name: String, id: uid_t, group: gid_t)

    /// `postgres` when this process is root's, otherwise the user of this process.
    ///
    /// **Throws** `OpsError.serverUserMissing` when root has no user `postgres` to run the server as.
    static func forThisProcess() throws(OpsError) -> ServerUser {
        guard geteuid() == 0 else { return .current }
        let name = "postgres"
        guard let entry = getpwnam(name) else { throw .serverUserMissing(name) }
        return .other(name: name, id: entry.pointee.pw_uid, group: entry.pointee.pw_gid)
    }

    var name: String {
        switch self {
        case .current: NSUserName()
        case .other(let name, _, _): name
        }
    }

    var id: uid_t {
        switch self {
        case .current: geteuid()
        case .other(_, let id, _): id
        }
    }

    /// The words that run a program as this user.
    func command(_ path: String, _ arguments: [String]) -> [String] {
        switch self {
        case .current: [path] + arguments
        case .other(let name, _, let group):
            ["/usr/bin/setpriv", "--reuid", name, "--regid", String(group), "--init-groups", path] + arguments
        }
    }

    /// Makes a folder that only this user (and root) can enter; one that exists is left as it is.
    ///
    /// **Throws** `OpsError.folderNotUsable` when it cannot be made.
    func makePrivateFolder(_ path: String) throws(OpsError) {
        if mkdir(path, 0o700) == 0 {
            try own(path)
        } else if errno != EEXIST {
            throw .folderNotUsable(path: path, errorCode: errno)
        }
    }

    /// Gives a file or folder made by root to this user.
    func own(_ path: String) throws(OpsError) {
        guard case .other(_, let id, let group) = self else { return }
        guard chown(path, id, group) == 0 else { throw .folderNotUsable(path: path, errorCode: errno) }
    }
}
