// Every sentence about a file of the intake, in one place.

extension Reject {
    /// The column and the rule: `统一社会信用代码：…`.
    public func sentence(in language: Language) -> String {
        language.choose(
            "\(columnTitle)：\(fault.sentence(in: .chinese))", "\(columnTitle): \(fault.sentence(in: .english))")
    }
}

extension CellFault {
    /// The rule in words, without the cell's content and without a full stop.
    public func sentence(in language: Language) -> String {
        switch self {
        case .missing: language.choose("必填项为空", "is required and blank")
        case .formula: language.choose("公式单元格，请改为数值或文字", "is a formula; put the value itself")
        case .lostDigits:
            language.choose(
                "以数字格式保存，位数已丢失，请改为文本格式后重新填写", "was kept as a number and lost digits; set it to text and enter it again")
        case .errorValue: language.choose("单元格为错误值", "is an error value")
        case .tooLong(let limit): language.choose("超过 \(limit) 个字符", "has more than \(limit) characters")
        case .controlCharacter: language.choose("含有控制字符", "holds a control character")
        case .privateUseCharacter: language.choose("含有无法识别的字符（造字或乱码）", "holds a character without public meaning")
        case .codeLength(let count): language.choose("代码长度不对，为 \(count) 位", "the code has the wrong length of \(count)")
        case .codeCharacter(let position):
            language.choose("代码第 \(position) 位字符不允许", "the code's character \(position) is not allowed")
        case .codeMixesCases:
            language.choose(
                "代码中大小写字母混用，请对照营业执照核对", "the code mixes capital and small letters; compare it with the licence")
        case .organisationCheck:
            language.choose(
                "代码第 17 位（组织机构代码校验码）不符", "the code's character 17 (check of the organisation code) is wrong")
        case .codeCheck: language.choose("代码末位校验码不符", "the code's last character (check) is wrong")
        case .dateSpelling:
            language.choose("日期写法无法识别，请写成 2025-02-28", "is no date; write it like 2025-02-28")
        case .dateImpossible: language.choose("日期不存在", "is a date that does not exist")
        case .dateAhead: language.choose("日期晚于今天", "is a date in the future")
        case .dateHasTime: language.choose("日期带有时刻，请只填日期", "has a time of day; put the date alone")
        case .dateBefore(let title): language.choose("日期早于“\(title)”", "is a date before “\(title)”")
        case .numberSpelling: language.choose("不是数字", "is no number")
        case .numberNegative: language.choose("不能为负数", "must not be negative")
        case .numberTooFine(let decimals):
            decimals == 0
                ? language.choose("应为整数", "must be a whole number")
                : language.choose("小数超过 \(decimals) 位", "has more than \(decimals) decimals")
        case .numberOutside(let from, let to):
            language.choose("应在 \(from) 至 \(to) 之间", "must be between \(from) and \(to)")
        case .notYesOrNo: language.choose("应填“是”或“否”", "must be yes (是) or no (否)")
        case .unknownChoice(let allowed):
            language.choose("应为：\(allowed.joined(separator: "、"))", "must be one of \(allowed.joined(separator: ", "))")
        case .missingWith(let title, let value):
            language.choose("“\(title)”含“\(value)”时必填", "is required when “\(title)” holds “\(value)”")
        case .gradeBelowToll(let due):
            language.choose("低于伤亡人数和损失对应的等级“\(due)”", "is below the grade “\(due)” that the toll gives")
        case .gradeUnknown: language.choose("未填写，且无伤亡人数或损失可以推定", "is blank, and no toll gives it")
        case .repeatsRow(let row): language.choose("与第 \(row) 行重复", "repeats row \(row)")
        case .unknownSubject: language.choose("库中没有该信用主体", "names no subject of the register")
        case .unknownOfficer: language.choose("没有该经办人", "names no officer")
        case .unknownReportingUnit: language.choose("没有该报送单位", "names no reporting unit")
        case .unknownAgency:
            language.choose("没有这个应急管理部门，请写全称", "is no emergency department of the register; write its full name")
        case .alreadyRegistered:
            language.choose("该编号已登记在另一单位名下", "is registered for another subject")
        case .recordDiffers:
            language.choose(
                "已登记且内容不同；更正请用行为 correct-record",
                "is registered with other content; correct it by the act correct-record")
        }
    }
}

extension TableFileError: UserFacingError {
    public var exitStatus: ExitStatus {
        if case .file(let error) = self { return error.exitStatus }
        return .inputRejected
    }

