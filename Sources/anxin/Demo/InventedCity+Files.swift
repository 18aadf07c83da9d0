import PQ
import SafetyCredit

/// The files an office would send, with a few rows that must come back.
struct InputFiles {
    /// A file and how many of its rows are wrong on purpose.
    struct File: Sendable {
        let path: String
        let badRowCount: Int
    }

    /// Only with the first files.
    var subjects: [File] = []
    let penalties: File
    let accidents: File
    let certifications: File
    let honours: File

    /// Writes CSV as a spreadsheet saves it: UTF-8 with a mark.
    static func csv(_ header: [String], _ rows: [[String]], to path: String) throws {
        var writer = CSVWriter(for: .spreadsheet)
        writer.row(header)
        for row in rows { writer.row(row) }
        try FileBytes.write(writer.bytes, to: path)
    }
}

extension InventedCity {
    /// Writes the units of every county and the records known on the first day.
    func writeFirstFiles(to folder: String) throws -> InputFiles {
        var files = try records.writeFiles(to: folder, "2023", spoiling: cast)
        files.subjects = try County.all.map { try writeSubjects(of: $0, to: folder) }
        return files
    }

    /// Writes the records of the year that followed.
    func writeLaterFiles(to folder: String) throws -> InputFiles {
        try laterRecords.writeFiles(to: folder, "2024", spoiling: nil)
    }

    /// One county sends a workbook, one a CSV of an older system, the others CSV as a spreadsheet saves it.
    private func writeSubjects(of county: County, to folder: String) throws -> InputFiles.File {
        let header = ["生产经营单位名称", "统一社会信用代码", "主体类别", "行业代码", "注册地址", "注册日期", "法定代表人"]
        var rows = units.filter { $0.county.division == county.division }.map { unit in
            [
                unit.name, unit.code.text, unit.trade.isServiceBody ? "机构" : "生产经营单位", unit.trade.industryCode,
                unit.address, unit.registeredOn.description, unit.representative,
            ]
        }
        let path = "\(folder)/单位-\(county.district)"
        var badRowCount = 0
        func spoil(_ column: Int, _ text: String) {
            guard var row = rows.last else { return }
            row[0] += "（旧）"
            row[column] = text
            rows.append(row)
            badRowCount += 1
        }
        switch county.division {
        case "421303":
            if let last = units.last(where: { $0.county.division == county.division }) {
                spoil(1, InventedIdentifiers.withWrongCheck(last.code))
            }
            try InputFiles.csv(header, rows, to: path + ".csv")
            return .init(path: path + ".csv", badRowCount: badRowCount)
        case "421321":
            let sheetRows = ([header] + rows).map { row in SheetRow(row.map { .text($0) }) }
            let widths = [34, 22, 14, 10, 34, 12, 12].map(Double.init)
            let sheet = Sheet(name: "单位", widths: widths, rows: sheetRows)
            try Workbook(title: "单位", created: Self.firstDay, sheets: [sheet]).write(to: path + ".xlsx")
            return .init(path: path + ".xlsx", badRowCount: 0)
        case "421381":
            spoil(5, "2019-02-30")
            let text = ([header] + rows).map { $0.joined(separator: ",") + "\r\n" }.joined()
            try FileBytes.write(GB18030.bytes(of: text), to: path + ".csv")
            return .init(path: path + ".csv", badRowCount: badRowCount)
        default:
            try InputFiles.csv(header, rows, to: path + ".csv")
            return .init(path: path + ".csv", badRowCount: 0)
        }
    }
}
