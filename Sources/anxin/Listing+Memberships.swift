import PQ
import SafetyCredit

extension Listing {
    init(_ memberships: [MembershipState], in language: Language) {
        columns = [
            Column(key: "membership_id", title: language.choose("编号", "membership"), isNumber: true),
            Column(
                key: "list_code", title: language.choose("名单", "list"),
                names: Self.names(of: ListCode.self) { $0.name(in: language) }),
            Column(key: "subject_name", title: language.choose("名称", "subject")),
            Column(key: "credit_code", title: language.choose("统一社会信用代码", "credit code")),
            Column(key: "clause_code", title: language.choose("依据", "clause")),
            Column(key: "decision_number", title: language.choose("决定文号", "decision")),
            Column(key: "listed_on", title: language.choose("列入之日", "listed on")),
            Column(key: "published_on", title: language.choose("公布之日", "published on")),
            Column(key: "last_day", title: language.choose("最后一日", "last day")),
            Column(key: "days_left", title: language.choose("剩余天数", "days left"), isNumber: true),
            Column(key: "removal_from", title: language.choose("可申请移出", "removal from")),
            Column(
                key: "end_reason", title: language.choose("结束原因", "end reason"),
                names: Self.names(of: Membership.EndReason.self) { $0.name(in: language) }),
        ]
        rows = memberships.map { membership in
            [
                String(membership.membershipID), membership.list.rawValue, membership.subjectName,
                membership.creditCode, membership.clauseCode, membership.decisionNumber,
                membership.listedOn.description, membership.publishedOn?.description, membership.lastDay?.description,
                membership.daysLeft.map { String($0) }, membership.removalFrom.description,
                membership.endReason?.rawValue,
            ]
        }
    }

    /// The names of an enumeration's codes.
    static func names<Code: RawRepresentable<String> & CaseIterable>(
        of _: Code.Type, _ name: (Code) -> String
    ) -> [String: String] {
        Dictionary(uniqueKeysWithValues: Code.allCases.map { ($0.rawValue, name($0)) })
    }
}
