import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// **Source** Order 11 Art. 4; plan V.
@Suite("An officer's login", .serialized) struct OfficerReachTests {
    /// What tells of one unit of 随县 that the city listed; the last day stands for today in all of them.
    private static let reports = [
        "reports.subject_on('2024-03-31')", "reports.membership_on('2024-03-31')",
        "reports.publication_proof('2024-03-31')",
        "reports.statistics_form(2023)", "reports.stored_grade()",
    ]
    private static let ownAgencyOnly = ["reports.deadline_on('2024-03-20')", "reports.issued_documents()"]

    @Test("Reads of every report what its agency and those below it answer for, by no trick more")
    func reach() async throws {
        try await withLogins { conninfo, admin in
            for report in Self.reports + Self.ownAgencyOnly {
                let whole = try await admin.value(counting(report), as: Int64.self)
                try #require(whole > 0, "\(report)")
                #expect(try await count(report, "\(conninfo) user=reach_city") == whole)
                #expect(try await count(report, "\(conninfo) user=reach_stranger") == 0)
                #expect(try await count(report, "\(conninfo) user=reach_other_county") == 0)
                #expect(try await count(report, "\(conninfo) user=reach_analyst") == whole)
            }
            for report in Self.reports {
                let own = try await count(report, "\(conninfo) user=reach_county")
                #expect(own > 0, "\(report)")
            }
            // Its principal is listed with the unit.
            for report in Self.reports[1...2] {
                let whole = try await admin.value(counting(report), as: Int64.self)
                #expect(try await count(report, "\(conninfo) user=reach_county") == whole, "\(report)")
            }
            for report in Self.ownAgencyOnly {
                let own = try await count(report, "\(conninfo) user=reach_county")
                #expect(own == 0, "\(report)")
            }
            let county = try await Connection.connect(
                ConnectionOptions(conninfo: "\(conninfo) user=reach_other_county"))
            for trick in [
                "set session authorization reach_city", "set role reach_city", "set role anxin_worker",
                "insert into ops.officer_login (login, officer_code, act_id) values (session_user, 'han', 1)",
                "select from ops.officer_login", "select from cases.issued_document", "select ops.agencies_in_reach()",
            ] {
                await #expect(throws: PQError.self, "\(trick)") { try await county.script(trick) }
            }
            try await county.script("set role anxin_officer; set search_path = pg_temp, ops, reports")
            #expect(try await county.value(counting(Self.reports[1]), as: Int64.self) == 0)
            await county.close()
        }
    }

    @Test("Reads nothing once the appointment has ended")
    func left() async throws {
        try await withLogins { conninfo, admin in
            _ = try await admin.work {
                try Story().does(
                    "end-appointment", on: "2024-03-20", by: "operator", ["officer_code": "han", "reason": "调离"], $0)
            }
            #expect(try await count(Self.reports[0], "\(conninfo) user=reach_city") == 0)
        }
    }

    private func counting(_ report: String) -> Statement { Statement(sql: "select count(*) from " + report) }

    private func count(_ report: String, _ conninfo: String) async throws -> Int64 {
        let connection = try await Connection.connect(ConnectionOptions(conninfo: conninfo))
        let count = try await connection.value(counting(report), as: Int64.self)
        await connection.close()
        return count
    }

    /// Logins of the city, of the unit's county, of another county, of nobody, and of an analyst, on a register of their own.
    private func withLogins(_ body: @Sendable (String, Connection) async throws -> Void) async throws {
        try await RegisterDatabase.shared.withClone { options in
            let admin = try await Connection.connect(options)
            let names = ["reach_city", "reach_county", "reach_other_county", "reach_stranger"]
            try await admin.script(
                names.map { "create role \($0) login in role anxin_officer;" }.joined()
                    + "create role reach_analyst login in role anxin_analyst")
            do {
                try await admin.work { try Self.tell($0) }
                try await body(options.conninfo, admin)
            } catch {
                try await admin.script("drop role \((names + ["reach_analyst"]).joined(separator: ", "))")
                throw error
            }
            try await admin.script("drop role \((names + ["reach_analyst"]).joined(separator: ", "))")
            await admin.close()
        }
    }

    private static func tell(_ connection: isolated Connection) throws {
        let story = Story()
        try story.reach(.listed, connection)
        _ = try story.issue(.listingDecision, on: "2024-03-11", ["case": "give-notice"], connection)
        for (login, officer, agency) in [
            ("reach_county", "sx", "421321"), ("reach_other_county", "zd", "421303"), ("reach_city", "han", nil),
        ] {
            if let agency {
                try story.does(
                    "appoint-officer", on: "2024-03-12", by: "operator", key: "appoint \(officer)",
                    [
                        "officer_code": .string(officer), "officer_name": "县区人员", "agency_code": .string(agency),
                        "roles": "handler",
                    ], connection)
            }
            try story.does(
                "assign-login", on: "2024-03-12", by: "operator", key: login,
                ["officer_code": .string(officer), "login": .string(login)], connection)
        }
        _ = try GradeComputation.compute(asOf: CivilDate(iso: "2024-03-31")!, on: connection)
    }
}
