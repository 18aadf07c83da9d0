internal import Glibc

/// Reads the tables that officers send.
public enum TableFile {
    /// The table in a CSV, tab-separated or XLSX file. The kind is told by the content, never by the name.
    ///
    /// **Throws** every case of `TableFileError`; nothing of a file that breaks is returned.
    public static func read(_ path: String, options: TableReadOptions = .init()) throws(TableFileError) -> Table {
        let bytes: [UInt8]
        do { bytes = try FileBytes.read(path, limit: options.limits.fileBytes) } catch { throw .file(error) }
        let digest = SHA256.digest(of: bytes)

        switch Signature(of: bytes) {
        case .empty: throw .empty
        case .zip: return try WorkbookFile.read(bytes, path: path, digest: digest, options: options)
        case .ole: throw .oldOrLockedWorkbook
        case .other: throw .unknownFormat
        case .text: return try DelimitedFile.read(bytes, path: path, digest: digest, options: options)
        }
    }

    private enum Signature {
        case empty, zip, ole, text, other

        init(of bytes: [UInt8]) {
            func starts(_ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }
            self =
                if bytes.isEmpty {
                    .empty
                } else if starts([0x50, 0x4B, 0x03, 0x04]) || starts([0x50, 0x4B, 0x05, 0x06]) {
                    .zip
                } else if starts([0xD0, 0xCF, 0x11, 0xE0]) {
                    .ole
                } else if starts(Array("%PDF".utf8)) || starts(Array("<".utf8)) || starts([0x89, 0x50, 0x4E, 0x47])
                    || starts([0xFF, 0xD8, 0xFF]) || starts(Array("Rar!".utf8)) || starts([0x37, 0x7A, 0xBC, 0xAF])
                {
                    .other
                } else {
                    .text
                }
        }
    }
}

/// What a reader may know beforehand about a table.
public struct TableReadOptions: Sendable {
    /// Column titles by which the header row is found among the first ten rows, and the separator with it.
    public var knownTitles: [String]
    /// The sheet to read; without a name the first visible one.
    public var sheet: String?
    public var limits: TableLimits

    public init(knownTitles: [String] = [], sheet: String? = nil, limits: TableLimits = .init()) {
        self.knownTitles = knownTitles
        self.sheet = sheet
        self.limits = limits
    }
}

/// How large a table may be before it is refused.
public struct TableLimits: Sendable {
    public var fileBytes = 256 << 20
    /// All parts of a workbook together, unpacked.
    public var unpackedBytes = 1 << 30
    public var rows = 2_000_000
    public var columns = 1_000

    public init() {}
}
