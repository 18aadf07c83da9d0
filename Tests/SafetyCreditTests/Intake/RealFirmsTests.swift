import Foundation
import PQ
import SafetyCredit
import Testing

@Suite("The published file of firms")
struct RealFirmsTests {
    private static let path = URL(filePath: #filePath).appending(path: "../../../../../shared/data/suizhou-firms.csv")
        .standardizedFileURL.path()

    private static let isPresent: Bool = {
        let present = FileManager.default.fileExists(atPath: path)
        if !present { print("skipped: the file of real firms is absent (\(path))") }
        return present
    }()

    /// As published two of the codes are wrong: one has a false check character, the other a small letter. RD-43 brings small
    /// letters to capitals before the check, so that one is sound and only the first comes back.
    @Test(
        "Of 2,023 real firms one code fails its check and one is only written small",
        .enabled(if: isPresent, "the file is absent"))
    func firms() throws {
        let reading = try ImportFormat<SubjectLine>.read(path: Self.path, today: CivilDate(iso: "2025-03-01")!)
        #expect(reading.table.rows.count == 2_023)
        #expect(reading.lines.count == 2_022)
        #expect(reading.rejects == [Reject(rowNumber: 1_468, columnTitle: "统一社会信用代码", column: 2, fault: .codeCheck)])
        #expect(Set(reading.lines.map(\.creditCode)).count == 2_022)

        let written = Dictionary(uniqueKeysWithValues: reading.table.rows.map { ($0.number, $0.cells[1].shown) })
        #expect(reading.lines.filter { written[$0.rowNumber] != $0.creditCode.text }.map(\.rowNumber) == [237])
    }
}
