import Glibc
import SafetyCredit
import Synchronization

/// Results go to standard output, everything said about the work to standard error.
enum Console {
    /// The first write of a result that failed, if one did.
    private static let lostResult = Mutex<Int32?>(nil)

    static func print(_ line: String) { print(Array((line + "\n").utf8)) }

    static func print(_ bytes: [UInt8]) {
        let failure = FileBytes.append(bytes, to: STDOUT_FILENO)
        // A reader that has gone away (`anxin … | head`) is no failure of the command.
        guard failure != 0, failure != EPIPE else { return }
        lostResult.withLock { $0 = $0 ?? failure }
    }

    /// Prints a result, or writes it to a file where one is named.
    static func print(_ bytes: [UInt8], to file: String?) throws(FileError) {
        if let file { try FileBytes.write(bytes, to: file) } else { print(bytes) }
    }

    static func note(_ line: String, quiet: Bool) {
        if !quiet { tell(line) }
    }

    static func error(_ line: String) { tell("anxin: " + line) }

    /// **Throws** `FileError` where a result did not reach standard output, as on a full disk: what was done is done, but a script must not
    /// take half a table for a whole one.
    static func requireResults() throws(FileError) {
        guard let failure = lostResult.withLock({ $0 }) else { return }
        throw .inputOutput(path: "/dev/stdout", errno: failure)
    }

    private static func tell(_ line: String) { _ = FileBytes.append(Array((line + "\n").utf8), to: STDERR_FILENO) }
}
