/// Reads a sheet of an XLSX workbook as a table.
///
/// **Source** ECMA-376 part 1 (SpreadsheetML), transitional and strict.
enum WorkbookFile {
    static func read(
        _ bytes: [UInt8], path: String, digest: Digest, options: TableReadOptions
    ) throws(TableFileError) -> Table {
        let package = try WorkbookPackage(bytes, unpackedLimit: options.limits.unpackedBytes)
        let chosen = try package.sheet(named: options.sheet)

        var sharedStrings: [String] = []
        if let part = package.sharedStringsPart { sharedStrings = try SharedStrings.read(part, in: package.archive) }
        var styles = CellStyles()
        if let part = package.stylesPart { styles = try CellStyles(part, in: package.archive) }
        let reader = WorksheetReader(
            sharedStrings: sharedStrings, styles: styles, usesDateSystem1904: package.usesDateSystem1904,
            limits: options.limits)
        let sheet = try reader.read(chosen.part, in: package.archive)

        let source = TableSource(
            path: path, kind: .xlsx, encoding: .utf8, separator: nil, sheet: chosen.name, digest: digest)
        let assembly = TableAssembly(options: options)
        if let headerIndex = assembly.headerIndex(in: sheet.rows) {
            try refuseMerges(sheet.merges, below: sheet.rows[headerIndex].number)
        }
        return try assembly.table(of: sheet.rows, source: source)
    }

    private static func refuseMerges(_ merges: [String], below headerRow: Int) throws(TableFileError) {
        for merge in merges {
            guard let area = CellArea(merge), area.last.row > headerRow else { continue }
            throw .mergedCells(merge, row: max(area.first.row, headerRow + 1))
        }
    }
}
