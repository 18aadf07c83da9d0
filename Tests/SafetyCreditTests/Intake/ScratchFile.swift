import Foundation

/// Gives a path to a file of these bytes for the time of the body.
@discardableResult
func withScratchFile<T>(_ bytes: [UInt8], name: String = "table.csv", _ body: (String) throws -> T) throws -> T {
    try withScratchDirectory { directory in
        let path = "\(directory)/\(name)"
        try Data(bytes).write(to: URL(filePath: path))
        return try body(path)
    }
}

/// Gives a fresh folder for the time of the body.
@discardableResult
func withScratchDirectory<T>(_ body: (String) throws -> T) throws -> T {
    let directory = FileManager.default.temporaryDirectory.appending(path: "anxin-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: directory) }
    return try body(directory.path())
}
