import CXLSXWriter
import Foundation
import PQ
import SafetyCredit

/// The files an office would send, with a few rows that must come back.
struct InputFiles {
    /// A file and how many of its rows are wrong on purpose.
    struct File: Sendable {
        let path: String
        let badRowCount: Int
    }

    let subjects: [File]
    let penalties: File
    let accidents: File
    let certifications: File
    let honours: File
}

extension InventedCity {
    /// Writes every file into a folder.
    func writeFiles(to folder: String) throws -> InputFiles {
        InputFiles(
            subjects: try County.all.map { try writeSubjects(of: $0, to: folder) },
            penalties: try writePenalties(to: folder + "/处罚.csv"),
            accidents: try writeAccidents(to: folder + "/事故.xlsx"),
            certifications: try writeCertifications(to: folder + "/标准化.csv"),
            honours: try writeHonours(to: folder + "/荣誉.csv"))
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
            try Self.csv(header, rows, to: path + ".csv")
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
            try Self.csv(header, rows, to: path + ".csv")
            return .init(path: path + ".csv", badRowCount: 0)
        }
    }

    /// In the columns of the exchange standard.
    private func writePenalties(to path: String) throws -> InputFiles.File {
        let header = [
            "CF_XDR_MC", "CF_XDR_SHXYM", "CF_WSH", "CF_WFXW", "CF_YJ", "CF_CFLB", "CF_NR_FK", "CF_JDRQ", "CF_CFJG",
            "公示日期",
        ]
        func row(_ penalty: Penalty) -> [String] {
            [
                penalty.unit.name, penalty.unit.code.text, penalty.number, penalty.act, penalty.basis, penalty.kind,
                penalty.fine ?? "", penalty.decidedOn.description, penalty.unit.county.agencyName,
                penalty.publishedOn?.description ?? "",
            ]
        }
        var rows = penalties.map(row)
        var stranger = row(cast.objector)
        stranger[0] = InventedNames.city + "查无此单位有限公司"
        stranger[1] = "91421321MA49K3C490"
        stranger[2] = "（广）应急罚〔2023〕90001号"
        var impossible = row(cast.objector)
        impossible[2] = "（广）应急罚〔2023〕90002号"
        impossible[7] = "2023年2月30日"
        impossible[9] = ""
        rows += [stranger, impossible]
        try Self.csv(header, rows, to: path)
        return .init(path: path, badRowCount: 2)
    }

    /// A workbook in whose last row somebody has put a formula.
    ///
    /// Written with the library itself, because the register's own workbooks hold no formulas.
    private func writeAccidents(to path: String) throws -> InputFiles.File {
        let header = ["事故编号", "单位名称", "统一社会信用代码", "发生日期", "死亡人数", "重伤人数", "直接经济损失(万元)", "责任认定", "批复日期"]
        let rows = accidents.map { accident in
            [
                accident.number, accident.unit.name, accident.unit.code.text, accident.occurredOn.description,
                String(accident.deaths), String(accident.injuries), String(accident.loss), accident.finding,
                accident.approvedOn?.description ?? "",
            ]
        }
        let spoiled = [
            "SG20239999", cast.expiring.unit.name, cast.expiring.unit.code.text, "2023-05-16", "0", "1", "", "非责任事故",
            "2023-08-01",
        ]
        let workbook = workbook_new(path)
        let sheet = workbook_add_worksheet(workbook, "事故")
        for (number, row) in ([header] + rows + [spoiled]).enumerated() {
            for (column, text) in row.enumerated() where !text.isEmpty {
                worksheet_write_string(sheet, lxw_row_t(number), lxw_col_t(column), text, nil)
            }
        }
        worksheet_write_formula(sheet, lxw_row_t(rows.count + 1), 6, "=SUM(E2:F2)*10", nil)
        let code = workbook_close(workbook)
        guard code == LXW_NO_ERROR else { throw WorkbookError.library(Int32(code.rawValue)) }
        return .init(path: path, badRowCount: 1)
    }

    private func writeCertifications(to path: String) throws -> InputFiles.File {
        let rows = certifications.map { certification in
            [
                certification.unit.code.text, certification.unit.name, certification.number, certification.level,
                certification.from.description, (certification.from.adding(years: 3) - 1).description,
            ]
        }
        try Self.csv(["统一社会信用代码", "单位名称", "证书编号", "标准化等级", "有效期起", "有效期至"], rows, to: path)
        return .init(path: path, badRowCount: 0)
    }

    private func writeHonours(to path: String) throws -> InputFiles.File {
        let rows = honours.map { honour in
            [
                honour.unit.code.text, honour.unit.name, honour.kind, honour.level, String(honour.year),
                CivilDate.day(honour.year, 12, 20).description, honour.number,
            ]
        }
        try Self.csv(["统一社会信用代码", "单位名称", "荣誉类型", "授予级别", "年度", "授予日期", "文号"], rows, to: path)
        return .init(path: path, badRowCount: 0)
    }

    /// CSV as a spreadsheet saves it: UTF-8 with a mark.
    private static func csv(_ header: [String], _ rows: [[String]], to path: String) throws {
        var writer = CSVWriter(for: .spreadsheet)
        writer.row(header)
        for row in rows { writer.row(row) }
        try FileBytes.write(writer.bytes, to: path)
    }
}
