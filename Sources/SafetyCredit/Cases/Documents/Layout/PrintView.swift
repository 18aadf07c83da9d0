/// A document as a browser shows and prints it: one page of HTML that needs nothing else and runs nothing.
struct PrintView {
    let title: String
    let blocks: [DocumentBlock]

    var bytes: [UInt8] { Array(text.utf8) }

    private var text: String {
        """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex, noarchive">
        <title>\(title.escapedForMarkup)</title>
        <style>
        \(Self.stylesheet)
        </style>
        </head>
        <body>
        <article>
        \(blocks.map(Self.markup).joined(separator: "\n"))
        </article>
        </body>
        </html>

        """
    }

    private static func markup(_ block: DocumentBlock) -> String {
        switch block {
        case .letterhead(let text):
            let points = Double(OfficialPage.letterheadSize(of: text)) / 2
            return #"<p class="letterhead" style="font-size: \#(points)pt">\#(text.escapedForMarkup)</p>"#
        case .number(let text): return #"<p class="number">\#(text.escapedForMarkup)</p>"#
        case .serial(let text): return #"<p class="serial">\#(text.escapedForMarkup)</p>"#
        case .title(let text): return "<h1>\(text.escapedForMarkup)</h1>"
        case .addressee(let text): return #"<p class="to">\#(text.escapedForMarkup)</p>"#
        case .heading(let text): return "<h2>\(text.escapedForMarkup)</h2>"
        case .paragraph(let text): return "<p>\(text.escapedForMarkup)</p>"
        case .signature(let agency, let date):
            let indents = OfficialPage.signatureIndents(agency: agency, date: date)
            return """
                <div class="sign"><p style="margin-right: \(indents.agency)em">\(agency.escapedForMarkup)</p>
                <p style="margin-right: \(indents.date)em">\(date.escapedForMarkup)</p></div>
                """
        }
    }

    private static let stylesheet = """
        @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
        @page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt 宋体, SimSun, serif; padding: 7mm 14pt 0 0; vertical-align: top; } }
        @page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt 宋体, SimSun, serif; padding: 7mm 0 0 14pt; vertical-align: top; } }
        body { margin: 0; color: #000; background: #fff; font: 16pt/28pt 仿宋_GB2312, FangSong_GB2312, 仿宋, FangSong, STFangsong, "Noto Serif CJK SC", serif; }
        article { overflow-wrap: anywhere; line-break: strict; }
        p, h1, h2 { margin: 0; font-size: 16pt; font-weight: normal; }
        article > p { letter-spacing: -0.25pt; text-indent: 2em; text-align: justify; orphans: 2; widows: 2; }
        .letterhead, .number, h1 { text-align: center; text-indent: 0; break-after: avoid; }
        article > .letterhead { margin-top: 35mm; line-height: 1.2; text-align: center; text-indent: 0; color: #f00; font-family: 方正小标宋简体, FZXiaoBiaoSong-B05S, 小标宋, 宋体, SimSun, "Noto Serif CJK SC", serif; }
        article > .number { margin-top: 56pt; padding-bottom: 4mm; border-bottom: 1.5pt solid #f00; text-align: center; text-indent: 0; }
        h1 { margin: 56pt 0 28pt; font: 22pt/35pt 方正小标宋简体, FZXiaoBiaoSong-B05S, 小标宋, 宋体, SimSun, "Noto Serif CJK SC", serif; }
        article > .to { text-indent: 0; }
        article > .serial { margin-bottom: 28pt; text-align: right; text-indent: 0; }
        h2 { font-family: 黑体, SimHei, "Noto Sans CJK SC", sans-serif; text-indent: 2em; break-after: avoid; }
        .sign { margin-top: 56pt; text-align: right; break-inside: avoid; break-before: avoid; }
        @media screen { body { background: #ddd; } article { box-sizing: border-box; max-width: 210mm; min-height: 297mm; margin: 8mm auto; padding: 37mm 26mm 35mm 28mm; background: #fff; } }
        @media screen and (max-width: 210mm) { article { margin: 0; padding: 8mm; } article > .letterhead { margin-top: 4mm; } }
        """
}
