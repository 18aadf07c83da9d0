/// What can be wrong with a plan that is asked for or handed in.
public enum PlanError: Error, Sendable, Hashable {
    case noPlan(year: Int, agencyCode: String)
    /// A workbook that is no exported plan: the line or column it lacks.
    case notAPlan(path: String, missing: String)
}

extension PlanError: UserFacingError {
    public var exitStatus: ExitStatus {
        switch self {
        case .noPlan: .failure
        case .notAPlan: .inputRejected
        }
    }

    public func sentence(in language: Language) -> String {
        switch self {
        case .noPlan(let year, let agencyCode):
            language.choose(
                "机关 \(agencyCode) 没有 \(year) 年度计划；用 anxin plan draw --year \(year) 抽取。",
                "Agency \(agencyCode) has no plan of \(year); anxin plan draw --year \(year) draws one.")
        case .notAPlan(let path, let missing):
            language.choose(
                "\(path) 不是导出的年度计划：缺少“\(missing)”。", "\(path) is no exported plan: it lacks “\(missing)”.")
        }
    }
}
