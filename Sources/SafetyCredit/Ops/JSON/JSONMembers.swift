internal import Glibc
internal import PQ

/// The members of a JSON object, found in one pass over its bytes and read where they lie.
///
/// For what is read by the hundred thousand: Foundation's decoder takes 13 µs to read what is shown of one membership, this one 2.
/// A name counts as it is spelled; of several members of one name the last counts, other members are passed over, `null` is as good as none.
/// Valid as long as the bytes are.
struct JSONMembers {
    private let bytes: UnsafeRawBufferPointer
    private let members: [(name: Range<Int>, value: Range<Int>)]

    /// - Throws: `JSONFault.malformed` unless the bytes hold one object and nothing else.
    init(_ bytes: UnsafeRawBufferPointer) throws(JSONFault) {
        self.bytes = bytes
        var scanner = JSONScanner(bytes)
        var found: [(name: Range<Int>, value: Range<Int>)] = []
        found.reserveCapacity(24)
        try scanner.list(until: .closeBrace) { (scanner) throws(JSONFault) in
            let name = try scanner.string()
            try scanner.expect(.colon)
            found.append((name, try scanner.value()))
        }
        guard scanner.isAtEnd else { throw .malformed }
        members = found
    }

    func text(_ name: StaticString) throws(JSONFault) -> String { try required(optionalText(name), name) }

    func optionalText(_ name: StaticString) throws(JSONFault) -> String? {
        guard let value = value(of: name) else { return nil }
        return try text(in: value, of: name)
    }

    func integer(_ name: StaticString) throws(JSONFault) -> Int64 {
        let digits = try required(value(of: name), name)
        // Longer ones are no integers of ours, and a leading + or a point is none of JSON's.
        guard digits.count <= 20, bytes[digits.lowerBound] != 0x2B,
            let number = Int64(String(decoding: bytes[digits], as: UTF8.self))
        else { throw .member("\(name)") }
        return number
    }

    func flag(_ name: StaticString) throws(JSONFault) -> Bool {
        let word = try required(value(of: name), name)
        if isEqual(word, "true") { return true }
        guard isEqual(word, "false") else { throw .member("\(name)") }
        return false
    }

    func date(_ name: StaticString) throws(JSONFault) -> CivilDate { try required(optionalDate(name), name) }

    func optionalDate(_ name: StaticString) throws(JSONFault) -> CivilDate? {
        guard let text = try optionalText(name) else { return nil }
        guard let date = CivilDate(iso: text) else { throw .member("\(name)") }
        return date
    }

    func texts(_ name: StaticString) throws(JSONFault) -> [String] {
        try elements(of: name) { (place) throws(JSONFault) in try text(in: place, of: name) }
    }

    func object<Value>(
        _ name: StaticString, _ read: (JSONMembers) throws(JSONFault) -> Value
    ) throws(JSONFault) -> Value? {
        guard let value = value(of: name) else { return nil }
        return try read(JSONMembers(UnsafeRawBufferPointer(rebasing: bytes[value])))
    }

    func objects<Value>(
        _ name: StaticString, _ read: (JSONMembers) throws(JSONFault) -> Value
    ) throws(JSONFault) -> [Value] {
        try elements(of: name) { (place) throws(JSONFault) in
            try read(JSONMembers(UnsafeRawBufferPointer(rebasing: bytes[place])))
        }
    }

    /// Every member, each of which must be text.
    func texts() throws(JSONFault) -> [String: String] {
        var texts: [String: String] = [:]
        for member in members {
            guard let name = JSONString.text(UnsafeRawBufferPointer(rebasing: bytes[member.name])) else {
                throw .malformed
            }
            texts[name] = try text(in: member.value, of: "text")
        }
        return texts
    }

    private func elements<Value>(
        of name: StaticString, _ read: (Range<Int>) throws(JSONFault) -> Value
    ) throws(JSONFault) -> [Value] {
        let list = try required(value(of: name), name)
        guard bytes[list.lowerBound] == JSONByte.openBracket.rawValue else { throw .member("\(name)") }
        var scanner = JSONScanner(UnsafeRawBufferPointer(rebasing: bytes[list]))
        var values: [Value] = []
        try scanner.list(until: .closeBracket) { (scanner) throws(JSONFault) in
            let place = try scanner.value()
            values.append(try read((place.lowerBound + list.lowerBound)..<(place.upperBound + list.lowerBound)))
        }
        return values
    }

    private func required<Value>(_ value: Value?, _ name: StaticString) throws(JSONFault) -> Value {
        guard let value else { throw .member("\(name)") }
        return value
    }

    /// Where a member's value stands; nil when there is none or it is `null`.
    private func value(of name: StaticString) -> Range<Int>? {
        for member in members.reversed() where isEqual(member.name, name) {
            return isEqual(member.value, "null") ? nil : member.value
        }
        return nil
    }

    private func isEqual(_ place: Range<Int>, _ text: StaticString) -> Bool {
        guard place.count == text.utf8CodeUnitCount, let base = bytes.baseAddress else { return false }
        return memcmp(base + place.lowerBound, text.utf8Start, place.count) == 0
    }

    /// The text of a string, quotes included in its place.
    private func text(in place: Range<Int>, of name: StaticString) throws(JSONFault) -> String {
        guard bytes[place.lowerBound] == JSONByte.quote.rawValue else { throw .member("\(name)") }
        let inner = UnsafeRawBufferPointer(rebasing: bytes[(place.lowerBound + 1)..<(place.upperBound - 1)])
        guard let text = JSONString.text(inner) else { throw .member("\(name)") }
        return text
    }
}
