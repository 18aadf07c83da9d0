// The commonest types once more, without a protocol in between: see RowDecoder+Known.swift.
extension CopyEncoder {
    @inlinable public mutating func write(_ value: Bool) {
        if isBinary { writeBinary { value.encodeBinary(into: &$0) } } else { writeText(value) }
    }

    @inlinable public mutating func write(_ value: Bool?) {
        if let value { write(value) } else { writeNull() }
    }

    @inlinable public mutating func write(_ value: Int32) {
        if isBinary { writeBinary { value.encodeBinary(into: &$0) } } else { writeText(value) }
    }

    @inlinable public mutating func write(_ value: Int32?) {
        if let value { write(value) } else { writeNull() }
    }

    @inlinable public mutating func write(_ value: Int64) {
        if isBinary { writeBinary { value.encodeBinary(into: &$0) } } else { writeText(value) }
    }

    @inlinable public mutating func write(_ value: Int64?) {
        if let value { write(value) } else { writeNull() }
    }

    @inlinable public mutating func write(_ value: Int) {
        if isBinary { writeBinary { value.encodeBinary(into: &$0) } } else { writeText(value) }
    }

    @inlinable public mutating func write(_ value: Int?) {
        if let value { write(value) } else { writeNull() }
    }

    @inlinable public mutating func write(_ value: String) {
        if isBinary { writeBinary { value.encodeBinary(into: &$0) } } else { writeText(value) }
    }

    @inlinable public mutating func write(_ value: String?) {
        if let value { write(value) } else { writeNull() }
    }

    @inlinable public mutating func write(_ value: CivilDate) {
        if isBinary { writeBinary { value.encodeBinary(into: &$0) } } else { writeText(value) }
    }

    @inlinable public mutating func write(_ value: CivilDate?) {
        if let value { write(value) } else { writeNull() }
    }

    @inlinable public mutating func write(_ value: Instant) {
        if isBinary { writeBinary { value.encodeBinary(into: &$0) } } else { writeText(value) }
    }

    @inlinable public mutating func write(_ value: Instant?) {
        if let value { write(value) } else { writeNull() }
    }
}
