import Foundation
import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// A register with a bureau site of its own, for tests that publish.
struct Newsroom: Sendable {
    let story = Story()
    let connection: Connection
    let options: ConnectionOptions
    let folder: TemporaryFolder
    let site: BureauSite

    static func open(_ body: @Sendable (Newsroom) async throws -> Void) async throws {
        try await RegisterDatabase.shared.withClone { options in
            let connection = try await Connection.connect(options)
            let folder = try TemporaryFolder()
            let site = BureauSite(root: folder.path + "/site", settings: Sample.settings)
            let room = Newsroom(connection: connection, options: options, folder: folder, site: site)
            // A register that has sent nothing accepts its journal.
            try await RestoreFence(journal: room.journal).check(on: connection)
            try await body(room)
            await connection.close()
        }
    }

    func reach(_ stage: Story.Stage) async throws {
        try await connection.work { [story] in try story.reach(stage, $0) }
    }

    @discardableResult
    func does(_ act: String, on day: String, by officer: String, key: String? = nil, _ fields: [String: JSONValue])
        async throws
        -> [String: JSONValue]
    {
        try await connection.work { [story] in try story.does(act, on: day, by: officer, key: key, fields, $0) }
    }

    /// One round of publication on the day, with every pause after a fault already over.
    @discardableResult
    func publish(on day: String, to channel: (any Channel)? = nil) async throws -> DeliveryWorker.Counts {
        try await connection.execute(
            "update publication.item as i set next_attempt_at = now() where i.next_attempt_at > now()")
        let moment = BusinessMoment(
            day: CivilDate(iso: day)!, timeOf: BusinessMoment(secondsSince1970: 0))
        let channel = channel ?? site
        let counts = try await PublicationRun(channels: [channel], ledger: story.ledger, journal: journal)
            .run(at: moment, on: connection)
        return counts[channel.code] ?? DeliveryWorker.Counts()
    }

    var journal: SendJournal { SendJournal(directory: folder.path + "/send-journal") }

    /// Settings of the command that works on this register and its journal.
    var environment: [String: String] {
        ["ANXIN_DATA_DIR": folder.path + "/data", "ANXIN_JOURNAL_DIR": folder.path + "/send-journal"]
    }

    /// What the site shows, by membership.
    func shown() async throws -> [Int64: String] {
        Dictionary(uniqueKeysWithValues: try await site.readBack().map { ($0.entryID, $0.sha256) })
    }

    /// What the register says a channel must show on a day, by membership.
    func wanted(on day: String, channel: String = "bureau-site") async throws -> [Int64: String] {
        let rows = try await connection.rows(
            "select w.membership_id, w.content::text from publication.wanted(\(day)) as w where w.channel_code = \(channel)",
            as: (Int64, String).self)
        return try Dictionary(
            uniqueKeysWithValues: rows.map { ($0.0, try #require(PublicationEntry(json: Array($0.1.utf8))).sha256) })
    }

    func check(on day: String) async throws -> [ChannelCheck.Difference] {
        try await ChannelCheck.run(site, asOf: CivilDate(iso: day)!, on: connection).differences
    }

    /// State, last version and shown version of a membership on the site.
    func entry(_ membership: Int64, channel: String = "bureau-site") async throws -> String {
        try await connection.value(
            """
            select e.state || ' ' || e.last_version || ' ' || coalesce(e.shown_version::text, '-')
            from publication.entry as e
            where e.membership_id = \(membership) and e.channel_code = \(channel)
            """, as: String.self)
    }

    func unitMembership() async throws -> Int64 {
        try await connection.work { [story] in try story.unitMembership($0) }
    }

    /// The membership of the penalised list that the penalty founds.
    func penalisedMembership() async throws -> Int64 {
        try await connection.value(
            "select m.membership_id from lists.membership as m where m.list_code = 'penalised'", as: Int64.self)
    }

    /// A claim of the bureau site's queue by a worker that does nothing with it.
    func claim(limit: Int = 100, channel: String = "bureau-site") async throws -> Claim {
        let token = UUID()
        return try await connection.work { connection in
            try connection.transaction { connection in
                let queue = PublicationQueue(channelCode: channel)
                try queue.takeBackLapsed(asOf: CivilDate(iso: "2024-03-04")!, on: connection)
                let batchIDs = try connection.pipeline { pipeline in
                    let claimed = try queue.claim(limit, after: 0, token: token, in: &pipeline)
                    try pipeline.sync()
                    return try claimed.get()
                }
                return Claim(
                    lease: BatchLease(token: token, batchIDs: batchIDs),
                    items: try queue.items(of: batchIDs, on: connection))
            }
        }
    }

    /// Writes what became of changes, as a worker does; returns the memberships to confirm.
    @discardableResult
    func settle(_ work: DeliveryWorker.Work, lease: BatchLease?, on day: String) async throws -> [Int64] {
        try await connection.work { connection in
            try connection.pipeline { pipeline in
                let queue = PublicationQueue(channelCode: "bureau-site")
                try queue.postpone(work.attempts, asOf: CivilDate(iso: day)!, lease: lease, in: &pipeline)
                let firsts = try queue.finish(
                    work.settlements, asOf: CivilDate(iso: day)!, lease: lease, in: &pipeline)
                try pipeline.sync()
                return try firsts.get()
            }
        }
    }

    /// Lets the time of every lease run out.
    func expireLeases() async throws {
        try await connection.execute(
            "update publication.batch as b set leased_until = now() - interval '1 second' where b.lease_token is not null"
        )
    }

    func reconcile(on day: String) async throws {
        _ = try await Reconciliation.run(asOf: CivilDate(iso: day)!, on: connection)
    }

    func change(_ item: LeasedItem) throws -> PublicationChange {
        PublicationChange(
            entryID: item.membershipID, version: item.version, key: item.key(on: "bureau-site").description,
            action: try #require(item.content.action))
    }
}
