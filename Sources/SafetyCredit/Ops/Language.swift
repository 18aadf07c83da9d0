/// The language of sentences, reports and column titles; log keys and error codes are English in both.
public enum Language: String, CaseIterable, Sendable {
    case chinese = "zh"
    case english = "en"

    /// The text of this language.
    public func choose<Value>(_ chinese: @autoclosure () -> Value, _ english: @autoclosure () -> Value) -> Value {
        switch self {
        case .chinese: chinese()
        case .english: english()
        }
    }
}
