/// Why a file could not be read or written.
public enum FileError: Error, Hashable, Sendable {
    case missing(path: String)
    /// A folder, a device or a pipe where a file is wanted.
    case notAFile(path: String)
    case notPermitted(path: String)
    case tooLarge(path: String, bytes: Int, limit: Int)
    /// Any other answer of the operating system.
    case inputOutput(path: String, errno: Int32)

    static func from(errno: Int32, path: String) -> FileError {
        switch errno {
        case 2: .missing(path: path)  // ENOENT
        case 1, 13: .notPermitted(path: path)  // EPERM, EACCES
        default: .inputOutput(path: path, errno: errno)
        }
    }
}