    public func sentence(in language: Language) -> String {
        switch self {
        case .file(let error): error.sentence(in: language)
        case .empty: language.choose("文件是空的。", "The file is empty.")
        case .headerOnly: language.choose("文件只有表头，没有数据。", "The file has a header and no data.")
        case .unknownFormat:
            language.choose("文件既不是 CSV 也不是 XLSX。", "The file is neither CSV nor XLSX.")
        case .oldOrLockedWorkbook:
            language.choose(
                "文件是旧版 Excel（.xls）或加了密码，请另存为不加密的 .xlsx。",
                "The file is an old workbook (.xls) or locked by a password; save it as an open .xlsx.")
        case .undecodable(let encoding, let offset, let line):
            language.choose(
                "第 \(line) 行（第 \(offset) 字节处）不是有效的 \(encoding.rawValue) 编码。",
                "Line \(line) (byte \(offset)) is not valid \(encoding.rawValue).")
        case .truncated(let row): language.choose("文件在第 \(row) 行中断，不完整。", "The file breaks off in row \(row).")
        case .nulByte(let row, let column):
            language.choose(
                "第 \(row) 行\(place(column))列含有空字节。", "Row \(row), column \(letters(column)) holds a NUL byte.")
        case .unterminatedQuote(let row, let column):
            language.choose(
                "第 \(row) 行\(place(column))列的引号没有结束，文件可能不完整。",
                "The quote in row \(row), column \(letters(column)) never closes; the file may be cut off.")
        case .textAfterQuote(let row, let column):
            language.choose(
                "第 \(row) 行\(place(column))列的引号之后还有文字。",
                "Text follows the closing quote in row \(row), column \(letters(column)).")
        case .raggedRow(let row, let cells, let columns):
            language.choose(
                "第 \(row) 行有 \(cells) 个单元格，表头只有 \(columns) 列。",
                "Row \(row) has \(cells) cells, the header only \(columns) columns.")
        case .untitledColumn(let column, let row):
            language.choose(
                "\(letters(column)) 列没有列名，但第 \(row) 行有数据。",
                "Column \(letters(column)) has no title but data in row \(row).")
        case .duplicateTitle(let title, let columns):
            language.choose(
                "列名“\(title)”在 \(columns.map { letters($0) }.joined(separator: "、")) 列重复。",
                "The title “\(title)” stands in columns \(columns.map { letters($0) }.joined(separator: ", ")).")
        case .tooManyRows(let limit): language.choose("超过 \(limit) 行。", "There are more than \(limit) rows.")
        case .tooManyColumns(let row, let limit):
            language.choose("第 \(row) 行超过 \(limit) 列。", "Row \(row) has more than \(limit) columns.")
        case .brokenArchive:
            language.choose("工作簿文件不完整或已损坏。", "The workbook file is cut off or damaged.")
        case .brokenPart(let name):
            language.choose("工作簿内的“\(name)”缺失或已损坏。", "The part “\(name)” of the workbook is missing or damaged.")
        case .notAWorkbook: language.choose("压缩文件不是 XLSX 工作簿。", "The archive is no XLSX workbook.")
        case .unpacksTooLarge(let limit):
            language.choose("工作簿解压后超过 \(limit) 字节。", "Unpacked the workbook is larger than \(limit) bytes.")
        case .documentType(let part):
            language.choose(
                "工作簿内的“\(part)”含有不允许的声明。", "The part “\(part)” of the workbook holds a declaration that is not allowed."
            )
        case .noVisibleSheet: language.choose("工作簿没有可见的工作表。", "The workbook has no visible sheet.")
        case .noSuchSheet(let name, let available):
            language.choose(
                "没有工作表“\(name)”，有：\(available.joined(separator: "、"))。",
                "There is no sheet “\(name)”; there are \(available.joined(separator: ", ")).")
        case .mergedCells(let area, let row):
            language.choose("第 \(row) 行有合并单元格（\(area)），请取消合并。", "Row \(row) has merged cells (\(area)); split them.")
        }
    }

    private func letters(_ column: Int) -> String { HeaderTitle.letters(column: column) }
    private func place(_ column: Int) -> String { " \(letters(column)) " }
}

extension ImportFormatError: UserFacingError {
    public var exitStatus: ExitStatus { .inputRejected }

    /// One sentence for each thing that is wrong.
    public func sentence(in language: Language) -> String {
        var sentences: [String] = []
        if !missing.isEmpty {
            sentences.append(
                language.choose(
                    "缺少必需的列：\(missing.joined(separator: "、"))。",
                    "Required columns are missing: \(missing.joined(separator: ", ")).")
            )
        }
        for column in unknown {
            let letters = HeaderTitle.letters(column: column.column)
            let hint =
                column.suggestion.map { language.choose("，是否为“\($0)”？", "; is it “\($0)”?") }
                ?? language.choose("。", ".")
            sentences.append(
                language.choose(
                    "\(letters) 列的列名“\(column.title)”无法识别", "Column \(letters), “\(column.title)”, is unknown") + hint)
        }
        for pair in twice {
            sentences.append(
                language.choose(
                    "“\(pair.first)”和“\(pair.second)”都表示“\(pair.title)”，只能保留一列。",
                    "“\(pair.first)” and “\(pair.second)” both stand for “\(pair.title)”; keep one."))
        }
        return sentences.joined(separator: language.choose("", " "))
    }
}

extension ImportFileError: UserFacingError {
    public var exitStatus: ExitStatus {
        switch self {
        case .table(let error): error.exitStatus
        case .format(let error): error.exitStatus
        }
    }

    public func sentence(in language: Language) -> String {
        switch self {
        case .table(let error): error.sentence(in: language)
        case .format(let error): error.sentence(in: language)
        }
    }
}
