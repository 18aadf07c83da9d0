import Foundation

extension JSONValue {
    /// The value in the text, which may hold one JSON value and nothing else.
    ///
    /// - Throws: `DecodingError` when the text is no JSON.
    public init(parsing text: String) throws {
        self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    }

    /// Compact JSON with sorted keys: one spelling for each value.
    public var canonicalText: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A JSONValue holds nothing JSON cannot say but infinite numbers, which no parser gives.
        guard let data = try? encoder.encode(self) else { return "null" }
        return String(decoding: data, as: UTF8.self)
    }
}
