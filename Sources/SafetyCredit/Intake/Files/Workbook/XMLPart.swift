internal import CLibXML2
internal import Glibc

/// Streams through one XML part of a workbook.
///
/// Names are compared without their namespace, so the transitional and the strict form of OOXML read alike. No entity is expanded
/// and nothing outside the archive is touched.
final class XMLPart {
    private let part: ZipPart
    private let reader: xmlTextReaderPtr

    /// **Throws** `brokenPart`, `unpacksTooLarge`.
    init(_ name: String, in archive: ZipArchive) throws(TableFileError) {
        part = try archive.open(name)
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        let context = Unmanaged.passUnretained(part).toOpaque()
        let opened = xmlReaderForIO(
            { context, buffer, count in
                guard let context, let buffer else { return -1 }
                let part = Unmanaged<ZipPart>.fromOpaque(context).takeUnretainedValue()
                return Int32(part.read(into: buffer, count: Int(count)))
            },
            { _ in 0 }, context, nil, nil, Int32(options))
        guard let opened else { throw part.failure ?? .brokenPart(name) }
        reader = opened
        // The options keep most of libxml2's complaints from standard error, not those of its limits; they quote the file, persons and all.
        xmlTextReaderSetErrorHandler(reader, { _, _, _, _ in }, nil)
    }

    deinit { xmlFreeTextReader(reader) }

    enum Node { case start, end, text, other }

    /// Moves to the next node; nil at the end.
    ///
    /// **Throws** `brokenPart` (damaged or not well-formed), `unpacksTooLarge`, `documentType`.
    func next() throws(TableFileError) -> Node? {
        switch xmlTextReaderRead(reader) {
        case 1: break
        case 0:
            if let failure = part.failure { throw failure }
            return nil
        default: throw part.failure ?? .brokenPart(part.name)
        }
        switch UInt32(xmlTextReaderNodeType(reader)) {
        case XML_READER_TYPE_ELEMENT.rawValue: return .start
        case XML_READER_TYPE_END_ELEMENT.rawValue: return .end
        case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue, XML_READER_TYPE_WHITESPACE.rawValue,
            XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
            return .text
        case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
            throw .documentType(part: part.name)
        default: return .other
        }
    }

    /// Whether the current element, of any namespace, bears this name.
    func isNamed(_ name: StaticString) -> Bool {
        guard let current = xmlTextReaderConstLocalName(reader) else { return false }
        let bytes = UnsafeRawPointer(current).assumingMemoryBound(to: CChar.self)
        return strcmp(bytes, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }

    /// An element without content (`<v/>`): no end follows it.
    var isEmptyElement: Bool { xmlTextReaderIsEmptyElement(reader) == 1 }

    /// The text of the current text node.
    var text: String {
        guard let value = xmlTextReaderConstValue(reader) else { return "" }
        return String(cString: value)
    }

    /// An attribute of the current element by its local name; `prefixed` for one in a namespace (`r:id`).
    func attribute(_ name: StaticString, prefixed: Bool = false) -> String? {
        defer { xmlTextReaderMoveToElement(reader) }
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            if isNamed(name), (xmlTextReaderConstPrefix(reader) != nil) == prefixed { return text }
        }
        return nil
    }

    /// Calls `body` for each attribute without namespace of the current element.
    func forEachAttribute(_ body: (XMLPart) -> Void) {
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            if xmlTextReaderConstPrefix(reader) == nil { body(self) }
        }
        xmlTextReaderMoveToElement(reader)
    }
}
