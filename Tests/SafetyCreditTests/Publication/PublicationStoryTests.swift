import Foundation
import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("An entry on the bureau's site", .serialized) struct PublicationStoryTests {
    @Test("What is wanted holds no number in clear and no address of a person")
    func wanted() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.published, connection)
            let contents = try connection.rows(
                "select w.content ->> 'subject_kind', w.content::text from publication.wanted('2024-03-20') as w",
                as: (String, String).self)
            #expect(contents.count == 5)
            for (kind, content) in contents {
                #expect(!content.contains("19750630"))
                #expect(content.contains("青石镇") == (kind != "person"))
                #expect(content.contains("421321********4511") == (kind == "person"))
            }
        }
    }

    @Test("It is published, confirmed, and published again with its dates; a third round changes nothing")
    func life() async throws {
        try await Newsroom.open { room in
            try await room.reach(.listed)
            let counts = try await room.publish(on: "2024-03-15")
            #expect(counts.confirmed == 2)
            #expect(counts.done == 4)
            let membership = try await room.unitMembership()
            #expect(try await room.entry(membership) == "shown 2 2")
            #expect(try await room.shown() == room.wanted(on: "2024-03-15"))
            let page = try room.folder.text("site/current/entry/\(membership).html")
            #expect(page.contains("2027-03-15") || page.contains("2027年3月15日"))
            #expect(try await room.publish(on: "2024-03-18").done == 0)
            #expect(try await room.publish(on: "2024-03-18").confirmed == 0)
            #expect(try await room.check(on: "2024-03-18") == [])
        }
    }

    @Test("A round makes the first, empty site, and every page anew under new settings, though nothing is to be told")
    func renewed() async throws {
        try await Newsroom.open { room in
            #expect(try await room.publish(on: "2024-03-01") == DeliveryWorker.Counts())
            #expect(try room.folder.text("site/current/index.html").contains(Sample.settings.siteTitle))
            try await room.reach(.listed)
            try await room.publish(on: "2024-03-15")
            var settings = Sample.settings
            settings.siteTitle = "安全生产失信信息公示台"
            let renewed = BureauSite(root: room.folder.path + "/site", settings: settings)
            #expect(try await room.publish(on: "2024-03-15", to: renewed) == DeliveryWorker.Counts())
            let page = try room.folder.text("site/current/entry/\(try await room.unitMembership()).html")
            #expect(page.contains("失信信息公示台"))
            #expect(try await room.check(on: "2024-03-15") == [])
        }
    }

    struct End: Sendable, CustomTestStringConvertible {
        let reason: String
        let stage: Story.Stage
        let act: String
        let day: String
        let officer: String
        let fields: [String: JSONValue]
        var testDescription: String { reason }
    }

    static let ends = [
        End(
            reason: "early_removal", stage: .accepted, act: "decide-removal", day: "2025-03-20", officer: "dec",
            fields: Story.grant),
        End(
            reason: "revoked", stage: .published, act: "revoke-listing", day: "2024-04-01", officer: "dec",
            fields: RefusalCase.revocation),
        End(
            reason: "annulled", stage: .punished, act: "annul-penalty", day: "2024-04-01", officer: "rec",
            fields: RefusalCase.annulment),
        End(
            reason: "repaired", stage: .punished, act: "record-repair", day: "2024-04-01", officer: "rec",
            fields: [
                "credit_code": .string(Story.unit), "decision_number": .string(Story.decisionNumber),
                "result_number": "X1", "source": "信用中国",
            ]),
        End(
            reason: "objection", stage: .objectionAccepted, act: "decide-objection", day: "2024-04-01", officer: "dec",
            fields: RefusalCase.with(RefusalCase.objectionDecision, ["decision": "delete"])),
        End(
            reason: "deregistered", stage: .punished, act: "deregister-subject", day: "2024-04-01", officer: "rec",
            fields: RefusalCase.deregistration),
    ]

    @Test("It is taken down after every kind of end, page and line", arguments: ends)
    func end(_ end: End) async throws {
        try await Newsroom.open { room in
            try await room.reach(end.stage)
            let eve = (CivilDate(iso: end.day)! - 1).description
            try await room.publish(on: eve)
            let membership = try await room.connection.value(
                """
                select m.membership_id
                from lists.membership as m
                where m.unit_id is null
                order by m.list_code desc
                limit 1
                """, as: Int64.self)
            #expect(try await room.shown()[membership] != nil)

            try await room.does(end.act, on: end.day, by: end.officer, key: "the-end", end.fields)
            let reason = try await room.connection.value(
                "select m.end_reason from lists.membership as m where m.membership_id = \(membership)", as: String.self)
            #expect(reason == end.reason)
            #expect(try await room.publish(on: end.day).channelFault == nil)
            #expect(try await room.shown()[membership] == nil)
            #expect(!room.folder.exists("site/current/entry/\(membership).html"))
            #expect(try room.folder.text("site/current/list.json").contains("\(membership)") == false)
            #expect(try await room.entry(membership).hasPrefix("absent "))
            #expect(try await room.shown() == room.wanted(on: end.day))
        }
    }

    @Test(
        "It stands until 24:00 of its last day and is gone the day after, whether or not the expiry is recorded",
        arguments: [true, false])
    func expiry(isRecorded: Bool) async throws {
        try await Newsroom.open { room in
            try await room.reach(.listed)
            let membership = try await room.unitMembership()
            try await room.publish(on: "2024-03-15")
            try await room.publish(on: "2027-03-15")
            #expect(try await room.shown()[membership] != nil)
            if isRecorded {
                _ = try await room.connection.work {
                    try ExpireMemberships.run(asOf: CivilDate(iso: "2027-03-16")!, on: $0)
                }
            }
            try await room.publish(on: "2027-03-16")
            #expect(try await room.shown() == [:])
            #expect(try await room.entry(membership).hasPrefix("absent "))
        }
    }

    @Test("A revoked listing lets the penalty's own entry return")
    func revival() async throws {
        try await Newsroom.open { room in
            try await room.reach(.published)
            try await room.publish(on: "2024-03-20")
            let penalised = try await room.penalisedMembership()
            #expect(try await room.shown()[penalised] == nil)
            try await room.does("revoke-listing", on: "2024-04-01", by: "dec", RefusalCase.revocation)
            try await room.publish(on: "2024-04-01")
            #expect(try await room.shown()[penalised] != nil)
            #expect(try await room.check(on: "2024-04-01") == [])
        }
    }

    @Test("While an objection is pending the page says so, and no longer afterwards")
    func pending() async throws {
        try await Newsroom.open { room in
            try await room.reach(.objectionAccepted)
            try await room.publish(on: "2024-03-08")
            let path = "site/current/entry/\(try await room.penalisedMembership()).html"
            #expect(try room.folder.text(path).contains("异议处理中"))
            try await room.does("decide-objection", on: "2024-03-12", by: "dec", RefusalCase.objectionDecision)
            try await room.publish(on: "2024-03-12")
            #expect(try !room.folder.text(path).contains("异议处理中"))
        }
    }
}
