public import PQ

/// Reads a file of dated rules: 类型 (口径 or 参数), 代码, 生效日期, 取值, 单位.
public enum PolicyFile {
    private enum Column {
        static let kind = ImportColumn<PolicyRule.Kind>.required("类型", ["kind"], .choice)
        static let code = ImportColumn<String>.required("代码", ["code"], .line(max: 100))
        static let validFrom = ImportColumn<CivilDate>.required("生效日期", ["valid_from"], .date)
        static let value = ImportColumn<String>.required("取值", ["value"], .line(max: 20))
        static let unit = ImportColumn<ParameterUnit>.optional("单位", ["unit"], .choice)
    }

    /// - Throws: `ImportFileError`; every faulty row is in the rejects.
    public static func read(path: String, today: CivilDate) throws(ImportFileError) -> (
        rules: [PolicyRule], rejects: [Reject]
    ) {
        let columns = [
            Column.kind.titles, Column.code.titles, Column.validFrom.titles, Column.value.titles, Column.unit.titles,
        ]
        let (rows, rejects) = try SmallFile.read(path: path, today: today, columns: columns) { row in
            let (kind, code) = (row.value(Column.kind), row.value(Column.code))
            let (validFrom, value, unit) = (
                row.value(Column.validFrom), row.value(Column.value), row.value(Column.unit)
            )
            guard row.isSound, let kind, let code, let validFrom, let value else { return nil as PolicyRule? }
            return PolicyRule(
                rowNumber: row.rowNumber, kind: kind, code: code, validFrom: validFrom, value: value, unit: unit)
        }
        return (rows, rejects)
    }
}
