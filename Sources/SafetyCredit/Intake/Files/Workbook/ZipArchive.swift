internal import CLibZip
internal import Glibc

/// A zip archive held in memory, read part by part under one budget of unpacked bytes.
final class ZipArchive {
    private let archive: OpaquePointer
    /// Unpacked bytes still allowed, over all parts.
    fileprivate var budget: Int
    private let limit: Int

    /// **Throws** `brokenArchive`.
    init(_ bytes: [UInt8], unpackedLimit: Int) throws(TableFileError) {
        budget = unpackedLimit
        limit = unpackedLimit
        // The source owns its copy and frees it (last argument 1).
        guard let copy = malloc(max(bytes.count, 1)) else { throw .brokenArchive }
        bytes.withUnsafeBytes { if let base = $0.baseAddress { copy.copyMemory(from: base, byteCount: $0.count) } }
        guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
            free(copy)
            throw .brokenArchive
        }
        guard let opened = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            throw .brokenArchive
        }
        archive = opened
    }

    deinit { zip_discard(archive) }

    func contains(_ name: String) -> Bool { zip_name_locate(archive, name, 0) >= 0 }

    /// Opens a part for reading.
    ///
    /// **Throws** `brokenPart` when it is absent or locked; `unpacksTooLarge` when its stated size alone is over the budget.
    func open(_ name: String) throws(TableFileError) -> ZipPart {
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_stat(archive, name, 0, &status) == 0 else { throw .brokenPart(name) }
        guard status.size <= UInt64(budget) else { throw .unpacksTooLarge(limit: limit) }
        guard let file = zip_fopen(archive, name, 0) else { throw .brokenPart(name) }
        return ZipPart(name: name, file: file, archive: self)
    }

    fileprivate var overBudget: TableFileError { .unpacksTooLarge(limit: limit) }
}

/// One part of an archive while it is read.
final class ZipPart {
    let name: String
    private let file: OpaquePointer
    private let archive: ZipArchive
    /// Why reading stopped before the end, if it did.
    private(set) var failure: TableFileError?

    fileprivate init(name: String, file: OpaquePointer, archive: ZipArchive) {
        self.name = name
        self.file = file
        self.archive = archive
    }

    deinit { zip_fclose(file) }

    /// Up to `count` further bytes; 0 at the end, -1 when the part is damaged or the budget is spent.
    ///
    /// The stated size of a part may lie: what counts is what comes out.
    func read(into buffer: UnsafeMutableRawPointer, count: Int) -> Int {
        guard failure == nil else { return -1 }
        let got = Int(zip_fread(file, buffer, UInt64(count)))
        guard got >= 0 else {
            failure = .brokenPart(name)
            return -1
        }
        archive.budget -= got
        guard archive.budget >= 0 else {
            failure = archive.overBudget
            return -1
        }
        return got
    }
}
