import Foundation
import SafetyCredit

/// The bureau's site as a visitor meets it: files below its public folder, read afresh each time.
struct PublicSite: Sendable {
    let folder: String

    func pagePath(_ membershipID: Int64) -> String { "\(folder)/entry/\(membershipID).html" }

    /// What the entry's page says; nil when there is no page.
    func page(_ membershipID: Int64) throws -> String? {
        guard let bytes = try Self.bytes(pagePath(membershipID)) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The ids that `list.json` holds.
    func listedIDs() throws -> Set<Int64> {
        guard let bytes = try Self.bytes(folder + "/list.json") else { return [] }
        struct List: Decodable {
            struct Line: Decodable {
                let entryID: Int64
                enum CodingKeys: String, CodingKey { case entryID = "entry_id" }
            }
            let entries: [Line]
        }
        return Set(try JSONDecoder().decode(List.self, from: Data(bytes)).entries.map(\.entryID))
    }

    private static func bytes(_ path: String) throws -> [UInt8]? {
        do throws(FileError) { return try FileBytes.read(path) } catch {
            if case .missing = error { return nil }
            throw error
        }
    }
}
