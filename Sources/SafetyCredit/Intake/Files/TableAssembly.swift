/// Makes a table of the rows that a reader found: finds the header, drops what is blank, refuses what is crooked.
struct TableAssembly {
    let options: TableReadOptions
    /// A text file that does not end with a line break: a short last row then means that its rest is missing.
    var endsOpen = false

    /// Rows are looked at for the header as far down as this.
    static let headerSearchDepth = 10

    /// **Throws** `empty`, `headerOnly`, `raggedRow`, `duplicateTitle`, `untitledColumn`, `truncated`.
    func table(of rows: [TableRow], source: TableSource) throws(TableFileError) -> Table {
        guard let headerIndex = headerIndex(in: rows) else { throw .empty }
        let header = titles(of: rows[headerIndex])
        try refuseDuplicates(in: header)

        let body = rows[(headerIndex + 1)...]
        guard let last = body.last else { throw .headerOnly }
        if endsOpen, last.cells.count < header.count, body.count > 1,
            body.dropLast().allSatisfy({ $0.cells.count >= header.count })
        {
            throw .truncated(row: last.number)
        }
        var squared: [TableRow] = []
        squared.reserveCapacity(body.count)
        for row in body { squared.append(try square(row, to: header.count)) }
        try refuseUntitled(in: header, rows: squared)
        return Table(source: source, header: header, headerRow: rows[headerIndex].number, rows: squared)
    }

    /// The first row among the first ten that holds the most known titles; without known titles the first row.
    func headerIndex(in rows: [TableRow]) -> Int? {
        guard !rows.isEmpty else { return nil }
        let known = Set(options.knownTitles.map(HeaderTitle.normalise))
        var best = (index: 0, matches: 0)
        for (index, row) in rows.enumerated().prefix(while: { $0.element.number <= Self.headerSearchDepth }) {
            let matches = Set(row.cells.map { HeaderTitle.normalise($0.shown) }).intersection(known).count
            if matches > best.matches { best = (index, matches) }
        }
        return best.index
    }

    private func titles(of row: TableRow) -> [String] {
        var titles = row.cells.map { CellText.trim($0.shown) }
        while titles.last == "" { titles.removeLast() }
        return titles
    }

    private func refuseDuplicates(in header: [String]) throws(TableFileError) {
        var columns: [String: [Int]] = [:]
        for (index, title) in header.enumerated() where !title.isEmpty {
            columns[HeaderTitle.normalise(title), default: []].append(index + 1)
        }
        guard let twice = columns.values.filter({ $0.count > 1 }).min(by: { $0[0] < $1[0] }) else { return }
        throw .duplicateTitle(header[twice[0] - 1], columns: twice)
    }

    private func refuseUntitled(in header: [String], rows: [TableRow]) throws(TableFileError) {
        for column in header.indices where header[column].isEmpty {
            guard let row = rows.first(where: { !$0.cells[column].isBlank }) else { continue }
            throw .untitledColumn(column + 1, row: row.number)
        }
    }

    private func square(_ row: TableRow, to columns: Int) throws(TableFileError) -> TableRow {
        var row = row
        while row.cells.count > columns, row.cells.last?.isBlank == true { row.cells.removeLast() }
        guard row.cells.count <= columns else {
            throw .raggedRow(row: row.number, cells: row.cells.count, columns: columns)
        }
        while row.cells.count < columns { row.cells.append(.text("")) }
        return row
    }
}
