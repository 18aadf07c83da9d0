/// Where things stand on the site.
enum SitePaths {
    static let list = "list.json"
    static let entryFolder = "entry"

    static func page(_ entryID: Int64) -> String { "\(entryFolder)/\(entryID).html" }

    /// The entry a page's file name belongs to.
    static func entryID(ofPage name: String) -> Int64? {
        guard name.hasSuffix(".html") else { return nil }
        return Int64(name.dropLast(5))
    }

    /// One page of a view: `index.html`, `index-2.html`, `list-serious.html`, `unit-421303-3.html`.
    static func view(_ slug: String, page number: Int) -> String {
        number == 1 ? "\(slug).html" : "\(slug)-\(number).html"
    }

    static func listSlug(_ code: String) -> String { "list-" + safe(code) }
    static func unitSlug(_ code: String) -> String { "unit-" + safe(code) }

    /// A code as part of a file name: letters and digits as they are, anything else by its number.
    private static func safe(_ code: String) -> String {
        var name = ""
        for scalar in code.unicodeScalars {
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            name += isPlain || scalar == "_" ? String(scalar) : "~" + String(scalar.value, radix: 16)
        }
        return name
    }
}
