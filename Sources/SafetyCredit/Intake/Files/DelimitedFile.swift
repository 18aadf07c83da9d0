/// Reads a text file as a table: decodes it, finds separator and header, and collects its rows.
enum DelimitedFile {
    static func read(
        _ bytes: [UInt8], path: String, digest: Digest, options: TableReadOptions
    ) throws(TableFileError) -> Table {
        let (text, encoding) = try TextDecoding.utf8(of: bytes)
        let scan = try text.withUnsafeBufferPointer { buffer throws(TableFileError) in
            let separator = separator(of: buffer, options: options)
            return try rows(of: buffer, separator: separator, options: options)
        }
        let source = TableSource(
            path: path, kind: .csv, encoding: encoding, separator: Character(Unicode.Scalar(scan.separator)),
            sheet: nil,
            digest: digest)
        return try TableAssembly(options: options, endsOpen: scan.endsOpen).table(of: scan.rows, source: source)
    }

    private struct Scan {
        var rows: [TableRow] = []
        var separator: UInt8
        var endsOpen = false
    }

    private static func rows(
        of text: UnsafeBufferPointer<UInt8>, separator: UInt8, options: TableReadOptions
    ) throws(TableFileError) -> Scan {
        var scan = Scan(separator: separator)
        var scanner = DelimitedScanner(text, separator: separator, columnLimit: options.limits.columns)
        var width = 8
        while let cells = try scanner.next(expecting: width) {
            width = cells.count
            if cells.allSatisfy(\.isBlank) { continue }
            guard scan.rows.count < options.limits.rows else { throw .tooManyRows(limit: options.limits.rows) }
            scan.rows.append(TableRow(number: scanner.row, cells: cells))
        }
        scan.endsOpen = scanner.endedOpen && scan.rows.last?.number == scanner.row
        return scan
    }

    /// The separator under which the first rows hold the most known titles; among equals the one that makes the most columns.
    private static func separator(of text: UnsafeBufferPointer<UInt8>, options: TableReadOptions) -> UInt8 {
        let known = Set(options.knownTitles.map(HeaderTitle.normalise))
        let candidates = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
        var best = (separator: candidates[0], matches: -1, columns: -1)
        for candidate in candidates {
            let rows = firstRows(of: text, separator: candidate)
            let matches =
                rows.map { Set($0.map { HeaderTitle.normalise($0.shown) }).intersection(known).count }.max() ?? 0
            let columns = (rows.first { !$0.allSatisfy(\.isBlank) } ?? rows.max { $0.count < $1.count })?.count ?? 0
            if (matches, columns) > (best.matches, best.columns) { best = (candidate, matches, columns) }
        }
        return best.separator
    }

    /// As many of the first rows as can be read; what breaks here is reported when the table is read.
    private static func firstRows(of text: UnsafeBufferPointer<UInt8>, separator: UInt8) -> [[Cell]] {
        var scanner = DelimitedScanner(text, separator: separator, columnLimit: .max)
        var rows: [[Cell]] = []
        while rows.count < TableAssembly.headerSearchDepth, let cells = try? scanner.next(expecting: 8) {
            rows.append(cells)
        }
        return rows
    }
}
