extension FileError: UserFacingError {
    public var exitStatus: ExitStatus {
        switch self {
        case .missing: .noInput
        case .notPermitted: .notPermitted
        case .tooLarge: .inputRejected
        case .notAFile, .folderMissing, .inputOutput: .inputOutput
        }
    }

    public func sentence(in language: Language) -> String {
        switch self {
        case .missing(let path): language.choose("找不到文件“\(path)”。", "There is no file “\(path)”.")
        case .folderMissing(let path):
            language.choose("“\(path)”所在的目录不存在。", "The folder of “\(path)” does not exist.")
        case .notAFile(let path): language.choose("“\(path)”不是文件。", "“\(path)” is not a file.")
        case .notPermitted(let path):
            language.choose("没有权限读写“\(path)”。", "Permission to read or write “\(path)” is denied.")
        case .tooLarge(let path, let bytes, let limit):
            language.choose(
                "文件“\(path)”有 \(bytes) 字节，超过上限 \(limit) 字节。",
                "The file “\(path)” has \(bytes) bytes, more than the limit of \(limit).")
        case .inputOutput(let path, let errno):
            language.choose(
                "读写“\(path)”失败：\(Self.cause(errno, in: .chinese))。",
                "Reading or writing “\(path)” failed: \(Self.cause(errno, in: .english)).")
        }
    }

    /// The errors of the operating system that a user can do something about, in words.
    private static func cause(_ errno: Int32, in language: Language) -> String {
        switch errno {
        case 28, 122: language.choose("磁盘空间不足", "the disk is full")  // ENOSPC, EDQUOT
        case 30: language.choose("文件系统只读", "the file system is read-only")  // EROFS
        case 20: language.choose("路径中有一段不是目录", "a part of the path is no folder")  // ENOTDIR
        case 21: language.choose("该名称是一个目录", "the name is that of a folder")  // EISDIR
        case 36: language.choose("文件名过长", "the file's name is too long")  // ENAMETOOLONG
        default: language.choose("系统错误 \(errno)", "system error \(errno)")
        }
    }
}

extension WorkbookError: UserFacingError {
    public var exitStatus: ExitStatus {
        switch self {
        case .file(let error): error.exitStatus
        case .library: .inputOutput
        case .sheetName, .tooManyRows, .textTooLong, .pageLineTooLong: .failure
        }
    }

    public func sentence(in language: Language) -> String {
        switch self {
        case .file(let error): error.sentence(in: language)
        case .sheetName(let name):
            language.choose("工作表名称“\(name)”无效或重复。", "The sheet name “\(name)” is invalid or used twice.")
        case .tooManyRows(let sheet, let limit):
            language.choose("工作表“\(sheet)”超过 \(limit) 行。", "The sheet “\(sheet)” has more than \(limit) rows.")
        case .textTooLong(let sheet, let row, let column):
            language.choose(
                "工作表“\(sheet)”第 \(row) 行第 \(column) 列的文字超过 32767 个字符。",
                "Row \(row), column \(column) of the sheet “\(sheet)” has more than 32,767 characters.")
        case .pageLineTooLong(let sheet):
            language.choose("工作表“\(sheet)”的页眉或页脚过长。", "The page header or footer of the sheet “\(sheet)” is too long.")
        case .library(let code): language.choose("写工作簿失败（代码 \(code)）。", "Writing the workbook failed (code \(code)).")
        }
    }
}

extension CryptoError: UserFacingError {
    public var exitStatus: ExitStatus {
        switch self {
        case .library: .bug
        case .keyFileInputOutput: .inputOutput
        case .keyLength, .keyFileMissing, .otherKey, .keyFileExists, .keyFileOpenToOthers, .keyFileMalformed:
            .configuration
        case .sealedTooShort, .notAuthentic, .notText: .failure
        }
    }

    public func sentence(in language: Language) -> String {
        switch self {
        case .library(let part):
            language.choose("密码库运算失败（\(part.rawValue)）。", "The crypto library failed (\(part.rawValue)).")
        case .keyLength(let count):
            language.choose("密钥应为 32 字节，实为 \(count) 字节。", "A key has \(count) bytes instead of 32.")
        case .sealedTooShort: language.choose("密文不完整。", "The sealed value is incomplete.")
        case .notAuthentic:
            language.choose(
                "密文与密钥或主体不符，无法解开。", "The sealed value does not fit this key or subject and cannot be opened.")
        case .notText: language.choose("解开的内容不是文字。", "The opened value is not text.")
        case .otherKey(let needed, let found):
            language.choose(
                "本库的身份号码用密钥 \(needed) 加密，手头的密钥是 \(found)。请把原密钥文件复制到本机，或用 ANXIN_ID_KEY_FILE 指明。",
                "The numbers of this register were sealed with the key \(needed); the key at hand is \(found). Copy the register's key file to this machine, or name it in ANXIN_ID_KEY_FILE."
            )
        case .keyFileMissing(let path): language.choose("找不到密钥文件“\(path)”。", "There is no key file “\(path)”.")
        case .keyFileExists(let path):
            language.choose("密钥文件“\(path)”已存在，不予覆盖。", "The key file “\(path)” exists and is not overwritten.")
        case .keyFileOpenToOthers(let path, let mode):
            language.choose(
                "密钥文件“\(path)”的权限为 \(String(mode, radix: 8))，其他用户可读，应改为 600。",
                "The key file “\(path)” has mode \(String(mode, radix: 8)) and others can read it; set it to 600.")
        case .keyFileMalformed(let path, let line):
            language.choose("密钥文件“\(path)”第 \(line) 行格式不对。", "Line \(line) of the key file “\(path)” is malformed.")
        case .keyFileInputOutput(let path, let errno):
            language.choose(
                "读写密钥文件“\(path)”失败（系统错误 \(errno)）。",
                "Reading or writing the key file “\(path)” failed (system error \(errno)).")
        }
    }
}
