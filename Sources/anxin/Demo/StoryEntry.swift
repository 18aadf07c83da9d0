import PQ
import SafetyCredit

/// One membership whose life is told.
struct StoryEntry: Sendable {
    let name: String
    let list: ListCode
    let membershipID: Int64
    let listedOn: CivilDate
    let publishedOn: CivilDate?
    /// First day the site was seen without it.
    var goneOn: CivilDate?
    var ending = ""

    /// The membership that a decision brought, of the unit or of a person listed with it.
    static func find(
        _ name: String, decision number: String, in list: ListCode, isPerson: Bool, on connection: isolated Connection
    ) throws -> StoryEntry {
        let (id, listedOn, publishedOn) = try connection.row(
            """
            select m.membership_id, m.listed_on, m.published_on
            from lists.membership as m
            join register.subject as s on s.subject_id = m.subject_id
            where m.decision_number = \(number) and m.list_code = \(list) and (s.kind = 'person') = \(isPerson)
            """,
            as: (Int64, CivilDate, CivilDate?).self
        )
        return StoryEntry(name: name, list: list, membershipID: id, listedOn: listedOn, publishedOn: publishedOn)
    }
}
