internal import CXLSXWriter
internal import Glibc
internal import PQ

extension Workbook {
    /// Writes the file, which is either whole or not there.
    ///
    /// **Throws** every case of `WorkbookError`.
    public func write(to path: String) throws(WorkbookError) {
        let draft = FileBytes.draftPath(for: path)
        do throws(WorkbookError) {
            let output = try XLSXOutput(draft: draft, path: path, workbook: self)
            for sheet in sheets { try output.add(sheet) }
            try output.close()
        } catch {
            FileBytes.discard(draft)
            throw error
        }
        do throws(FileError) { try FileBytes.promote(draft, to: path) } catch { throw .file(error) }
    }
}

/// Owns a libxlsxwriter workbook until it is closed.
private final class XLSXOutput {
    private var handle: UnsafeMutablePointer<lxw_workbook>?
    /// The name the file will have: errors tell it, not that of the draft.
    private let path: String
    private var formats: [FormatKey: UnsafeMutablePointer<lxw_format>] = [:]
    private var names: Set<String> = []

    init(draft: String, path: String, workbook: Workbook) throws(WorkbookError) {
        self.path = path
        handle = workbook_new(draft)
        guard handle != nil else { throw .library(Int32(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)) }
        workbook.title.withCString { title in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: title)
            properties.created = Self.noon(workbook.created)
            workbook_set_properties(handle, &properties)
        }
    }

    deinit { if let handle { lxw_workbook_free(handle) } }

    func close() throws(WorkbookError) {
        let closing = handle
        handle = nil  // freed by the library, also when it fails
        errno = 0
        let code = workbook_close(closing)
        switch code {
        case LXW_NO_ERROR: return
        case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
            LXW_ERROR_ZIP_FILE_OPERATION,
            LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
            throw .file(.writing(errno: errno == 0 ? EIO : errno, path: path))
        default: throw .library(Int32(code.rawValue))
        }
    }

    func add(_ sheet: Sheet) throws(WorkbookError) {
        let isNew = names.insert(sheet.name.lowercased()).inserted
        guard isNew, !sheet.name.isEmpty, workbook_validate_sheet_name(handle, sheet.name) == LXW_NO_ERROR,
            let output = workbook_add_worksheet(handle, sheet.name)
        else { throw .sheetName(sheet.name) }
        guard sheet.rows.count <= 1_048_576 else { throw .tooManyRows(sheet: sheet.name, limit: 1_048_576) }

        for (column, width) in sheet.widths.enumerated() {
            worksheet_set_column(output, lxw_col_t(column), lxw_col_t(column), width, nil)
        }
        if let height = sheet.rowHeight { worksheet_set_default_row(output, height, 0) }
        for merge in sheet.merges {
            // The cells are written after it, over its blank ones.
            let style = sheet.rows[merge.row].cells[merge.columns.lowerBound].style
            worksheet_merge_range(
                output, lxw_row_t(merge.row), lxw_col_t(merge.columns.lowerBound), lxw_row_t(merge.row),
                lxw_col_t(merge.columns.upperBound), "", format(FormatKey(style: style, numbers: nil)))
        }
        for (index, row) in sheet.rows.enumerated() {
            if let height = row.height { worksheet_set_row(output, lxw_row_t(index), height, nil) }
            for (column, cell) in row.cells.enumerated() {
                try write(cell, to: output, row: index, column: column, sheet: sheet)
            }
        }
        if sheet.frozenRows > 0 { worksheet_freeze_panes(output, lxw_row_t(sheet.frozenRows), 0) }
        if let print = sheet.print { try setUp(print, on: output, sheet: sheet.name) }
    }

    private func write(
        _ cell: SheetCell, to output: UnsafeMutablePointer<lxw_worksheet>, row: Int, column: Int, sheet: Sheet
    ) throws(WorkbookError) {
        let (line, place) = (lxw_row_t(row), lxw_col_t(column))
        let code: lxw_error
        switch cell.value {
        case .blank:
            if sheet.merges.contains(where: { $0.row == row && $0.columns.contains(column) }) { return }
            code = worksheet_write_blank(output, line, place, format(FormatKey(style: cell.style, numbers: nil)))
        case .text(let text):
            guard text.utf16.count <= 32_767 else {
                throw .textTooLong(sheet: sheet.name, row: row + 1, column: column + 1)
            }
            // The library takes C strings: a NUL would end the text unseen.
            let plain = text.utf8.contains(0) ? text.replacing("\0", with: "") : text
            code = worksheet_write_string(
                output, line, place, plain, format(FormatKey(style: cell.style, numbers: "@")))
        case .integer(let number):
            code = worksheet_write_number(
                output, line, place, Double(number), format(FormatKey(style: cell.style, numbers: "0")))
        case .decimal(let number, let places):
            let pattern = places == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: places)
            let scale = (0..<places).reduce(1.0) { value, _ in value * 10 }
            code = worksheet_write_number(
                output, line, place, Double(number) / scale, format(FormatKey(style: cell.style, numbers: pattern)))
        case .date(let date):
            guard date.isFinite, (1900...9999).contains(date.year) else {
                code = worksheet_write_string(
                    output, line, place, date.description, format(FormatKey(style: cell.style, numbers: "@")))
                break
            }
            var moment = lxw_datetime()
            (moment.year, moment.month, moment.day) = (Int32(date.year), Int32(date.month), Int32(date.day))
            code = worksheet_write_datetime(
                output, line, place, &moment, format(FormatKey(style: cell.style, numbers: "yyyy-mm-dd")))
        }
        guard code == LXW_NO_ERROR else { throw .library(Int32(code.rawValue)) }
    }

    private func setUp(
        _ print: PrintSetup, on output: UnsafeMutablePointer<lxw_worksheet>, sheet: String
    ) throws(WorkbookError) {
        worksheet_set_paper(output, 9)  // A4
        if print.isLandscape { worksheet_set_landscape(output) } else { worksheet_set_portrait(output) }
        worksheet_center_horizontally(output)
        if print.fitsWidth { worksheet_fit_to_pages(output, 1, 0) }
        if let rows = print.repeatedRows {
            worksheet_repeat_rows(output, lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound))
        }
        if let line = print.header, worksheet_set_header(output, line.code) != LXW_NO_ERROR {
            throw .pageLineTooLong(sheet: sheet)
        }
        if let line = print.footer, worksheet_set_footer(output, line.code) != LXW_NO_ERROR {
            throw .pageLineTooLong(sheet: sheet)
        }
    }

    private struct FormatKey: Hashable {
        let style: SheetStyle
        let numbers: String?
    }

    private func format(_ key: FormatKey) -> UnsafeMutablePointer<lxw_format>? {
        if let known = formats[key] { return known }
        let format = workbook_add_format(handle)
        formats[key] = format
        format_set_font_name(format, "宋体")
        format_set_font_size(format, key.style.fontSize)
        if key.style.isBold { format_set_bold(format) }
        if key.style.wraps { format_set_text_wrap(format) }
        if key.style.hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        switch key.style.alignment {
        case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .centre: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        }
        switch key.style.fill {
        case .none: break
        case .header: format_set_bg_color(format, 0xDDEBF7)
        case .fault: format_set_bg_color(format, 0xFFC7CE)
        }
        if let numbers = key.numbers { format_set_num_format(format, numbers) }
        return format
    }

    /// Noon UTC of the day, which is that day in every office of China.
    private static func noon(_ day: CivilDate) -> time_t {
        guard let epoch = CivilDate(year: 1970, month: 1, day: 1) else { preconditionFailure("a real day") }
        return time_t((day - epoch) * 86_400 + 43_200)
    }
}

extension PageLine {
    /// The line in the code of spreadsheets; an ampersand in text is doubled.
    fileprivate var code: String {
        zip(["&L", "&C", "&R"], [left, centre, right]).map { place, pieces in
            pieces.isEmpty ? "" : place + pieces.map(Self.code).joined()
        }.joined()
    }

    private static func code(of piece: Piece) -> String {
        switch piece {
        case .text(let text): text.replacing("&", with: "&&")
        case .pageNumber: "&P"
        case .pageCount: "&N"
        }
    }
}
