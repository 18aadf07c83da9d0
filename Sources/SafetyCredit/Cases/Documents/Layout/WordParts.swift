internal import PQ

/// The parts of a .docx package around its text.
enum WordParts {
    static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packageSpace = "http://schemas.openxmlformats.org/package/2006"
    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    static let contentTypes =
        head + #"<Types xmlns="\#(packageSpace)/content-types">"#
        + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
        + #"<Default Extension="xml" ContentType="application/xml"/>"#
        + #"<Override PartName="/word/document.xml" ContentType="\#(word).document.main+xml"/>"#
        + #"<Override PartName="/word/styles.xml" ContentType="\#(word).styles+xml"/>"#
        + #"<Override PartName="/word/settings.xml" ContentType="\#(word).settings+xml"/>"#
        + #"<Override PartName="/word/fontTable.xml" ContentType="\#(word).fontTable+xml"/>"#
        + #"<Override PartName="/word/footer1.xml" ContentType="\#(word).footer+xml"/>"#
        + #"<Override PartName="/word/footer2.xml" ContentType="\#(word).footer+xml"/>"#
        + #"<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"#
        + "</Types>"

    static let packageRelationships =
        head + #"<Relationships xmlns="\#(packageSpace)/relationships">"#
        + #"<Relationship Id="rId1" Type="\#(relationships)/officeDocument" Target="word/document.xml"/>"#
        + #"<Relationship Id="rId2" Type="\#(packageSpace)/relationships/metadata/core-properties" Target="docProps/core.xml"/>"#
        + "</Relationships>"

    static let documentRelationships =
        head + #"<Relationships xmlns="\#(packageSpace)/relationships">"#
        + [
            ("styles", "styles"), ("settings", "settings"), ("fontTable", "fontTable"), ("footer", "footer1"),
            ("footer", "footer2"),
        ]
        .enumerated().map { index, part in
            #"<Relationship Id="rId\#(index + 1)" Type="\#(relationships)/\#(part.0)" Target="\#(part.1).xml"/>"#
        }.joined() + "</Relationships>"

    /// Fonts that a machine may lack, with what it is likely to have instead.
    static let fonts =
        head + #"<w:fonts xmlns:w="\#(namespace)">"#
        + [("方正小标宋简体", "小标宋"), ("仿宋_GB2312", "仿宋"), ("黑体", "SimHei"), ("宋体", "SimSun")].map { name, other in
            #"<w:font w:name="\#(name)"><w:altName w:val="\#(other)"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>"#
        }.joined() + "</w:fonts>"

    static let settings =
        head + #"<w:settings xmlns:w="\#(namespace)"><w:evenAndOddHeaders/>"#
        + #"<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>"#
        + #"<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>"#
        + "</w:compat></w:settings>"

    static func properties(title: String, agency: String, datedOn: CivilDate) -> String {
        let day = "\(datedOn)T00:00:00Z"
        return head + #"<cp:coreProperties xmlns:cp="\#(packageSpace)/metadata/core-properties" "#
            + #"xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" "#
            + #"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">"#
            + "<dc:title>\(title.escapedForMarkup)</dc:title><dc:creator>\(agency.escapedForMarkup)</dc:creator>"
            + #"<dcterms:created xsi:type="dcterms:W3CDTF">\#(day)</dcterms:created>"#
            + #"<dcterms:modified xsi:type="dcterms:W3CDTF">\#(day)</dcterms:modified></cp:coreProperties>"#
    }

    static func document(body: String) -> String {
        head + #"<w:document xmlns:w="\#(namespace)" xmlns:r="\#(relationships)"><w:body>"# + body
            + #"<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>"#
            + #"<w:pgSz w:w="\#(OfficialPage.width)" w:h="\#(OfficialPage.height)"/>"#
            + #"<w:pgMar w:top="\#(OfficialPage.top)" w:right="\#(OfficialPage.right)" w:bottom="\#(OfficialPage.bottom)" "#
            + #"w:left="\#(OfficialPage.left)" w:header="851" w:footer="\#(OfficialPage.footer)" w:gutter="0"/>"#
            + "</w:sectPr></w:body></w:document>"
    }

    /// — 1 — one character from the outer edge: right on odd pages, left on even ones.
    static func footer(isOdd: Bool) -> String {
        let place =
            isOdd ? #"<w:ind w:right="280"/><w:jc w:val="right"/>"# : #"<w:ind w:left="280"/><w:jc w:val="left"/>"#
        return head + #"<w:ftr xmlns:w="\#(namespace)"><w:p><w:pPr><w:pStyle w:val="Footer"/>\#(place)</w:pPr>"#
            + #"<w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>"#
            + #"<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>"#
            + #"<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#
            + #"<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>"#
    }
}
