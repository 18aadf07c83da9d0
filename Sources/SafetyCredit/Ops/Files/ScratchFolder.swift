import Foundation

/// A folder that only this user can enter, gone with its last holder.
final class ScratchFolder: Sendable {
    let path: String

    /// - Throws: `OpsError.folderNotUsable`.
    init() throws(OpsError) {
        var template = Array(
            "\(FileManager.default.temporaryDirectory.path(percentEncoded: false))anxin-XXXXXX".utf8CString)
        let isMade = mkdtemp(&template) != nil
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard isMade else { throw .folderNotUsable(path: path, errorCode: errno) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
