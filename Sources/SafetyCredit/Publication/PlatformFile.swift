internal import Foundation
public import PQ

/// What a sharing platform pushes back: results of credit repair and applications for early removal, each row an act.
///
/// **Shape** a table (CSV or XLSX) with the columns 业务类型 (修复结果 or 提前移出申请), 统一社会信用代码, 决定书文号, 业务编号, 日期, 来源, 说明.
/// A row's act has the key `platform:<业务编号>`, so that a file that comes twice, or a row in two files, has the effect of once.
/// **Source** NDRC order 36 Art. 3; RD-28, RD-33; plan V(5).
public struct PlatformFile: Sendable {
    /// One row: its act, or why it is none.
    public struct Line: Sendable {
        /// As the file counts, the header included.
        public let number: Int
        public let act: Result<ActLine, Refusal>
    }

    public let lines: [Line]

    private static let titles = ["业务类型", "统一社会信用代码", "决定书文号", "业务编号", "日期", "来源", "说明"]

    /// Reads a file.
    ///
    /// - Parameter officerCode: who takes the rows in, with the roles recorder and handler.
    /// - Throws: `TableFileError`; `Refusal.missingField` for a column that is not there.
    public static func read(_ path: String, by officerCode: String) throws -> PlatformFile {
        let table = try TableFile.read(path, options: TableReadOptions(knownTitles: titles))
        let places = try titles.map { title in
            guard let place = table.header.firstIndex(of: title) else {
                throw Refusal(.missingField, ["field": title])
            }
            return place
        }
        return PlatformFile(
            lines: table.rows.map { row in
                let cells = places.map { $0 < row.cells.count ? row.cells[$0] : .text("") }
                // A number that a spreadsheet has rounded is another case's.
                let damaged = zip(titles, cells).first { if case .damaged = $0.1 { true } else { false } }
                if let damaged {
                    return Line(
                        number: row.number, act: .failure(Refusal(.badField, ["field": damaged.0, "expected": "text"])))
                }
                let values = cells.map { $0.shown.trimmingCharacters(in: .whitespacesAndNewlines) }
                return Line(number: row.number, act: act(values, by: officerCode))
            })
    }

    private static func act(_ values: [String], by officerCode: String) -> Result<ActLine, Refusal> {
        var members: [String: JSONValue] = [
            "officer": .string(officerCode), "key": .string("platform:\(values[3])"), "on": .string(values[4]),
            "credit_code": .string(values[1]), "decision_number": .string(values[2]),
        ]
        switch values[0] {
        case "修复结果":
            members["act"] = .string(RecordRepair.name)
            members["result_number"] = .string(values[3])
            members["source"] = .string(values[5])
        case "提前移出申请":
            members["act"] = .string(ApplyForRemoval.name)
            members["statement"] = .string(values[6])
        default:
            return .failure(Refusal(.badField, ["field": titles[0], "expected": "修复结果 / 提前移出申请"]))
        }
        guard !values[3].isEmpty else { return .failure(Refusal(.missingField, ["field": titles[3]])) }
        do throws(Refusal) {
            return .success(try ActLine(.object(members)))
        } catch { return .failure(error) }
    }

    /// Submits every row; the good ones stand whatever the others are.
    ///
    /// - Returns: one reply per row.
    /// - Throws: `PQError`.
    public func submit(to ledger: Ledger, on connection: isolated Connection) throws -> [(number: Int, reply: ActReply)]
    {
        try lines.map { line in
            switch line.act {
            case .success(let act): (line.number, try ledger.submit(act, on: connection))
            case .failure(let refusal): (line.number, ActReply(unreadable: refusal))
            }
        }
    }
}
