import Foundation
import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("An issued document", .serialized) struct IssueDocumentTests {
    @Test("Of each kind bears the number and date of its step, and the facts of its case")
    func facts() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let documents = try Story().issueOneOfEach(connection)
            let heads = documents.map { "\($0.kind.rawValue) \($0.number) \($0.datedOn)" }
            #expect(
                heads == [
                    "prior-notice 随应急告〔2024〕1号 2024-03-05",
                    "listing-decision 随应急失信〔2024〕1号 2024-03-11",
                    "repair-notice 随应急修〔2024〕1号 2024-03-11",
                    "removal-denial 随应急不移〔2025〕1号 2025-03-20",
                    "acceptance-refusal 随应急不受〔2025〕1号 2025-04-07",
                    "removal-decision 随应急移〔2025〕1号 2025-05-20",
                    "removal-certificate 随应急证〔2025〕1号 2025-05-21",
                    "objection-answer 随应急复〔2025〕1号 2025-06-10",
                ])
            let text = { (kind: DocumentKind) in
                try WordFile(documents.first { $0.kind == kind }!.wordFile()).paragraphs.joined(separator: "\n")
            }
            let decision = try text(.listingDecision)
            for part in [
                "随州市应急管理局\n随应急失信〔2024〕1号\n安全生产严重失信主体名单列入决定书\n随县青石化工有限公司、张三：",
                "第七条第一项规定的“未依法取得安全生产相关许可", "随应急罚〔2024〕1号", "于2024年3月5日送达", "随应急告〔2024〕1号",
                "决定将随县青石化工有限公司、张三列入", "列入之日为2024年3月11日，管理期限为3年，自公布之日起计算", "即自2025年3月12日起",
                "主要负责人，公民身份号码：421321********4511", "自收到申请之日起5个工作日内决定是否受理，自受理之日起20个工作日内",
                "自受理之日起10个工作日内调查", "60日内依法向随州市人民政府申请行政复议", "6个月内依法向有管辖权的人民法院",
            ] {
                #expect(decision.contains(part), "lacks \(part)")
            }
            #expect(try text(.priorNotice).contains("自收到本告知书之日起5个工作日内"))
            #expect(try text(.priorNotice).contains("拟将你单位及主要负责人列入"))
            #expect(try text(.removalDecision).contains("最迟于2025年5月23日停止公示"))
            #expect(try text(.objectionAnswer).contains("对该信用信息继续保留"))
            #expect(try text(.acceptanceRefusal).contains("申请书未加盖单位公章"))
            // Nowhere does a whole number of a person stand.
            for table in try WholeRegister.tables(holding: Story.principalNumber, connection) {
                Issue.record("\(table) holds the number")
            }
            for document in documents {
                let bytes = try document.wordFile()
                #expect(!String(decoding: bytes, as: UTF8.self).contains(Story.principalNumber))
            }
        }
    }

    @Test("Comes out the same later, after its facts have changed, and is the same from the database")
    func sameBytes() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.listed, connection)
            let issued = try story.issue(.listingDecision, on: "2024-03-11", ["case": "give-notice"], connection)
            let (word, page) = (try issued.wordFile(), try issued.printView())
            try connection.execute("update register.subject as s set name = '改名有限公司' where s.kind = 'business'")
            try connection.execute("update ops.agency as a set name = a.name || '（新）'")
            try connection.execute("update law.clause as c set text_zh = '新的条款'")
            for reference in ["\(issued.id)", issued.number, "give-notice", "issue-listing-decision"] {
                let found = try IssuedDocument.find(reference, on: connection)
                #expect(found.count == 1)
                #expect(try found[0].wordFile() == word)
                #expect(try found[0].printView() == page)
                #expect(found[0].sha256 == SHA256.digest(of: word).bytes)
            }
        }
    }

    @Test("That was tampered with is not written")
    func tampered() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.listed, connection)
            let issued = try story.issue(.listingDecision, on: "2024-03-11", ["case": "give-notice"], connection)
            try connection.execute(
                "update cases.issued_document as d set data = jsonb_set(d.data, '{period}', '\"1年\"')")
            let found = try #require(try IssuedDocument.find(issued.number, on: connection).first)
            #expect(throws: DocumentError.differs(number: issued.number)) { try found.wordFile() }
            #expect(throws: DocumentError.differs(number: issued.number)) { try found.printView() }
        }
    }

    @Test("Takes the next number where its step has none, or the one typed from a paper document")
    func numbers() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.removed, connection)
            let typed = try story.issue(
                .removalCertificate, on: "2025-12-31",
                ["case": "apply-for-removal", "document_number": "随应急证〔2025〕8号"],
                connection)
            #expect((typed.number, typed.datedOn.description) == ("随应急证〔2025〕8号", "2025-12-31"))
            try story.punish(
                number: "随应急罚〔2025〕9号", on: "2025-06-02", published: "2025-06-05", recordedOn: "2025-06-06", connection)
            let notice = try story.issue(
                .repairNotice, on: "2025-06-09",
                ["credit_code": .string(Story.unit), "decision_number": "随应急罚〔2025〕9号"], connection)
            #expect(notice.number == "随应急修〔2025〕1号")
            let text = try WordFile(notice.wordFile()).paragraphs.joined()
            for part in ["“被行政处理”信用主体名单", "至2028年6月5日届满", "即自2026年6月3日起", "国家发展改革委令第58号"] {
                #expect(text.contains(part), "lacks \(part)")
            }
        }
    }

    @Test("A person who is listed alone gets documents of his own, with the number masked")
    func person() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.punished, connection)
            try story.does(
                "give-notice", on: "2024-03-05", by: "han", RefusalCase.with(RefusalCase.notice, ["clause": "DA5"]),
                connection)
            let notice = try story.issue(.priorNotice, on: "2024-03-05", ["case": "give-notice"], connection)
            #expect(try WordFile(notice.wordFile()).paragraphs.joined().contains("拟将你单位主要负责人列入"))
            try story.does(
                "record-defence", on: "2024-03-08", by: "han", ["case": "give-notice", "is_waived": true], connection)
            try story.does("decide-listing", on: "2024-03-11", by: "dec", Story.listing, connection)
            let decision = try story.issue(.listingDecision, on: "2024-03-12", ["case": "give-notice"], connection)
            let paragraphs = try WordFile(decision.wordFile()).paragraphs
            #expect(paragraphs[3] == "张三：")
            #expect(paragraphs.joined().contains("决定将张三列入安全生产严重失信主体名单"))
            #expect(paragraphs.joined().contains("当事人明确表示放弃陈述、申辩"))
            #expect(!paragraphs.joined().contains("当事人：随县青石化工有限公司"))
            let repair = try story.issue(.repairNotice, on: "2024-03-12", ["case": "give-notice"], connection)
            #expect(try WordFile(repair.wordFile()).paragraphs.joined().contains("当事人：张三，公民身份号码：421321********4511。"))
        }
    }

    @Test("The worker adds documents and changes none; officers and analysts see the list without the data")
    func roles() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.listed, connection)
            try connection.script("set local role anxin_worker")
            let issued = try story.issue(.listingDecision, on: "2024-03-11", ["case": "give-notice"], connection)
            #expect(try connection.value("select count(*) from cases.issued_document", as: Int64.self) == 1)
            for role in ["anxin_officer", "anxin_analyst", "anxin_worker"] {
                try connection.script("set local role \(role)")
                let listed = try connection.row(
                    "select d.document_number, d.officer_code, d.sha256 from reports.issued_document as d",
                    as: (String, String, String).self)
                #expect(listed == (issued.number, "han", Digest(bytes: issued.sha256).hex))
            }
        }
    }

    @Test("Two officers who issue it at once issue it once")
    func race() async throws {
        try await RegisterDatabase.shared.withClone { options in
            let connection = try await Connection.connect(options)
            let story = Story()
            try await connection.work { try story.reach(.removed, $0) }
            let replies = try await withThrowingTaskGroup(of: ActReply.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        let own = try await Connection.connect(options)
                        let reply = try await own.work { connection in
                            try story.submit(
                                "issue-document", on: "2025-03-21", by: "han", key: "issue-\(number)",
                                ["kind": "removal-certificate", "case": "apply-for-removal"], connection)
                        }
                        await own.close()
                        return reply
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(replies.count { !$0.isRefused } == 1)
            let counts = try await connection.row(
                """
                select (select count(*) from cases.issued_document),
                    (select count(*) from cases.document_number as n where n.kind = '证')
                """, as: (Int64, Int64).self)
            #expect(counts == (1, 1))
            await connection.close()
        }
    }
}
