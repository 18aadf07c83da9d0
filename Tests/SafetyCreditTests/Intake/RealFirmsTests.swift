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

    /// Two of the codes come back: one has a false check character; in the other a small letter stands among capitals, and though its
    /// check characters hold once it is brought to capitals, such a code is to be compared with the licence first.
    @Test(
        "Of 2,023 real firms 2,021 are taken and two come back with the reason",
        .enabled(if: isPresent, "the file is absent"))
    func firms() throws {
        let reading = try ImportFormat<SubjectLine>.read(path: Self.path, today: CivilDate(iso: "2025-03-01")!)
        #expect(reading.table.rows.count == 2_023)
        #expect(reading.lines.count == 2_021)
        #expect(
            reading.rejects == [
                Reject(rowNumber: 237, columnTitle: "统一社会信用代码", column: 2, fault: .codeMixesCases),
                Reject(rowNumber: 1_468, columnTitle: "统一社会信用代码", column: 2, fault: .codeCheck),
            ])
        #expect(Set(reading.lines.map(\.creditCode)).count == 2_021)
    }
}
