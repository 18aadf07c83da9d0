public import PQ

/// A document as it was issued: its file is made again from the template version and the data.
public struct IssuedDocument: Sendable {
    /// What a document belongs to.
    public enum Owner: Sendable, Hashable {
        case procedureCase(Int64)
        case membership(Int64)
    }

    public let id: Int64
    public let subjectID: Int64
    public let kind: DocumentKind
    public let owner: Owner
    public let number: String
    public let datedOn: CivilDate
    public let templateVersion: Int16
    let data: [String: JSONValue]
    /// Digest of the .docx file.
    public let sha256: [UInt8]

    /// The .docx file, the same bytes as when the document was issued.
    ///
    /// - Throws: `DocumentError.unknownTemplate`; `DocumentError.differs` when this program does not make the same bytes.
    public func wordFile() throws(DocumentError) -> [UInt8] {
        let bytes = try DocumentFile(kind, version: templateVersion, data, datedOn: datedOn).word
        guard SHA256.digest(of: bytes).bytes == sha256 else { throw .differs(number: number) }
        return bytes
    }

    /// One HTML page to read and print.
    ///
    /// - Throws: as `wordFile`: what is printed is what was issued.
    public func printView() throws(DocumentError) -> [UInt8] {
        _ = try wordFile()
        return try DocumentFile(kind, version: templateVersion, data, datedOn: datedOn).printView
    }
}

/// The files of one filled template.
struct DocumentFile {
    private let blocks: [DocumentBlock]
    private let agency: String
    private let datedOn: CivilDate

    /// - Throws: `DocumentError.unknownTemplate`.
    init(
        _ kind: DocumentKind, version: Int16, _ data: [String: JSONValue], datedOn: CivilDate
    ) throws(DocumentError) {
        blocks = try DocumentTemplate.find(kind, version: version).blocks(filledWith: data)
        agency = data["agency_name"]?.text ?? ""
        self.datedOn = datedOn
    }

    var title: String {
        for case .title(let text) in blocks { return text }
        return ""
    }

    var word: [UInt8] { WordDocument(title: title, agency: agency, datedOn: datedOn, blocks: blocks).bytes }
    var printView: [UInt8] { PrintView(title: title, blocks: blocks).bytes }
}
