import Mustache
internal import PQ

/// What one template sees: named values of the few kinds a page needs, each made safe to show.
struct PageView: MustacheParent, Sendable {
    enum Value: Sendable {
        case text(String)
        /// Markup made here, put in with three braces.
        case markup(String)
        case flag(Bool)
        case part(PageView)
        case parts([PageView])
    }

    private var values: [String: Value]

    init(_ values: [String: Value]) { self.values = values }

    subscript(name: String) -> Value? {
        get { values[name] }
        set { values[name] = newValue }
    }

    func child(named name: String) -> Any? {
        switch values[name] {
        case .text(let text): VisibleText.of(text)
        case .markup(let markup): markup
        case .flag(let flag): flag
        case .part(let view): view
        case .parts(let views): views
        case nil: nil
        }
    }
}

extension PageView.Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral text: String) { self = .text(text) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }

    /// Text, or nothing when absent or empty, so that a section around it disappears.
    static func optional(_ text: String?) -> Self? {
        guard let text, !text.isEmpty else { return nil }
        return .text(text)
    }

    static func number(_ number: Int) -> Self { .text("\(number)") }

    /// A date as its ISO form (`iso`, for `datetime`) and as readers write it (`text`: 2025年3月1日).
    static func date(_ date: CivilDate?) -> Self? {
        guard let date else { return nil }
        return .part(PageView(["iso": .text(date.description), "text": .text(ChineseDate.text(date))]))
    }
}
