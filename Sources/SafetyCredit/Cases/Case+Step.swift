public import PQ

extension Case {
    /// What can be done in a case.
    public enum Step: String, CaseIterable, Sendable, PQDecodable {
        case noticeServed = "notice_served"
        case defenceWaived = "defence_waived"
        case defenceHeard = "defence_heard"
        case filed, opened, accepted, refused, decided, served, entered, reported, moot

        public func name(in language: Language) -> String {
            switch self {
            case .noticeServed: language.choose("告知已送达", "notice served")
            case .defenceWaived: language.choose("放弃陈述申辩", "defence waived")
            case .defenceHeard: language.choose("听取陈述申辩", "defence heard")
            case .filed: language.choose("收到申请", "filed")
            case .opened: language.choose("启动", "opened")
            case .accepted: language.choose("受理", "accepted")
            case .refused: language.choose("不予受理", "refused")
            case .decided: language.choose("决定", "decided")
            case .served: language.choose("文书送达", "served")
            case .entered: language.choose("录入系统", "entered in the system")
            case .reported: language.choose("报上一级", "reported upward")
            case .moot: language.choose("失去对象", "moot")
            }
        }
    }

    /// How a case was decided.
    public enum Outcome: String, CaseIterable, Sendable {
        case list
        case notList = "not_list"
        case change, delete, keep, granted, denied, revoke, restore
        case notRestore = "not_restore"
        case newListing = "new_listing"
        case noTransfer = "no_transfer"

        public func name(in language: Language) -> String {
            switch self {
            case .list: language.choose("列入", "list")
            case .notList: language.choose("不列入", "do not list")
            case .change: language.choose("变更", "change")
            case .delete: language.choose("删除", "delete")
            case .keep: language.choose("保留", "keep")
            case .granted: language.choose("准予", "granted")
            case .denied: language.choose("不予", "denied")
            case .revoke: language.choose("撤销", "revoke")
            case .restore: language.choose("恢复", "restore")
            case .notRestore: language.choose("不恢复", "do not restore")
            case .newListing: language.choose("对承继单位另行立案", "new listing case")
            case .noTransfer: language.choose("不转移", "no transfer")
            }
        }
    }
}
