import Foundation

/// Runs a command to its end as an ordinary user: PostgreSQL refuses root.
///
/// `posix_spawn` and not Foundation's `Process`, which takes a command for running as long as a server it left
/// behind holds one of its descriptors.
enum Command {
    static func run(_ command: String, _ arguments: [String]) throws {
        let log = "/tmp/anxin-test-\(getpid())-\(UInt32.random(in: 0 ... .max)).log"
        defer { unlink(log) }
        let pid = try spawn(asOrdinaryUser([command] + arguments), output: log)
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        guard status == 0 else {
            throw TestServerError.failed(
                command: command, output: (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
        }
    }

    static func asOrdinaryUser(_ words: [String]) -> [String] {
        guard geteuid() == 0 else { return words }
        return ["/usr/bin/setpriv", "--reuid", "postgres", "--regid", "postgres", "--init-groups"] + words
    }

    /// Starts a command with nothing to read and its output in a file.
    static func spawn(_ words: [String], output: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var pid: pid_t = 0
        guard posix_spawn(&pid, words[0], &actions, nil, &arguments, environ) == 0 else {
            throw TestServerError.failed(command: words[0], output: "cannot be started")
        }
        return pid
    }
}
