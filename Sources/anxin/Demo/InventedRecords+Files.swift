import CXLSXWriter
import Glibc
import PQ
import SafetyCredit

extension InventedRecords {
    /// Writes a file of each kind.
    ///
    /// - Parameter cast: units in whose name rows are added that must come back; nil for files without mistakes.
    func writeFiles(
        to folder: String, _ label: String, spoiling cast: InventedCity.Cast?
    ) throws -> InputFiles {
        InputFiles(
            penalties: try writePenalties(to: "\(folder)/处罚-\(label).csv", spoiling: cast?.objector),
            accidents: try writeAccidents(to: "\(folder)/事故-\(label).xlsx", spoiling: cast?.expiring.unit),
            certifications: try writeCertifications(to: "\(folder)/标准化-\(label).csv"),
            honours: try writeHonours(to: "\(folder)/荣誉-\(label).csv"))
    }

    /// In the columns of the exchange standard.
    private func writePenalties(to path: String, spoiling model: Penalty?) throws -> InputFiles.File {
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
        if let model { rows += spoiled(row(model)) }
        try InputFiles.csv(header, rows, to: path)
        return .init(path: path, badRowCount: model == nil ? 0 : 2)
    }

    /// A penalty on a unit that nobody knows, and one decided on a day that never was.
    private func spoiled(_ row: [String]) -> [[String]] {
        var stranger = row
        stranger[0] = InventedNames.city + "查无此单位有限公司"
        stranger[1] = "91421321MA49K3C490"
        stranger[2] = "（广）应急罚〔2023〕90001号"
        var impossible = row
        impossible[2] = "（广）应急罚〔2023〕90002号"
        impossible[7] = "2023年2月30日"
        impossible[9] = ""
        return [stranger, impossible]
    }

    /// A workbook in whose last row somebody has put a formula.
    ///
    /// Written with the library itself, because the register's own workbooks hold no formulas.
    private func writeAccidents(to path: String, spoiling unit: InventedCity.Unit?) throws -> InputFiles.File {
        let header = ["事故编号", "单位名称", "统一社会信用代码", "发生日期", "死亡人数", "重伤人数", "直接经济损失(万元)", "责任认定", "批复日期"]
        let rows = accidents.map { accident in
            [
                accident.number, accident.unit.name, accident.unit.code.text, accident.occurredOn.description,
                String(accident.deaths), String(accident.injuries), String(accident.loss), accident.finding,
                accident.approvedOn?.description ?? "",
            ]
        }
        let spoiled = unit.map { unit in
            ["SG20239999", unit.name, unit.code.text, "2023-05-16", "0", "1", "", "非责任事故", "2023-08-01"]
        }
        let workbook = workbook_new(path)
        // The same city gives the same bytes, so the file must not say when it was really made.
        var properties = lxw_doc_properties()
        properties.created = time_t(sentOn.daysSinceEpoch) * 86_400
        workbook_set_properties(workbook, &properties)
        let sheet = workbook_add_worksheet(workbook, "事故")
        for (number, row) in ([header] + rows + [spoiled].compactMap(\.self)).enumerated() {
            for (column, text) in row.enumerated() where !text.isEmpty {
                worksheet_write_string(sheet, lxw_row_t(number), lxw_col_t(column), text, nil)
            }
        }
        if unit != nil { worksheet_write_formula(sheet, lxw_row_t(rows.count + 1), 6, "=SUM(E2:F2)*10", nil) }
        let code = workbook_close(workbook)
        guard code == LXW_NO_ERROR else { throw WorkbookError.library(Int32(code.rawValue)) }
        return .init(path: path, badRowCount: unit == nil ? 0 : 1)
    }

    private func writeCertifications(to path: String) throws -> InputFiles.File {
        let rows = certifications.map { certification in
            [
                certification.unit.code.text, certification.unit.name, certification.number, certification.level,
                certification.from.description, (certification.from.adding(years: 3) - 1).description,
            ]
        }
        try InputFiles.csv(["统一社会信用代码", "单位名称", "证书编号", "标准化等级", "有效期起", "有效期至"], rows, to: path)
        return .init(path: path, badRowCount: 0)
    }

    private func writeHonours(to path: String) throws -> InputFiles.File {
        let rows = honours.map { honour in
            [
                honour.unit.code.text, honour.unit.name, honour.kind, "市级", String(honour.year),
                CivilDate.day(honour.year, 12, 20).description, honour.number,
            ]
        }
        try InputFiles.csv(["统一社会信用代码", "单位名称", "荣誉类型", "授予级别", "年度", "授予日期", "文号"], rows, to: path)
        return .init(path: path, badRowCount: 0)
    }
}
