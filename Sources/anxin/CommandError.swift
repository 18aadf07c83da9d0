import PQ
import SafetyCredit

/// What can be wrong with how a command was asked.
enum CommandError: Error {
    case workbookNeedsFile
    case notUTF8(file: String)
    case rejectsOverInput(String)
    case oneTableOnly
    case notASeal(path: String, line: Int)
    case unknownOfficer(String)
    case unknownAgency(String)
    case unknownProcedure(String)
    case officerMayNotImport(String)
    case notACreditCode(String)
    case notGraded(code: String, day: CivilDate)
    case unknownChannel(String)
    case unknownJob(String)
    case beforeThePlan(day: CivilDate)
    case dayNotInCalendar(CivilDate)
}

extension CommandError: UserFacingError {
    var exitStatus: ExitStatus {
        switch self {
        case .notUTF8, .notASeal: .inputRejected
        case .workbookNeedsFile, .rejectsOverInput, .oneTableOnly, .notACreditCode, .unknownChannel, .unknownJob,
            .unknownAgency, .unknownProcedure:
            .usage
        case .unknownOfficer, .officerMayNotImport: .notPermitted
        case .notGraded, .beforeThePlan, .dayNotInCalendar: .failure
        }
    }

    func sentence(in language: Language) -> String {
        switch self {
        case .workbookNeedsFile:
            language.choose("xlsx 要写入文件，请加 --output 文件名。", "A workbook needs a file: add --output FILE.")
        case .notASeal(let path, let line):
            language.choose(
                "“\(path)”第 \(line) 行不是 anxin db seal 打印的封印。",
                "“\(path)” line \(line) is no seal as anxin db seal prints it.")
        case .oneTableOnly:
            language.choose(
                "CSV 只能写一张表，请用 --format xlsx 或 json。", "CSV holds one table: use --format xlsx or json.")
        case .notUTF8(let file):
            language.choose("“\(file)”不是 UTF-8 编码的文本，请另存为 UTF-8。", "“\(file)” is not text in UTF-8; save it as UTF-8.")
        case .rejectsOverInput(let path):
            language.choose(
                "退回的行不能写到导入的文件“\(path)”上，请另取文件名。",
                "Rejected rows cannot be written over the imported file “\(path)”; give another name.")
        case .unknownOfficer(let code):
            language.choose("没有编号为“\(code)”的在职经办人。", "No active officer has the code “\(code)”.")
        case .unknownAgency(let text):
            language.choose("没有代码或名称为“\(text)”的机关。", "No agency has the code or name “\(text)”.")
        case .unknownProcedure(let word):
            language.choose(
                "没有名为“\(word)”的程序；可用：\(Procedure.allCases.map(\.word).joined(separator: "、"))。",
                "No procedure is named “\(word)”; known: \(Procedure.allCases.map(\.word).joined(separator: ", ")).")
        case .officerMayNotImport(let code):
            language.choose("经办人“\(code)”没有记录（recorder）职责。", "The officer “\(code)” lacks the role recorder.")
        case .notACreditCode(let text):
            language.choose("“\(text)”不是有效的统一社会信用代码。", "“\(text)” is no valid unified social credit code.")
        case .notGraded(let code, let day):
            language.choose("\(code) 在 \(day) 不参加评级。", "\(code) is not graded on \(day).")
        case .unknownChannel(let code):
            language.choose("没有代码为“\(code)”的渠道。", "No channel has the code “\(code)”.")
        case .unknownJob(let name):
            language.choose("没有名为“\(name)”的作业。", "No job is named “\(name)”.")
        case .dayNotInCalendar(let day):
            language.choose("工作日历没有覆盖 \(day) 起的期限。", "The calendar does not reach a term from \(day).")
        case .beforeThePlan(let day):
            language.choose(
                "\(day) 早于工作方案施行之日（2023-08-09），没有可用的口径和参数。",
                "\(day) is before the plan (2023-08-09): no policy or parameter is in force.")
        }
    }
}
