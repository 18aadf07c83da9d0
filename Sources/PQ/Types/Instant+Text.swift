extension Instant: CustomStringConvertible, LosslessStringConvertible, Codable {
    /// ISO 8601 in UTC, with as many digits of a second as needed: `2025-02-28T08:00:00.5Z`.
    public var description: String {
        if self == .infinity { return "infinity" }
        if self == .negativeInfinity { return "-infinity" }
        let (days, time) = Self.split(microsecondsSinceEpoch, by: 86_400_000_000)
        let date = CivilDate(daysSinceEpoch: Int32(days)).description
        let isBC = date.hasSuffix(" BC")
        let seconds = Int(time / 1_000_000)
        var fraction = padded(Int(time % 1_000_000), 6)
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let clock = "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
        return
            "\(isBC ? String(date.dropLast(3)) : date)T\(clock)\(fraction.isEmpty ? "" : "." + fraction)Z\(isBC ? " BC" : "")"
    }

    public init?(_ description: String) { self.init(iso: description) }

    /// Reads `YYYY-MM-DDThh:mm[:ss[.ffffff]]` with `Z` or an offset `±hh[:mm]`; nil without an offset.
    public init?(iso text: some StringProtocol) {
        if text == "infinity" {
            self = .infinity
            return
        }
        if text == "-infinity" {
            self = .negativeInfinity
            return
        }
        var bytes = Array(text.utf8)
        let isBC = bytes.suffix(3).elementsEqual(" BC".utf8)
        if isBC { bytes.removeLast(3) }
        guard let mark = bytes.firstIndex(where: { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: " ") }),
            let date = CivilDate(iso: String(decoding: bytes[..<mark], as: UTF8.self) + (isBC ? " BC" : "")),
            date.isFinite,
            let (clock, offset) = Self.splitOffset(bytes[(mark + 1)...]), let time = Self.microseconds(ofDay: clock)
        else { return nil }
        let (midnight, isTooFar) = Int64(date.daysSinceEpoch).multipliedReportingOverflow(by: 86_400_000_000)
        let (instant, overflow) = midnight.addingReportingOverflow(time - offset * 1_000_000)
        self.init(microsecondsSinceEpoch: instant)
        // The calendar goes further than a count of microseconds.
        if isTooFar || overflow || !isFinite { return nil }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let instant = Instant(iso: try container.decode(String.self)) else {
            throw Swift.DecodingError.dataCorruptedError(in: container, debugDescription: "not an ISO 8601 instant")
        }
        self = instant
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    private static func split(_ value: Int64, by unit: Int64) -> (Int64, Int64) {
        let quotient = value >= 0 ? value / unit : (value - unit + 1) / unit
        return (quotient, value - quotient * unit)
    }

    /// The clock part and the offset from UTC in seconds.
    private static func splitOffset(_ bytes: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Int64)? {
        if bytes.last == UInt8(ascii: "Z") { return (bytes.dropLast(), 0) }
        guard let sign = bytes.lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }) else {
            return nil
        }
        let parts = bytes[(sign + 1)...].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ $0.count == 2 }), let hours = decimal(parts[0]),
            let minutes = parts.count == 2 ? decimal(parts[1]) : 0, hours < 16, minutes < 60
        else { return nil }
        let seconds = Int64(hours * 3600 + minutes * 60)
        return (bytes[..<sign], bytes[sign] == UInt8(ascii: "-") ? -seconds : seconds)
    }

    private static func microseconds(ofDay clock: ArraySlice<UInt8>) -> Int64? {
        let halves = clock.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let parts = halves[0].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard halves.count <= 2, (2...3).contains(parts.count), parts.allSatisfy({ $0.count == 2 }),
            let hour = decimal(parts[0]), let minute = decimal(parts[1]),
            let second = parts.count == 3 ? decimal(parts[2]) : 0,
            hour < 24, minute < 60, second < 60
        else { return nil }
        var fraction = 0
        if halves.count == 2 {
            guard parts.count == 3, halves[1].count <= 6, var digits = decimal(halves[1]) else { return nil }
            for _ in halves[1].count..<6 { digits *= 10 }
            fraction = digits
        }
        return Int64(hour * 3600 + minute * 60 + second) * 1_000_000 + Int64(fraction)
    }
}
