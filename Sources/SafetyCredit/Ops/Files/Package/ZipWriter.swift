internal import CLibZip
internal import Glibc

/// Writes a zip archive into memory: the same parts give the same bytes on every day and machine.
///
/// Parts are stored, not packed, because another release of the packing library may pack otherwise; they stand in the order in which they
/// are added, all with the first moment that the format knows.
struct ZipWriter {
    private var parts: [(name: String, bytes: [UInt8])] = []

    mutating func add(_ name: String, _ bytes: [UInt8]) { parts.append((name, bytes)) }
    mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

    /// The archive.
    ///
    /// It does not throw: what can fail here is memory, or a name that is used twice.
    func finish() -> [UInt8] {
        let target = Self.require(zip_source_buffer_create(nil, 0, 0, nil))
        // Closing the archive lets go of the target, and discards it: one more hold keeps it for reading.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        let archive = Self.require(zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nil))
        for part in parts { Self.put(part.name, part.bytes, into: archive) }
        Self.expect(zip_close(archive))
        return Self.bytes(of: target)
    }

    /// 1 January 1980, 00:00, as the format writes dates.
    private static let firstDay: UInt16 = 1 << 5 | 1

    private static func put(_ name: String, _ bytes: [UInt8], into archive: OpaquePointer) {
        // The source owns its copy and frees it (last argument 1).
        let copy = require(malloc(max(bytes.count, 1)))
        bytes.withUnsafeBytes { if let base = $0.baseAddress { copy.copyMemory(from: base, byteCount: $0.count) } }
        let source = require(zip_source_buffer(archive, copy, UInt64(bytes.count), 1))
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        precondition(index >= 0, "a part of the archive is named twice: \(name)")
        let part = UInt64(index)
        expect(zip_set_file_compression(archive, part, ZIP_CM_STORE, 0))
        expect(zip_file_set_dostime(archive, part, 0, firstDay, 0))
        expect(zip_file_set_external_attributes(archive, part, 0, UInt8(ZIP_OPSYS_DOS), 0))
    }

    private static func bytes(of source: OpaquePointer) -> [UInt8] {
        var status = zip_stat_t()
        zip_stat_init(&status)
        expect(zip_source_stat(source, &status))
        expect(zip_source_open(source))
        defer { zip_source_close(source) }
        let size = Int(status.size)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            let count = zip_source_read(source, buffer.baseAddress, UInt64(size))
            precondition(count == Int64(size), "an archive in memory can be read")
            filled = size
        }
    }

    private static func require<Pointer>(_ pointer: Pointer?) -> Pointer {
        guard let pointer else { fatalError("no memory for an archive") }
        return pointer
    }

    private static func expect(_ status: Int32) { precondition(status == 0, "an archive in memory can be written") }
}
