internal import PQ

/// Writes JSON in the spelling of `CanonicalJSON`, for what is written by the hundred thousand: a tenth of Foundation's time.
///
/// The caller gives an object's members in the order of their names; absent values are left out.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    /// The bytes of one object.
    static func object(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.bytes.reserveCapacity(1_024)
        writer.object(members)
        return writer.bytes
    }

    mutating func object(_ members: (inout JSONWriter) -> Void) {
        bytes.append(JSONByte.openBrace.rawValue)
        isFirst = true
        members(&self)
        bytes.append(JSONByte.closeBrace.rawValue)
        isFirst = false
    }

    mutating func member(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        begin(name)
        JSONString.append(text, to: &bytes)
    }

    mutating func member(_ name: StaticString, _ number: Int64?) {
        guard let number else { return }
        begin(name)
        bytes += Array("\(number)".utf8)
    }

    mutating func member(_ name: StaticString, _ flag: Bool) {
        begin(name)
        bytes += flag ? Array("true".utf8) : Array("false".utf8)
    }

    mutating func member(_ name: StaticString, _ date: CivilDate?) { member(name, date?.description) }

    mutating func member(_ name: StaticString, _ texts: [String]) {
        begin(name)
        bytes.append(JSONByte.openBracket.rawValue)
        for (index, text) in texts.enumerated() {
            if index > 0 { bytes.append(JSONByte.comma.rawValue) }
            JSONString.append(text, to: &bytes)
        }
        bytes.append(JSONByte.closeBracket.rawValue)
    }

    mutating func member(_ name: StaticString, object members: (inout JSONWriter) -> Void) {
        begin(name)
        object(members)
    }

    mutating func member<Element>(
        _ name: StaticString, objects elements: [Element], _ members: (Element, inout JSONWriter) -> Void
    ) {
        begin(name)
        bytes.append(JSONByte.openBracket.rawValue)
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(JSONByte.comma.rawValue) }
            object { members(element, &$0) }
        }
        bytes.append(JSONByte.closeBracket.rawValue)
    }

    /// An array of objects in bytes made before, each on a line of its own.
    mutating func member(_ name: StaticString, lines: [ArraySlice<UInt8>]) {
        begin(name)
        bytes.reserveCapacity(bytes.count + lines.reduce(0) { $0 + $1.count + 2 } + 256)
        bytes.append(JSONByte.openBracket.rawValue)
        for (index, line) in lines.enumerated() {
            if index > 0 { bytes.append(JSONByte.comma.rawValue) }
            bytes.append(0x0A)
            bytes += line
        }
        bytes += [0x0A, JSONByte.closeBracket.rawValue]
    }

    /// An object of texts by name.
    mutating func member(_ name: StaticString, _ texts: [String: String]?) {
        guard let texts else { return }
        begin(name)
        bytes.append(JSONByte.openBrace.rawValue)
        for (index, member) in texts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }).enumerated() {
            if index > 0 { bytes.append(JSONByte.comma.rawValue) }
            JSONString.append(member.key, to: &bytes)
            bytes.append(JSONByte.colon.rawValue)
            JSONString.append(member.value, to: &bytes)
        }
        bytes.append(JSONByte.closeBrace.rawValue)
    }

    private mutating func begin(_ name: StaticString) {
        if !isFirst { bytes.append(JSONByte.comma.rawValue) }
        isFirst = false
        bytes.append(JSONByte.quote.rawValue)
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(JSONByte.quote.rawValue)
        bytes.append(JSONByte.colon.rawValue)
    }
}
