import Foundation

/// Results go to standard output, everything said about the work to standard error.
enum Console {
    static func print(_ line: String) { write(line, to: .standardOutput) }

    static func print(_ bytes: [UInt8]) {
        try? FileHandle.standardOutput.write(contentsOf: Data(bytes))
    }

    static func note(_ line: String, quiet: Bool) {
        if !quiet { write(line, to: .standardError) }
    }

    static func error(_ line: String) { write("anxin: " + line, to: .standardError) }

    private static func write(_ line: String, to handle: FileHandle) {
        // A reader that has gone away (`anxin … | head`) is no failure of the command.
        try? handle.write(contentsOf: Data((line + "\n").utf8))
    }
}
