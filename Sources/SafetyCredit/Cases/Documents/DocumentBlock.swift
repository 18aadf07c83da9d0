/// One block of a document's page, in the order in which it stands.
enum DocumentBlock: Sendable, Hashable {
    /// 发文机关标志
    case letterhead(String)
    /// 发文字号
    case number(String)
    /// 编号 of a document without letterhead.
    case serial(String)
    case title(String)
    /// 主送
    case addressee(String)
    /// 一、…
    case heading(String)
    case paragraph(String)
    /// 落款
    case signature(agency: String, date: String)

    /// Reads the lines of a filled template: the kind of block as one word, a blank, its text.
    ///
    /// A value cannot begin a block, because values hold no line feed and no line of a template begins with one. A paragraph in whose value
    /// an officer began new lines becomes several.
    static func blocks(of text: String) -> [DocumentBlock] {
        var blocks: [DocumentBlock] = []
        var agency = ""
        for line in text.split(separator: "\n") {
            let word = line.prefix { $0 != " " }
            let text = String(line.dropFirst(word.count + 1))
            switch word {
            case "letterhead": blocks.append(.letterhead(text))
            case "number": blocks.append(.number(text))
            case "serial": blocks.append(.serial(text))
            case "title": blocks.append(.title(text))
            case "to": blocks.append(.addressee(text))
            case "h": blocks.append(.heading(text))
            case "p":
                blocks += text.split(separator: DocumentView.newLine).map { .paragraph(String($0)) }
            case "sign": agency = text
            case "date": blocks.append(.signature(agency: agency, date: text))
            default: preconditionFailure("a template has a line that begins with \(word)")
            }
        }
        return blocks
    }
}
