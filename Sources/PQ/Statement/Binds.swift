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
    private var buffer: BindBuffer?
    /// The first value that cannot be sent.
    private(set) var fault: (place: Int, fault: PQError.BindFault)?

    /// The protocol counts parameters in 16 bits.
    static let maximum = 65_535

    var count: Int { parameters.count }
    var isEmpty: Bool { parameters.isEmpty }

    mutating func reserve(_ count: Int) {
        guard count > 0 else { return }
        parameters.reserveCapacity(count)
        buffer = BindBuffer(capacity: count * 24)
    }

    mutating func append<T: PQEncodable>(_ value: T, placeholderAt placeholder: Int) {
        if value.isNull {
            return add(
                Parameter(type: T.bindType, format: T.bindFormat, offset: -1, length: 0, placeholder: placeholder))
        }
        let buffer = ownBuffer()
        let start = buffer.writer.count
        if let found = buffer.write(value) { note(found, at: parameters.count + 1) }
        let length = buffer.writer.count - start - (T.bindFormat == .text ? 1 : 0)
        add(Parameter(type: T.bindType, format: T.bindFormat, offset: start, length: length, placeholder: placeholder))
    }

    private mutating func add(_ parameter: Parameter) {
        parameters.append(parameter)
        if parameters.count > Self.maximum { note(.tooManyBinds, at: parameters.count) }
    }

    /// Keeps the first fault.
    mutating func note(_ found: PQError.BindFault, at place: Int) { fault = fault ?? (place, found) }

    mutating func append(_ other: Binds, shiftingPlaceholders shift: Int) {
        noteFault(of: other)
        for parameter in other.parameters {
            append(
                parameter, from: other, placeholderAt: parameter.placeholder < 0 ? -1 : parameter.placeholder + shift)
        }
    }

    /// Takes over the fault of binds that are about to be appended.
    mutating func noteFault(of other: Binds) {
        if let (place, found) = other.fault { note(found, at: count + place) }
    }

    mutating func append(_ parameter: Parameter, from other: Binds, placeholderAt placeholder: Int) {
        var copy = parameter
        copy.placeholder = placeholder
        if parameter.offset >= 0 {
            let buffer = ownBuffer()
            copy.offset = buffer.writer.count
            let end = parameter.offset + parameter.length + (parameter.format == .text ? 1 : 0)
            buffer.writer.write(bytes: UnsafeRawBufferPointer(rebasing: other.bytes[parameter.offset..<end]))
            if let found = buffer.writer.reasonNotToSend { note(found, at: count + 1) }
        }
        add(copy)
    }

    /// Valid while the binds live unchanged.
    var bytes: UnsafeRawBufferPointer { buffer?.writer.bytes ?? UnsafeRawBufferPointer(start: nil, count: 0) }

    /// The buffer, made or copied when another value holds it too.
    private mutating func ownBuffer() -> BindBuffer {
        if isKnownUniquelyReferenced(&buffer), let buffer { return buffer }
        let own = BindBuffer(capacity: bytes.count + 24)
        own.writer.write(bytes: bytes)
        buffer = own
        return own
    }
}

/// The bytes of the values bound, shared until one of the holders writes.
private final class BindBuffer: @unchecked Sendable {  // written only while one value alone holds it
    @exclusivity(unchecked) var writer: ByteWriter  // never written while it is read

    init(capacity: Int) { writer = ByteWriter(capacity: capacity) }

    /// Writes one value, text with a zero byte after it.
    func write<T: PQEncodable>(_ value: T) -> PQError.BindFault? {
        defer { writer.fault = nil }
        if T.bindFormat == .binary {
            value.encodeBinary(into: &writer)
            return writer.reasonNotToSend
        }
        let start = writer.count
        value.encodeText(into: &writer)
        // libpq reads text up to a zero byte: one inside would silently cut the value.
        let isCut = writer.bytes[start...].contains(0)
        writer.write(UInt8(0))
        return writer.reasonNotToSend ?? (isCut ? .zeroByteInText : nil)
    }
}
