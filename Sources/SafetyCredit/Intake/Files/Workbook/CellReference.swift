/// A place or area of a sheet, as in `B5` or `B5:C7`.
struct CellReference: Equatable {
    let column: Int
    let row: Int

    /// Both count from 1.
    init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    init?(_ text: some StringProtocol) {
        var column = 0
        var row = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                guard row == 0, column < 1_000_000 else { return nil }
                column = column * 26 + Int(byte - 64)
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard column > 0, row < 100_000_000 else { return nil }
                row = row * 10 + Int(byte - 48)
            case UInt8(ascii: "$"): continue
            default: return nil
            }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(column: column, row: row)
    }
}

struct CellArea {
    let first: CellReference
    let last: CellReference

    init?(_ text: String) {
        let corners = text.split(separator: ":").map { CellReference($0) }
        guard let first = corners.first ?? nil, let last = corners.last ?? nil, corners.count <= 2 else { return nil }
        self.first = first
        self.last = last
    }

    func contains(column: Int, row: Int) -> Bool {
        (first.column...last.column).contains(column) && (first.row...last.row).contains(row)
    }
}
