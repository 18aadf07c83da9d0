/// Both files of a release's list, from which the next one takes over the lines that did not change.
struct ListText {
    private let list: SiteList
    private let spreadsheet: [UInt8]
    private let rows: [Int64: Range<Int>]

    /// Nil unless both files are, byte for byte, what the state says that they were.
    init?(in release: Folder, of state: SiteState) throws(ChannelError) {
        guard let json = try release.read(SitePaths.list), SHA256.hex(of: json) == state.digests[SitePaths.list],
            let csv = try release.read(SitePaths.spreadsheet),
            SHA256.hex(of: csv) == state.digests[SitePaths.spreadsheet],
            let list = SiteList(json)
        else { return nil }
        let rows = csv.lines().dropFirst()
        // A name with a line break in it would make more of them.
        guard rows.count == list.entryIDs.count else { return nil }
        self.list = list
        spreadsheet = csv
        self.rows = Dictionary(zip(list.entryIDs, rows)) { $1 }
    }

    func line(of entryID: Int64) -> ListLine? { list.line(of: entryID) }

    /// The entry's line of `list.json` and its row of `list.csv`.
    func texts(of entryID: Int64) -> (json: ArraySlice<UInt8>, csv: ArraySlice<UInt8>)? {
        guard let json = list.text(of: entryID), let row = rows[entryID] else { return nil }
        return (json, spreadsheet[row])
    }

    /// Both files of the next release: lines of what was made for it, and of the rest those that were kept.
    static func files(
        of entryIDs: [Int64], at time: String, made: [Int64: ListLine], kept: ListText?
    ) -> (list: [UInt8], spreadsheet: [UInt8]) {
        let texts = entryIDs.compactMap { entryID in
            made[entryID].map(Self.texts(of:)) ?? kept?.texts(of: entryID)
        }
        var spreadsheet = ExchangeCSV.encode(header: ListLine.csvHeader, rows: [], isForSpreadsheets: true)
        spreadsheet.reserveCapacity(texts.reduce(spreadsheet.count) { $0 + $1.csv.count + 1 })
        for text in texts {
            spreadsheet += text.csv
            spreadsheet.append(0x0A)
        }
        return (SiteList.encode(texts.map(\.json), at: time), spreadsheet)
    }

    private static func texts(of line: ListLine) -> (json: ArraySlice<UInt8>, csv: ArraySlice<UInt8>) {
        (JSONWriter.object { line.write(to: &$0) }[...], CSVWriter.line(line.csvRow, for: .spreadsheet).dropLast())
    }
}
