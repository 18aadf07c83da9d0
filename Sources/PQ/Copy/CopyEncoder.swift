/// Writes the fields of rows in COPY's binary or text format into one buffer.
@frozen public struct CopyEncoder: ~Copyable {
    @usableFromInline var writer: ByteWriter
    @usableFromInline let isBinary: Bool
    @usableFromInline var fields: Int16 = 0
    @usableFromInline var rowStart = 0

    /// The buffer is sent when it holds this much.
    @usableFromInline static let chunk = 65_536

    @usableFromInline init(format: CopyTarget.Format) {
        writer = ByteWriter(capacity: Self.chunk + 8_192)
        isBinary = format == .binary
    }

    @inlinable public mutating func write<T: PQEncodable>(_ value: T) {
        if value.isNull {
            writeNull()
        } else if isBinary {
            writeBinary { value.encodeBinary(into: &$0) }
        } else {
            writeText(value)
        }
    }

    @inlinable @inline(__always) mutating func writeBinary(_ encode: (inout ByteWriter) -> Void) {
        fields &+= 1
        writer.writeSized(encode)
    }

    @inlinable mutating func writeNull() {
        if isBinary {
            writer.write(Int32(-1))
        } else {
            separate()
            writer.write(utf8: "\\N")
        }
        fields &+= 1
    }

    @usableFromInline mutating func separate() {
        if fields > 0 { writer.write(UInt8(ascii: "\t")) }
    }

    @usableFromInline mutating func writeText<T: PQEncodable>(_ value: T) {
        separate()
        fields &+= 1
        let start = writer.count
        value.encodeText(into: &writer)
        writer.escapeForCopy(from: start)
    }

    @inlinable mutating func beginRow() {
        fields = 0
        if isBinary {
            rowStart = writer.count
            writer.write(Int16(0))
        }
    }

    /// **Throws** `.unencodableRow` when one of its values cannot be sent.
    @inlinable mutating func endRow(_ number: Int) throws(PQError) {
        if let fault = writer.fault { throw .unencodableRow(number, fault) }
        if isBinary {
            writer.overwrite(fields, at: rowStart)
        } else {
            writer.write(UInt8(ascii: "\n"))
        }
    }

    /// What a binary COPY starts with.
    @usableFromInline mutating func writeHeader() {
        guard isBinary else { return }
        for byte in "PGCOPY\n".utf8 { writer.write(byte) }
        for byte: UInt8 in [0xFF, 0x0D, 0x0A, 0x00] { writer.write(byte) }
        writer.write(Int32(0))
        writer.write(Int32(0))
    }

    @usableFromInline mutating func writeTrailer() {
        if isBinary { writer.write(Int16(-1)) }
    }
}

extension ByteWriter {
    /// Puts a backslash before what COPY's text format would take for itself.
    mutating func escapeForCopy(from start: Int) {
        guard bytes[start...].contains(where: { Self.copyEscape($0) != nil }) else { return }
        let plain = Array(bytes[start...])
        used = start
        for byte in plain {
            if let escape = Self.copyEscape(byte) {
                write(UInt8(ascii: "\\"))
                write(escape)
            } else {
                write(byte)
            }
        }
    }

    private static func copyEscape(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\\"): UInt8(ascii: "\\")
        case UInt8(ascii: "\t"): UInt8(ascii: "t")
        case UInt8(ascii: "\n"): UInt8(ascii: "n")
        case UInt8(ascii: "\r"): UInt8(ascii: "r")
        default: nil
        }
    }
}
