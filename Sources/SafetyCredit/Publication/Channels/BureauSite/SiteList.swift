/// `list.json` in its bytes: one line for each entry, read when it is asked for.
struct SiteList: Sendable {
    let bytes: [UInt8]
    /// In the order of the file.
    let entryIDs: [Int64]
    private let places: [Int64: Range<Int>]

    /// Nil unless every entry stands on a line of its own and nothing is missing.
    init?(_ bytes: [UInt8]) {
        let all = bytes.lines()
        guard all.count >= 2 else { return nil }
        let lines = all.dropFirst().dropLast()
        guard Self.count(in: bytes[all[0]] + bytes[all[all.count - 1]]) == lines.count else { return nil }
        var (entryIDs, places): ([Int64], [Int64: Range<Int>]) = ([], [:])
        entryIDs.reserveCapacity(lines.count)
        places.reserveCapacity(lines.count)
        for line in lines {
            guard let entryID = Self.entryID(in: bytes, line) else { return nil }
            entryIDs.append(entryID)
            let hasComma = bytes[line.upperBound - 1] == JSONByte.comma.rawValue
            places[entryID] = line.lowerBound..<(hasComma ? line.upperBound - 1 : line.upperBound)
        }
        self.bytes = bytes
        self.entryIDs = entryIDs
        self.places = places
    }

    /// What the list says of an entry; nil when it says nothing, or nothing that can be read.
    func line(of entryID: Int64) -> ListLine? {
        text(of: entryID)?.withUnsafeBytes { bytes in
            do throws(JSONFault) { return try ListLine(JSONMembers(bytes)) } catch { return nil }
        }
    }

    func text(of entryID: Int64) -> ArraySlice<UInt8>? { places[entryID].map { bytes[$0] } }

    func holds(_ entryID: Int64) -> Bool { places[entryID] != nil }

    /// What the list without its lines says of their number.
    private static func count(in frame: ArraySlice<UInt8>) -> Int? {
        frame.withUnsafeBytes { bytes in
            do throws(JSONFault) { return Int(try JSONMembers(bytes).integer("count")) } catch { return nil }
        }
    }

    /// A quote inside of a text has a backslash before it, so that this is a name and nothing else.
    private static func entryID(in bytes: [UInt8], _ line: Range<Int>) -> Int64? {
        let name: StaticString = #""entry_id":"#
        guard let found = bytes.firstOffset(of: name, from: line.lowerBound), found < line.upperBound else {
            return nil
        }
        let digits = bytes[(found + name.utf8CodeUnitCount)..<line.upperBound].prefix { (0x30...0x39).contains($0) }
        return Int64(String(decoding: digits, as: UTF8.self))
    }

    /// The file's bytes.
    static func encode(_ lines: [ArraySlice<UInt8>], at time: String) -> [UInt8] {
        JSONWriter.object { writer in
            writer.member("count", Int64(lines.count))
            writer.member("entries", lines: lines)
            writer.member("generated_at", time)
            writer.member("schema_version", 1)
        }
    }
}
