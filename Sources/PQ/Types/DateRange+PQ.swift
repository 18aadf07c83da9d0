extension DateRange: PQCodable {
    public static var bindType: TypeOID { .daterange }
    public static func accepts(_ type: TypeOID) -> Bool { type == .daterange }

    private static let emptyFlag: UInt8 = 0x01
    private static let lowerInclusive: UInt8 = 0x02
    private static let upperInclusive: UInt8 = 0x04
    private static let lowerInfinite: UInt8 = 0x08
    private static let upperInfinite: UInt8 = 0x10

    public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault) {
        var reader = ByteReader(bytes)
        let flags = try reader.read(UInt8.self)
        if flags & Self.emptyFlag != 0 {
            self = .empty
            return
        }
        func bound(_ infinite: UInt8, _ shiftFlag: UInt8, shiftWhen: Bool) throws(DecodingFault) -> CivilDate? {
            guard flags & infinite == 0 else { return nil }
            guard let value = try reader.readSized() else { throw .malformed }
            let date = try CivilDate(binary: value, type: .date)
            guard (flags & shiftFlag != 0) == shiftWhen else { return date }
            // There is no day after infinity: `[2025-01-01,infinity]` is no half-open range.
            guard date.isFinite else { throw .outOfRange }
            return date + 1
        }
        let lower = try bound(Self.lowerInfinite, Self.lowerInclusive, shiftWhen: false)
        let upper = try bound(Self.upperInfinite, Self.upperInclusive, shiftWhen: true)
        guard reader.remaining == 0 else { throw .length }
        self.init(from: lower, to: upper)
    }

    public func encodeBinary(into writer: inout ByteWriter) {
        if isEmpty { return writer.write(Self.emptyFlag) }
        writer.write(
            (lower == nil ? Self.lowerInfinite : Self.lowerInclusive) | (upper == nil ? Self.upperInfinite : 0))
        if let lower { writer.writeSized { lower.encodeBinary(into: &$0) } }
        if let upper { writer.writeSized { upper.encodeBinary(into: &$0) } }
    }

    public func encodeText(into writer: inout ByteWriter) { writer.write(utf8: description) }
}
