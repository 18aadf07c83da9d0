import Foundation

/// Runs a program of the system to its end.
///
/// By `posix_spawn`, because Foundation's `Process` waits for the end of a descriptor that a server left behind by the program
/// (`pg_ctl start`) inherits: it would wait as long as the server runs.
enum Tool {
    struct Result: Sendable {
        let status: Int32
        /// Standard output and standard error together, without the last newline.
        let output: String
    }

    /// Runs a program with nothing of this process's environment: `PGDATA`, `PGPORT` or `PGOPTIONS` must not reach a server.
    ///
    /// Output goes through a file, which a server left behind may keep open without anybody waiting for it.
    ///
    /// **Throws** `OpsError.toolFailed` when the program cannot be started; its own failure is in the result.
    static func run(_ path: String, _ arguments: [String], as user: ServerUser = .current) async throws -> Result {
        var template = Array(
            "\(FileManager.default.temporaryDirectory.path(percentEncoded: false))anxin-tool-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        let errorCode = errno
        let log = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard descriptor >= 0 else { throw OpsError.folderNotUsable(path: log, errorCode: errorCode) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        defer {
            close(descriptor)
            unlink(log)
        }
        // Another user may not be able to enter the working directory of this process.
        let command = ["/usr/bin/env", "-C", "/"] + user.command(path, arguments)
        let processID = try spawn(command, output: descriptor)
        let status = await withCheckedContinuation { ended in
            DispatchQueue.global().async { ended.resume(returning: wait(for: processID)) }
        }
        let output = String(decoding: try Data(contentsOf: URL(fileURLWithPath: log)), as: UTF8.self)
        return Result(status: status, output: output.trimmingCharacters(in: .newlines))
    }

    /// Runs a program that has to succeed.
    ///
    /// **Throws** `OpsError.toolFailed` with what it printed.
    @discardableResult
    static func require(_ path: String, _ arguments: [String], as user: ServerUser = .current) async throws -> Result {
        let result = try await run(path, arguments, as: user)
        guard result.status == 0 else {
            throw OpsError.toolFailed(tool: name(of: path), status: result.status, output: result.output)
        }
        return result
    }

    private static let environment = ["PATH=/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL=C.UTF-8"]

    private static func name(of path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }

    private static func spawn(_ command: [String], output: Int32) throws(OpsError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)

        // The threads that tasks run on block most signals, and a child inherits that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var noSignals = sigset_t()
        sigemptyset(&noSignals)
        posix_spawnattr_setsigmask(&attributes, &noSignals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

        var arguments = command.map { strdup($0) as UnsafeMutablePointer<CChar>? } + [nil]
        var environment = Self.environment.map { strdup($0) as UnsafeMutablePointer<CChar>? } + [nil]
        defer { for pointer in arguments + environment { free(pointer) } }
        var processID = pid_t()
        let failure = posix_spawn(&processID, command[0], &actions, &attributes, &arguments, &environment)
        guard failure == 0 else {
            throw .toolFailed(tool: name(of: command[0]), status: failure, output: String(cString: strerror(failure)))
        }
        return processID
    }

    /// The status as a shell gives it: 128 and the signal's number for a program that a signal ended.
    private static func wait(for processID: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(processID, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }
}
