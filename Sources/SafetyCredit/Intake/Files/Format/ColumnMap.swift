/// Where the columns of a format stand in a file.
struct ColumnMap: Sendable {
    /// By the format's title, counted from 0.
    private var places: [String: Int] = [:]
    private let header: [String]

    subscript(_ title: String) -> Int? { places[title] }

    /// The title as the file writes it, or the format's own when the file lacks the column.
    func title(_ title: String) -> String { places[title].map { header[$0] } ?? title }

    /// **Throws** `ImportFormatError`, which lists everything that is wrong with the header at once.
    init(
        header: [String], columns: [ColumnTitles], known ignored: [String], ignoring dropped: [String]
    ) throws(ImportFormatError) {
        self.header = header
        var titles: [String: String] = [:]
        for column in columns {
            for title in [column.title] + column.aliases { titles[HeaderTitle.normalise(title)] = column.title }
        }
        let passedOver = Set((ignored + dropped).map(HeaderTitle.normalise))
        let explicitlyDropped = Set(dropped.map(HeaderTitle.normalise))

        var error = ImportFormatError()
        for (index, written) in header.enumerated() where !written.isEmpty {
            let normal = HeaderTitle.normalise(written)
            if explicitlyDropped.contains(normal) { continue }
            if let title = titles[normal] {
                if let first = places[title] {
                    error.twice.append(.init(title: title, first: header[first], second: written))
                } else {
                    places[title] = index
                }
            } else if !passedOver.contains(normal) {
                let all = columns.flatMap { [$0.title] + $0.aliases }
                error.unknown.append(
                    .init(
                        title: written, column: index + 1, suggestion: HeaderTitle.nearest(to: written, among: all)))
            }
        }
        error.missing = columns.filter { $0.isRequired && places[$0.title] == nil }.map(\.title)
        guard error.isEmpty else { throw error }
    }
}

/// Everything that is wrong with the header of an import file.
public struct ImportFormatError: Error, Hashable, Sendable {
    public struct Unknown: Hashable, Sendable {
        public let title: String
        /// Counted from 1.
        public let column: Int
        /// The closest title that the format knows.
        public let suggestion: String?
    }

    public struct Twice: Hashable, Sendable {
        /// The format's title that both columns stand for.
        public let title: String
        public let first: String
        public let second: String
    }

    /// Titles of required columns that the file lacks.
    public internal(set) var missing: [String] = []
    public internal(set) var unknown: [Unknown] = []
    public internal(set) var twice: [Twice] = []

    var isEmpty: Bool { missing.isEmpty && unknown.isEmpty && twice.isEmpty }
}
