extension Numeric: PQCodable {
    public static var bindType: TypeOID { .numeric }
    public static func accepts(_ type: TypeOID) -> Bool { type == .numeric }

    private static let negativeSign: UInt16 = 0x4000
    private static let nanSign: UInt16 = 0xC000
    private static let infinitySign: UInt16 = 0xD000
    private static let negativeInfinitySign: UInt16 = 0xF000

    public init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingFault) {
        var reader = ByteReader(bytes)
        let count = Int(try reader.read(UInt16.self))
        let weight = try reader.read(Int16.self)
        let sign = try reader.read(UInt16.self)
        let scale = try reader.read(UInt16.self)
        switch sign {
        case Self.nanSign: self = .nan
        case Self.infinitySign: self = .infinity
        case Self.negativeInfinitySign: self = .negativeInfinity
        case 0, Self.negativeSign:
            guard reader.remaining == count * 2 else { throw .length }
            var digits: [UInt16] = []
            digits.reserveCapacity(count)
            for _ in 0..<count {
                let digit = try reader.read(UInt16.self)
                guard digit < 10_000 else { throw .malformed }
                digits.append(digit)
            }
            self.init(isNegative: sign != 0, weight: Int(weight), scale: Int(scale), digits: digits)
        default: throw .malformed
        }
    }

    public func encodeBinary(into writer: inout ByteWriter) {
        let sign: UInt16 =
            switch kind {
            case .finite: isNegative ? Self.negativeSign : 0
            case .nan: Self.nanSign
            case .infinity: Self.infinitySign
            case .negativeInfinity: Self.negativeInfinitySign
            }
        guard digits.count <= 0xFFFF, let weight = Int16(exactly: weight), scale <= 0x3FFF else {
            return writer.fail(.notEncodable)
        }
        writer.write(UInt16(digits.count))
        writer.write(weight)
        writer.write(sign)
        writer.write(UInt16(scale))
        for digit in digits { writer.write(digit) }
    }

    public func encodeText(into writer: inout ByteWriter) { writer.write(utf8: description) }
}
