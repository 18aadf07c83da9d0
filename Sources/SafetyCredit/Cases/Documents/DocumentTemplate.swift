import Mustache

/// The wording of one kind of document.
///
/// A version is never changed once documents were issued with it, because each of them is made again from it: another wording is another
/// version, which stands beside the old one in the kind's file.
struct DocumentTemplate: Sendable {
    let kind: DocumentKind
    let version: Int16
    let body: String

    init(_ kind: DocumentKind, version: Int16, body: String) {
        (self.kind, self.version, self.body) = (kind, version, body)
    }

    static let all: [DocumentTemplate] = [
        .priorNotice1, .listingDecision1, .removalDecision1, .acceptanceRefusal1, .removalDenial1, .objectionAnswer1,
        .repairNotice1, .removalCertificate1,
    ]

    /// The version with which a new document of the kind is issued.
    static func newest(of kind: DocumentKind) -> DocumentTemplate {
        all.filter { $0.kind == kind }.max { $0.version < $1.version }!
    }

    /// - Throws: `DocumentError.unknownTemplate`, as for a document that a newer program issued.
    static func find(_ kind: DocumentKind, version: Int16) throws(DocumentError) -> DocumentTemplate {
        guard let template = all.first(where: { $0.kind == kind && $0.version == version }) else {
            throw .unknownTemplate(kind: kind, version: version)
        }
        return template
    }

    /// The document's blocks for the data, each value as plain text.
    func blocks(filledWith data: [String: JSONValue]) -> [DocumentBlock] {
        do {
            let template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + body)
            return DocumentBlock.blocks(of: template.render(DocumentView(data)))
        } catch {
            preconditionFailure("the template \(kind.rawValue) \(version) is malformed: \(error)")
        }
    }
}
