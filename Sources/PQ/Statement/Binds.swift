import Glibc

/// The values of a statement, encoded when bound, in one buffer.
struct Binds: Sendable {
    struct Parameter: Sendable {
        let type: TypeOID
        let format: ValueFormat
        /// Where the value starts in the buffer; -1 for NULL.
        var offset: Int
        let length: Int
        /// Where its `$n` stands in the SQL, in UTF-8 bytes; -1 when unknown.
        var placeholder: Int
    }

    private(set) var parameters: [Parameter] = []
    private(set) var bytes = ByteWriter()
    /// The first value that cannot be sent.
    var fault: (place: Int, fault: PQError.BindFault)?

    /// The protocol counts parameters in 16 bits.
    static let maximum = 65_535

    var count: Int { parameters.count }
    var isEmpty: Bool { parameters.isEmpty }

    mutating func reserve(_ count: Int) {
        guard count > 0 else { return }
        parameters.reserveCapacity(count)
        bytes.reserve(count * 24)
    }

    mutating func append<T: PQEncodable>(_ value: T, placeholderAt placeholder: Int) {
        let start = bytes.count
        if value.isNull {
            parameters.append(
                Parameter(type: T.bindType, format: T.bindFormat, offset: -1, length: 0, placeholder: placeholder))
            return
        }
        if T.bindFormat == .binary {
            value.encodeBinary(into: &bytes)
        } else {
            value.encodeText(into: &bytes)
        }
        let length = bytes.count - start
        // libpq reads text up to a zero byte: one inside would silently cut the value.
        if T.bindFormat == .text {
            if bytes.containsZero(from: start) { bytes.fail(.zeroByteInText) }
            bytes.write(UInt8(0))
        }
        if let found = bytes.fault, fault == nil { fault = (parameters.count + 1, found) }
        bytes.fault = nil
        parameters.append(
            Parameter(type: T.bindType, format: T.bindFormat, offset: start, length: length, placeholder: placeholder))
        if parameters.count > Self.maximum, fault == nil { fault = (parameters.count, .tooManyBinds) }
    }

    mutating func append(_ other: Binds, shiftingPlaceholders shift: Int) {
        for parameter in other.parameters {
            append(
                parameter, from: other, placeholderAt: parameter.placeholder < 0 ? -1 : parameter.placeholder + shift)
        }
        fault = fault ?? other.fault
    }

    mutating func append(_ parameter: Parameter, from other: Binds, placeholderAt placeholder: Int) {
        var copy = parameter
        copy.placeholder = placeholder
        if parameter.offset >= 0 {
            copy.offset = bytes.count
            let end = parameter.offset + parameter.length + (parameter.format == .text ? 1 : 0)
            bytes.write(contentsOf: other.bytes, in: parameter.offset..<end)
        }
        parameters.append(copy)
    }
}

extension ByteWriter {
    fileprivate func containsZero(from start: Int) -> Bool {
        used > start && storage.withUnsafeBytes { memchr($0.baseAddress! + start, 0, used - start) != nil }
    }

    fileprivate mutating func write(contentsOf other: ByteWriter, in range: Range<Int>) {
        other.storage.withUnsafeBytes { write(bytes: UnsafeRawBufferPointer(rebasing: $0[range])) }
    }
}
