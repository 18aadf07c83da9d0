import Foundation
import PQ
import SafetyCredit

// Usage: bench-publication CONNINFO reconcile DAY            prints "changes seconds"
//        bench-publication CONNINFO drain DAY WORKERS LIMIT  prints "changes seconds"
//        bench-publication site FOLDER ENTRIES               prints seconds: all, one corrected (and files written), one withdrawn (and
//                                                            files), reading back
// The product's own reconciliation and delivery worker; drained into a channel that does nothing.
let arguments = CommandLine.arguments
if arguments.count == 4, arguments[1] == "site", let count = Int64(arguments[3]) {
    try await SiteWork(root: arguments[2], count: count).run()
    exit(0)
}
guard arguments.count >= 4, let day = CivilDate(iso: arguments[3]) else { exit(64) }
let options = try ConnectionOptions(conninfo: arguments[1])
let key = try SecretKey(bytes: [UInt8](repeating: 0x5a, count: 32))
let ledger = Ledger(acts: ActVocabulary.acts, identityKey: IdentityKey(lookup: key, cover: key), today: day)

// Like the peers', the clock starts when the connections stand.
let workers = arguments[2] == "drain" && arguments.count > 4 ? Int(arguments[4]) ?? 1 : 1
var connections: [Connection] = []
for _ in 0..<workers { connections.append(try await Connection.connect(options)) }
let start = ContinuousClock.now
let changes: Int
switch arguments[2] {
case "reconcile": changes = try await Reconciliation.run(asOf: day, on: connections[0])
case "drain": changes = try await drain(limit: arguments.count > 5 ? Int(arguments[5]) ?? 100 : 100, by: connections)
default: exit(64)
}
print("\(changes) \((ContinuousClock.now - start) / .seconds(1))")
for connection in connections { await connection.close() }

/// Delivers everything that is due on the benchmark's channel, a worker on each connection at once, `limit` changes at a time.
func drain(limit: Int, by connections: [Connection]) async throws -> Int {
    try await withThrowingTaskGroup(of: Int.self) { group in
        for connection in connections {
            group.addTask {
                try await DeliveryWorker(
                    channel: NoOpChannel(code: "enterprise-publicity", batchLimit: limit), ledger: ledger
                )
                .run(asOf: day, at: "\(day)T09:00:00+08:00", on: connection).done
            }
        }
        return try await group.reduce(0, +)
    }
}
