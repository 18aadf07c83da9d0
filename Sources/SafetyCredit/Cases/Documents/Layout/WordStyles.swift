/// The paragraph styles of an official document.
enum WordStyles {
    static let part =
        WordParts.head + #"<w:styles xmlns:w="\#(WordParts.namespace)">"# + defaults
        + #"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>"#
        + all.map(\.markup).joined() + "</w:styles>"

    private static let all = [
        WordStyle(
            "Letterhead", "发文机关标志", font: OfficialPage.redFont, halfPoints: 72, colour: "FF0000",
            before: OfficialPage.millimetres(35), line: nil, alignment: "center", keepsNext: true),
        WordStyle(
            "Number", "发文字号", before: 2 * OfficialPage.line, alignment: "center", keepsNext: true,
            // The red line, four millimetres below the number.
            border: #"<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="11" w:color="FF0000"/></w:pBdr>"#),
        WordStyle("Serial", "编号", after: OfficialPage.line, alignment: "right", keepsNext: true),
        WordStyle(
            "Title", "标题", font: OfficialPage.titleFont, halfPoints: 44, before: 2 * OfficialPage.line,
            after: OfficialPage.line, line: 700, alignment: "center", outlineLevel: 0, keepsNext: true),
        WordStyle("Addressee", "主送"),
        WordStyle("Body", "正文", isIndented: true, alignment: "both"),
        WordStyle(
            "Heading1", "一级标题", font: OfficialPage.headingFont, isIndented: true, outlineLevel: 1, keepsNext: true),
        WordStyle("Signature", "署名", before: 2 * OfficialPage.line, alignment: "right", keepsNext: true),
        WordStyle("Date", "成文日期", alignment: "right"),
        WordStyle("Footer", "页码", font: OfficialPage.pageNumberFont, halfPoints: 28, line: nil),
    ]

    /// Text without a style: 三号仿宋 on lines of 28 points.
    private static let defaults = """
        <w:docDefaults><w:rPrDefault><w:rPr>\(WordStyle.fonts(OfficialPage.bodyFont))<w:sz w:val="32"/><w:szCs w:val="32"/>\
        <w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
        <w:spacing w:before="0" w:after="0" w:line="\(OfficialPage.line)" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>
        """
}

/// One paragraph style; what the standard asks of body text unless told otherwise.
private struct WordStyle {
    let markup: String

    /// - Parameter line: exact height of a line; nil for that of the font.
    init(
        _ id: String, _ name: String, font: String = OfficialPage.bodyFont, halfPoints: Int = 32, colour: String? = nil,
        before: Int = 0, after: Int = 0, line: Int? = OfficialPage.line, isIndented: Bool = false,
        alignment: String = "left", outlineLevel: Int? = nil, keepsNext: Bool = false, border: String = ""
    ) {
        let height = line.map { #"w:line="\#($0)" w:lineRule="exact""# } ?? #"w:line="240" w:lineRule="auto""#
        let paragraph = [
            keepsNext ? "<w:keepNext/>" : "", border,
            // Chinese beside digits gets no extra gap.
            #"<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>"#,
            #"<w:spacing w:before="\#(before)" w:after="\#(after)" \#(height)/>"#,
            isIndented ? #"<w:ind w:firstLine="\#(2 * OfficialPage.em)" w:firstLineChars="200"/>"# : "",
            #"<w:jc w:val="\#(alignment)"/>"#,
            outlineLevel.map { #"<w:outlineLvl w:val="\#($0)"/>"# } ?? "",
        ].joined()
        let run = [
            Self.fonts(font), colour.map { #"<w:color w:val="\#($0)"/>"# } ?? "",
            // A quarter of a point less between characters of body text makes 28 of them a line.
            halfPoints == 32 ? #"<w:spacing w:val="-5"/>"# : "",
            #"<w:sz w:val="\#(halfPoints)"/><w:szCs w:val="\#(halfPoints)"/>"#,
        ].joined()
        markup =
            #"<w:style w:type="paragraph" w:customStyle="1" w:styleId="\#(id)"><w:name w:val="\#(name)"/><w:qFormat/>"#
            + "<w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>"
    }

    static func fonts(_ name: String) -> String {
        #"<w:rFonts w:ascii="\#(name)" w:hAnsi="\#(name)" w:eastAsia="\#(name)" w:cs="\#(name)"/>"#
    }
}
