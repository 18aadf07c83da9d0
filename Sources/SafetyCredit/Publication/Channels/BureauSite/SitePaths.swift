/// Where things stand on the site.
enum SitePaths {
    static let list = "list.json"
    static let spreadsheet = "list.csv"
    static let entryFolder = "entry"
    static let shelfFolder = "shelves"

    /// Where readers find an entry's page.
    static func page(_ entryID: Int64) -> String { "\(entryFolder)/\(pageName(entryID))" }

    static func pageName(_ entryID: Int64) -> String { "\(entryID).html" }

    /// The entry a page's file name belongs to; nil of any name that no page is given.
    static func entryID(ofPage name: String) -> Int64? {
        guard let entryID = Int64(name.prefix { $0 != "." }), pageName(entryID) == name else { return nil }
        return entryID
    }

    /// The shelf on which an entry's page stands: one for each thousand numbers.
    static func shelf(of entryID: Int64) -> Int64 { entryID / 1000 }

    /// Where a release has an entry's page.
    static func shelved(_ entryID: Int64) -> String {
        "\(shelfFolder)/\(shelf(of: entryID))/\(pageName(entryID))"
    }

    /// A page of a view: `index.html`, `list-serious-2025.html`, `unit-421303-2025-03.html`.
    static func view(_ slug: String, period: String? = nil) -> String {
        period.map { "\(slug)-\($0).html" } ?? "\(slug).html"
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
