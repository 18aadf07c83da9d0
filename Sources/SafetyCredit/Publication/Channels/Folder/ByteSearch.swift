import Glibc

extension [UInt8] {
    /// Where a pattern begins, at or after `start`; the generic search of the standard library takes a thousandfold.
    func firstOffset(of pattern: StaticString, from start: Int = 0) -> Int? {
        let length = pattern.utf8CodeUnitCount
        return withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var offset = start
            while offset + length <= bytes.count,
                let hit = memchr(base + offset, Int32(pattern.utf8Start.pointee), bytes.count - length - offset + 1)
            {
                offset = base.distance(to: UnsafeRawPointer(hit))
                if memcmp(hit, pattern.utf8Start, length) == 0 { return offset }
                offset += 1
            }
            return nil
        }
    }

    /// Where each line stands, without its line feed.
    func lines() -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while start < count {
            let end = firstOffset(of: "\n", from: start) ?? count
            lines.append(start..<end)
            start = end + 1
        }
        return lines
    }
}
