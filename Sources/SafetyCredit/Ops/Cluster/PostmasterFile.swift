import Foundation

/// The server's own note of its process, `postmaster.pid`, which outlives a killed server or a machine that lost power.
struct PostmasterFile: Sendable {
    let dataFolder: String

    /// The server's process; nil when there is none or when the number now belongs to another program.
    ///
    /// A server works in its data folder. Only that tells it from a process that got its number after a reboot, which
    /// `pg_ctl status` takes for a running server.
    var liveProcessID: Int32? {
        notedProcessID.flatMap { worksInDataFolder($0) ? $0 : nil }
    }

    /// Makes a start possible after a server that did not end in order.
    ///
    /// Its children outlive it for a moment and a new server refuses to join them: they are waited for. A note is removed
    /// when its number now belongs to another program, or to a dead process that nobody has collected (as in a container
    /// without an init): a new server would take either for a living one. Any other note is left to the new server.
    func recover() async throws {
        let deadline = ContinuousClock.now + .seconds(10)
        while anyProcessWorksInDataFolder, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(100))
        }
        guard let processID = notedProcessID else { return }
        let isForeign = workingFolder(of: processID).map { $0 != realDataFolder } ?? isUncollected(processID)
        guard isForeign else { return }
        try FileManager.default.removeItem(atPath: path)
    }

    private var path: String { dataFolder + "/postmaster.pid" }

    /// Waits while a server that somebody else starts is not yet ready for sessions.
    func waitUntilReady() async throws {
        let deadline = ContinuousClock.now + .seconds(120)
        while liveProcessID != nil, !isReady, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    /// The server notes how far it is in the last line.
    private var isReady: Bool { lines.last?.hasPrefix("ready") ?? false }

    private var notedProcessID: Int32? { lines.first.flatMap { Int32($0) } }

    private var lines: [Substring] {
        (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n") ?? []
    }

    private func worksInDataFolder(_ processID: Int32) -> Bool {
        workingFolder(of: processID).map { $0 == realDataFolder } ?? false
    }

    /// Nil when there is no such process, or when it belongs to another user and so is no server of ours.
    private func workingFolder(of processID: Int32) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(processID)/cwd")
    }

    /// Whether the process is dead and waits for its parent to ask how it ended.
    private func isUncollected(_ processID: Int32) -> Bool {
        // "10124 (postgres) Z 1 …"; the name may hold spaces and brackets.
        let status = try? String(contentsOfFile: "/proc/\(processID)/stat", encoding: .utf8)
        return status?.split(separator: ")").last?.hasPrefix(" Z") ?? false
    }

    /// The data folder without symbolic links, as the kernel names it; nil when it does not exist.
    private var realDataFolder: String? {
        guard let pointer = realpath(dataFolder, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    private var anyProcessWorksInDataFolder: Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.lazy.compactMap { Int32($0) }.contains(where: worksInDataFolder)
    }
}
