import Foundation
public import PQ

/// A server of one test, whose data can be put aside and put back: what a backup and a restore do.
public struct OwnCluster: Sendable {
    public let directory: String

    /// Makes and starts an empty cluster.
    public static func start() throws -> OwnCluster {
        let cluster = OwnCluster(directory: try TestServer.makeDirectory())
        try TestServer.initialize(cluster.directory)
        try cluster.launch()
        return cluster
    }

    public func options(database: String = "postgres") -> ConnectionOptions {
        ConnectionOptions(
            conninfo: "host=\(directory) user=postgres dbname=\(database)", applicationName: "anxin-tests")
    }

    /// Of the postmaster, while the cluster runs.
    public func processID() throws -> Int32 { try TestServer.processID(of: directory) }

    public func stop() throws {
        try Command.run("\(TestServer.binaries)/pg_ctl", ["-D", "\(directory)/data", "-w", "-m", "fast", "stop"])
    }

    /// Stops for good and removes the data.
    public func remove() throws {
        try? stop()
        try FileManager.default.removeItem(atPath: directory)
    }

    /// Copies the data of the stopped server aside.
    public func keep() throws {
        try stop()
        try Command.run("/bin/cp", ["-a", "\(directory)/data", "\(directory)/kept"])
        try launch()
    }

    /// Puts the kept data back.
    ///
    /// - Parameter recovers: whether the server recovers from an archive, as after a restore to a point in time: it then has a new timeline.
    public func restore(recovers: Bool) throws {
        try stop()
        try Command.run("/bin/rm", ["-rf", "\(directory)/data"])
        try Command.run("/bin/cp", ["-a", "\(directory)/kept", "\(directory)/data"])
        if recovers { try Command.run("/usr/bin/touch", ["\(directory)/data/recovery.signal"]) }
        try launch()
    }

    /// Writes roles and databases as SQL.
    public func dump() throws { try shell("pg_dumpall -h \(directory) -U postgres > \(directory)/dump.sql") }

    /// Takes in what another cluster wrote.
    public func load(dumpOf other: OwnCluster) throws {
        try shell("psql -X -q -h \(directory) -U postgres -f \(other.directory)/dump.sql > /dev/null")
    }

    private func shell(_ command: String) throws {
        try Command.run("/bin/sh", ["-c", "PATH=\(TestServer.binaries):$PATH; exec 2>/dev/null; \(command)"])
    }

    private func launch() throws {
        _ = try TestServer.launch(
            directory,
            settings: ["listen_addresses=", "wal_level=replica", "hot_standby=off", "restore_command=/bin/false"])
        try shell("until pg_isready -q -h \(directory); do sleep 0.1; done")
    }
}
