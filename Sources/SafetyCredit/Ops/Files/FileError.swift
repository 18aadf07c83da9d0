/// Why a file could not be read or written.
public enum FileError: Error, Hashable, Sendable {
    case missing(path: String)
    /// The folder in which a file was to be written.
    case folderMissing(path: String)
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

    /// What failed while a file was written, which need not have been there before.
    static func writing(errno: Int32, path: String) -> FileError {
        errno == 2 ? .folderMissing(path: path) : .from(errno: errno, path: path)  // ENOENT
    }
}
