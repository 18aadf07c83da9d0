import PQ
import Synchronization

/// Puts histories straight into the register's tables, past every act: facts for the SQL to judge.
///
/// Subject n has the id `firstID + n × 1000`; its facts the ids after it, in the order of `UnitHistory.labels`.
struct HistoryWriter {
    let histories: [UnitHistory]
    let firstID: Int64

    /// Every writer has ids of its own: equal ids would make the transactions of tests wait for each other.
    init(histories: [UnitHistory]) {
        self.histories = histories
        firstID = Self.nextID.withLock { next in
            defer { next += Int64(histories.count + 1) * 1_000 }
            return next
        }
    }

    private static let nextID = Mutex<Int64>(1_000_000)

    func subjectID(of index: Int) -> Int64 { firstID + Int64(index) * 1_000 }

    /// What the ids of a subject's facts are called in its history.
    func label(of id: Int64) -> String {
        let offset = Int((id - firstID) % 1_000)
        let labels = histories[index(of: id)].labels
        return (1...max(1, labels.count)).contains(offset) && offset <= labels.count ? labels[offset - 1] : "?\(id)"
    }

    func index(of id: Int64) -> Int { Int((id - firstID) / 1_000) }

    func write(on connection: isolated Connection) throws {
        try writeSubjects(on: connection)
        try copy(
            "records.penalty",
            """
            subject_id record_id version_no known_at decision_number decided_on served_on agency_name agency_code is_safety
            is_simplified is_article_114_2 kinds annulled_on is_withdrawn officer_code act_id
            """,
            rows(\.penalties) { label, fact in
                [
                    "\(label)", fact.decidedOn, fact.servedOn,
                    fact.isOfEmergencyDepartment ? "随州市应急管理局" : "随州市市场监督管理局",
                    fact.isOfEmergencyDepartment ? "421300" : nil, fact.isSafety, fact.isSimplified, false,
                    fact.isWarning ? "{警告}" : "{责令停产停业}",
                    fact.annulledOn, fact.isWithdrawn, "operator", 1,
                ]
            }, on: connection)
        try copy(
            "records.accident",
            """
            subject_id record_id version_no known_at accident_number occurred_on severity death_count serious_injury_count
            direct_loss_fen responsibility report_approved_on is_withdrawn officer_code act_id
            """,
            rows(\.accidents) { label, fact in
                [
                    "\(label)", fact.occurredOn, Self.severity(deaths: fact.deaths), fact.deaths, 0, 0,
                    fact.responsibility == .cleared ? "not_responsible" : fact.responsibility.rawValue, fact.approvedOn,
                    fact.isWithdrawn, "operator", 1,
                ]
            }, on: connection)
        try copy(
            "records.certification",
            """
            subject_id record_id version_no known_at certificate_number level valid_from valid_to revoked_on is_withdrawn
            officer_code act_id
            """,
            rows(\.certifications) { label, fact in
                ["\(label)", fact.level, fact.from, fact.to, fact.revokedOn, fact.isWithdrawn, "operator", 1]
            }, on: connection)
        try copy(
            "records.honour",
            """
            subject_id record_id version_no known_at kind level honoured_year awarded_on document_number is_withdrawn
            officer_code act_id
            """,
            rows(\.honours) { label, fact in
                [
                    fact.kind.rawValue.replacing("-", with: "_"), fact.level.rawValue, fact.year, fact.awardedOn,
                    "\(label)",
                    fact.isWithdrawn, "operator", 1,
                ]
            }, on: connection)
        try copy(
            "records.repair_result",
            """
            subject_id record_id version_no known_at penalty_record_id repaired_on source result_number is_withdrawn
            officer_code act_id
            """,
            rows(\.repairs) { label, fact, ids in
                [ids[fact.penalty], fact.repairedOn, "信用中国", "\(label)", fact.isWithdrawn, "operator", 1]
            }, on: connection)
        try writeMemberships(on: connection)
        try writePrincipals(on: connection)
    }

    private static func severity(deaths: Int) -> String {
        switch deaths {
        case 30...: "extraordinary"
        case 10...: "major"
        case 3...: "larger"
        default: "ordinary"
        }
    }
}
