internal import FoundationEssentials
public import PQ

/// Lets a restored register send again, once its send journal was replayed; the officer vouches that the copy is the one meant.
///
/// **Source** architecture, "a restore is the worst fault".
public struct AcceptRestore: Act {
    public static let name = "accept-restore"
    public static let role = OfficerRole.operator
    public static let fields = [
        ActField("journal_id", .text, "送达日志编号，见 anxin publish replay"),
        ActField("reason", .text, "恢复的原因和所用备份"),
    ]

    let journalID: UUID
    let reason: String

    public init(reading fields: ActFields) throws {
        guard let id = UUID(uuidString: try fields.text("journal_id")) else {
            throw Refusal(.badField, ["field": "journal_id", "expected": "uuid"])
        }
        journalID = id
        reason = try fields.text("reason")
    }

    public func perform(in context: ActContext, on connection: isolated Connection) throws -> ActOutcome {
        let accepted = try connection.firstRow(
            """
            insert into publication.send_journal as j (journal_id, system_identifier, timeline_id, mark, replay_id,
                act_id, accepted_at)
            select r.journal_id, r.system_identifier, r.timeline_id, r.mark, r.replay_id, \(context.actID), now()
            from publication.replay as r
            where r.journal_id = \(journalID)
                and r.system_identifier = (select intake.cluster_id())::text
                and r.timeline_id = ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::integer
            order by r.replay_id desc
            limit 1
            on conflict (journal_id) do update
            set system_identifier = excluded.system_identifier, timeline_id = excluded.timeline_id, mark = excluded.mark,
                replay_id = excluded.replay_id, act_id = excluded.act_id, accepted_at = excluded.accepted_at
            returning j.system_identifier, j.timeline_id
            """, as: (String, Int32).self)
        guard let (identifier, timeline) = accepted else {
            throw Refusal(.journalNotReplayed, ["journal": journalID.uuidString.lowercased()])
        }
        return ActOutcome(answer: [
            "system_identifier": .string(identifier), "timeline_id": .integer(Int64(timeline)),
        ])
    }
}
