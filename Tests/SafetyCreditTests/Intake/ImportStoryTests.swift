import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("An import", .serialized) struct ImportStoryTests {
    private static let header = ["生产经营单位名称", "统一社会信用代码", "注册地址"]
    private static let penaltyHeader = ["统一社会信用代码", "行政处罚决定书文号", "处罚类别", "处罚决定日期", "处罚机关", "公示日期", "处罚领域"]

    private func rows(_ count: Int, from first: Int = 0) -> [[String]] {
        (first..<first + count).map { ["随县第\($0)厂", CreditCodes.code($0), "青石镇\($0)号"] }
    }

    @Test(
        "One bad row holds the whole file back; with partial every other row is taken and the reason is kept without the value"
    )
    func oneBadRow() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            var table = [Self.header] + rows(2_000)
            table[1_000][1] = "91421321MA49K3C491"
            let before = try WholeRegister.digests(connection)
            let whole = try story.take(SubjectLine.self, on: "2024-01-02", table, connection)
            #expect(!whole.isWritten)
            #expect(whole.rejects.map(\.rowNumber) == [1_001])
            #expect(try WholeRegister.digests(connection) == before)

            let partial = try story.take(SubjectLine.self, on: "2024-01-02", table, mode: .partial, connection)
            #expect(partial.isWritten)
            #expect(partial.counts == ImportCounts(new: 1_999, changed: 0, unchanged: 0))
            let (file, reject) = try connection.row(
                """
                select f.row_count || ' ' || f.accepted_count || ' ' || f.rejected_count, r.row_no || ' ' || r.column_title || ' ' || r.rule_code
                from intake.file as f join intake.reject as r on r.file_id = f.file_id
                """, as: (String, String).self)
            #expect(file == "2000 1999 1")
            #expect(reject.hasPrefix("1001 统一社会信用代码 "))
            #expect(try WholeRegister.tables(holding: "91421321MA49K3C491", connection) == [])
        }
    }

    @Test("A dry run counts what would be taken and leaves nothing")
    func dryRun() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let before = try WholeRegister.digests(connection)
            let report = try Story().take(
                SubjectLine.self, on: "2024-01-02", [Self.header] + rows(10), isDryRun: true, connection)
            #expect(report.counts.new == 10)
            #expect(!report.isWritten)
            #expect(try WholeRegister.digests(connection) == before)
        }
    }

    @Test("The same file again changes no subject; a changed row adds one version; an empty cell says nothing")
    func again() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            var table = [Self.header] + rows(5)
            try story.take(SubjectLine.self, on: "2024-01-02", table, connection)
            let again = try story.take(SubjectLine.self, on: "2024-01-03", table, connection)
            #expect(again.counts == ImportCounts(new: 0, changed: 0, unchanged: 5))
            table[2][0] = "随县更名后厂"
            table[3][2] = ""
            let changed = try story.take(SubjectLine.self, on: "2024-01-04", table, connection)
            #expect(changed.counts == ImportCounts(new: 0, changed: 1, unchanged: 4))
            let names = try connection.values(
                """
                select v.version_no || ' ' || v.name
                from register.subject_version as v
                join register.identifier_claim as c on c.subject_id = v.subject_id and c.value = \(CreditCodes.code(1))
                order by v.version_no
                """, as: String.self)
            #expect(names == ["1 随县第1厂", "2 随县更名后厂"])
            let address = try connection.value(
                "select s.registered_address from register.subject as s where s.name = '随县第2厂'", as: String.self)
            #expect(address == "青石镇2号")
            let acts = try connection.value(
                "select count(*) from intake.act as a where a.act = 'register-subject'", as: Int64.self)
            #expect(acts == 6)
        }
    }

    @Test("Codes that repeat within a file come back with the row they repeat, the first is taken")
    func duplicates() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let table = [Self.header] + rows(2) + rows(1) + rows(1)
            let report = try Story().take(SubjectLine.self, on: "2024-01-02", table, mode: .partial, connection)
            #expect(report.counts.new == 2)
            #expect(report.rejects.map(\.rowNumber) == [4, 5])
            #expect(report.rejects.allSatisfy { $0.fault == .repeatsRow(2) })
        }
    }

    @Test(
        "A penalty must name a subject and an authority that the register knows",
        arguments: [
            ([Story.strangerCode, "罚1", "警告", "2024-03-01", Story.agency, "", ""], CellFault.unknownSubject),
            ([Story.unit, "罚1", "警告", "2024-03-01", "随州市应急局", "", ""], .unknownAgency),
            ([Story.unit, "罚1", "警告", "2024-03-01", "随州市应急管理局 曾都分局", "", ""], .unknownAgency),
            ([Story.unit, "罚1", "警告", "2024-03-03", Story.agency, "", ""], .dateAhead),
        ] as [([String], CellFault)])
    func unknown(row: [String], fault: CellFault) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.registerUnits(connection)
            let report = try story.take(PenaltyLine.self, on: "2024-03-02", [Self.penaltyHeader, row], connection)
            #expect(report.rejects.map(\.fault) == [fault])
            #expect(try connection.value("select count(*) from records.penalty", as: Int64.self) == 0)
        }
    }

    @Test("An import says of which rows the unit never bore the name they give, whatever width and brackets")
    func otherName() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.registerUnits(connection)
            let name = try connection.value(
                """
                select s.name
                from register.subject as s
                join register.identifier_claim as c on c.subject_id = s.subject_id
                where c.value = \(Story.unit)
                """, as: String.self)
            let header = Self.penaltyHeader + ["行政相对人名称"]
            let rows = [name, " \(name)（）", "别的公司", ""].enumerated().map { index, name in
                [Story.unit, "罚\(index)", "警告", "2024-03-01", Story.agency, "", "", name]
            }
            let report = try story.take(PenaltyLine.self, on: "2024-03-02", [header] + rows, connection)
            #expect(report.counts == ImportCounts(new: 4, otherNameRows: [4]))
        }
    }

    @Test("A record that was withdrawn stays so when it is sent again, and the import says which row it is")
    func withdrawnAgain() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.registerUnits(connection)
            let rows = ["罚1", "罚2"].map { [Story.unit, $0, "警告", "2024-03-01", Story.agency, "", ""] }
            try story.take(PenaltyLine.self, on: "2024-03-02", [Self.penaltyHeader] + rows, connection)
            try story.does(
                "withdraw-record", on: "2024-03-03", by: "rec",
                RefusalCase.with(RefusalCase.withdrawal, ["decision_number": "罚2"]), connection)
            let again = try story.take(PenaltyLine.self, on: "2024-03-04", [Self.penaltyHeader] + rows, connection)
            #expect(again.counts == ImportCounts(unchanged: 2, withdrawnRows: [3]))
            #expect(
                try connection.value("select count(*) from records.penalty as p where p.is_withdrawn", as: Int64.self)
                    == 1)
        }
    }

    @Test("The same record again is unchanged; with other content, or another subject, it is refused")
    func otherContent() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.registerUnits(connection)
            var row = [Story.unit, "罚1", "警告", "2024-03-01", Story.agency, "", ""]
            try story.take(PenaltyLine.self, on: "2024-03-02", [Self.penaltyHeader, row], connection)
            let same = try story.take(PenaltyLine.self, on: "2024-03-03", [Self.penaltyHeader, row], connection)
            #expect(same.counts == ImportCounts(new: 0, changed: 0, unchanged: 1))
            row[3] = "2024-02-29"
            let other = try story.take(PenaltyLine.self, on: "2024-03-04", [Self.penaltyHeader, row], connection)
            #expect(other.rejects.map(\.fault) == [.recordDiffers])
            row[0] = Story.otherUnit
            let others = try story.take(PenaltyLine.self, on: "2024-03-04", [Self.penaltyHeader, row], connection)
            #expect(others.rejects.map(\.fault).contains(.alreadyRegistered))
            #expect(try connection.value("select count(*) from records.penalty", as: Int64.self) == 1)
        }
    }

    @Test(
        "Only a safety penalty of an emergency department founds grade C",
        arguments: [
            (Story.agency, "", 1), ("随县应急管理局", "", 1), ("随州市市场监督管理局", "", 0), (Story.agency, "其他", 0),
        ])
    func founding(agency: String, field: String, memberships: Int) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.registerUnits(connection)
            try story.punish(agency: agency, field: field, connection)
            #expect(try connection.value("select count(*) from records.penalty", as: Int64.self) == 1)
            #expect(try connection.value("select count(*) from lists.membership", as: Int64.self) == Int64(memberships))
        }
    }

    @Test(
        "A penalty published before it is recorded brings its end date along, month ends included",
        arguments: [
            ("2024-02-29", "2027-02-28"), ("2024-03-01", "2027-03-01"), ("2023-12-31", "2026-12-31"),
        ])
    func publishedBefore(publishedOn: String, lastDay: String) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.registerUnits(connection)
            try story.punish(on: "2023-12-29", published: publishedOn, recordedOn: "2024-03-05", connection)
            let found = try connection.row(
                "select m.listed_on, upper(m.during) - 1 from lists.membership as m", as: (CivilDate, CivilDate).self)
            #expect(found == (CivilDate(iso: "2023-12-29")!, CivilDate(iso: lastDay)!))
        }
    }

    @Test("Two imports of the same subjects at once register each once")
    func together() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let table = [Self.header] + rows(300)
            let counts = try await withThrowingTaskGroup(of: ImportCounts.self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        let connection = try await Connection.connect(options)
                        let counts = try await connection.work {
                            try Story().take(SubjectLine.self, on: "2024-01-02", table, $0).counts
                        }
                        await connection.close()
                        return counts
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(counts) == [ImportCounts(new: 300), ImportCounts(unchanged: 300)])
        }
    }
}
