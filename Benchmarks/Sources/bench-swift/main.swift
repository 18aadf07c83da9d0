import Glibc
import PQ

// Usage: bench-swift CONNINFO WORK; prints "wall cpu check".
guard CommandLine.arguments.count == 3, let work = Work(rawValue: CommandLine.arguments[2]) else { exit(64) }

func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let connection = try await Connection.connect(ConnectionOptions(conninfo: CommandLine.arguments[1]))
let (start, processor) = (ContinuousClock.now, processorTime())
let check = try await work.run(on: connection)
let wall = (ContinuousClock.now - start) / .seconds(1)
print("\(wall) \(processorTime() - processor) \(check)")
await connection.close()
