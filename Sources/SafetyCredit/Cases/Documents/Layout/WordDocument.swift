internal import PQ

/// A document as a word processor opens it (.docx): the same bytes for the same blocks.
///
/// **Source** ECMA-376 (WordprocessingML); GB/T 9704-2012.
struct WordDocument {
    let title: String
    let agency: String
    let datedOn: CivilDate
    let blocks: [DocumentBlock]

    var bytes: [UInt8] {
        var package = ZipWriter()
        package.add("[Content_Types].xml", WordParts.contentTypes)
        package.add("_rels/.rels", WordParts.packageRelationships)
        package.add("docProps/core.xml", WordParts.properties(title: title, agency: agency, datedOn: datedOn))
        package.add("word/document.xml", WordParts.document(body: blocks.map(Self.markup).joined()))
        package.add("word/_rels/document.xml.rels", WordParts.documentRelationships)
        package.add("word/styles.xml", WordStyles.part)
        package.add("word/settings.xml", WordParts.settings)
        package.add("word/fontTable.xml", WordParts.fonts)
        package.add("word/footer1.xml", WordParts.footer(isOdd: true))
        package.add("word/footer2.xml", WordParts.footer(isOdd: false))
        return package.finish()
    }

    private static func markup(_ block: DocumentBlock) -> String {
        switch block {
        case .letterhead(let text):
            let size = OfficialPage.letterheadSize(of: text)
            return paragraph("Letterhead", text, run: #"<w:sz w:val="\#(size)"/><w:szCs w:val="\#(size)"/>"#)
        case .number(let text): return paragraph("Number", text)
        case .serial(let text): return paragraph("Serial", text)
        case .title(let text): return paragraph("Title", text)
        case .addressee(let text): return paragraph("Addressee", text)
        case .heading(let text): return paragraph("Heading1", text)
        case .paragraph(let text): return paragraph("Body", text)
        case .signature(let agency, let date):
            let indents = OfficialPage.signatureIndents(agency: agency, date: date)
            return paragraph("Signature", agency, properties: indent(indents.agency))
                + paragraph("Date", date, properties: indent(indents.date))
        }
    }

    private static func indent(_ ems: Double) -> String {
        #"<w:ind w:right="\#(Int(ems * Double(OfficialPage.em)))"/>"#
    }

    private static func paragraph(
        _ style: String, _ text: String, properties: String = "", run: String = ""
    ) -> String {
        let runProperties = run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>"
        return #"<w:p><w:pPr><w:pStyle w:val="\#(style)"/>\#(properties)</w:pPr><w:r>\#(runProperties)"#
            + #"<w:t xml:space="preserve">\#(text.escapedForMarkup)</w:t></w:r></w:p>"#
    }
}
