import PQ
import PQTesting
import Testing

@testable import SafetyCredit

/// **Source** RD-25.
@Suite("A resident number given to the register", .serialized) struct PersonalDataTests {
    private static let number = Story.principalNumber
    private static let birthDate = "19750630"

    @Test(
        "Stands nowhere but encrypted, wherever in an act it was written",
        arguments: [
            ["decision_number": .string(number)], ["decision_number": .string("失信\(number)号")],
            ["period_months": 12, "period_basis": .string("身份证号码：\(number)。")],
            ["period_months": 12, "period_basis": .string("ID\(number)")],
            ["period_months": 12, "period_basis": .string("４２１３２１１９７５０６３０４５１１")],
            ["decision_number": .string("421321 19750630 4511")],
            ["unknown": .string(number)], ["unknown": 421_321_197_506_304_511], [number: "x"],
            ["unknown": [["deep": .string(number)]]], ["unknown": .string("a\u{0}b")],
            ["unknown": .object([number: 1])],
            ["persons": [["name": .string(number), "resident_number": .string(number), "role": "principal"]]],
            ["persons": [["name": "张三", "resident_number": .string(" \(number) "), "role": "principal"]]],
            ["persons": [["name": "张三", "resident_number": .string("421321197506304512"), "role": "principal"]]],
        ] as [[String: JSONValue]])
    func listing(_ changes: [String: JSONValue]) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.heard, connection)
            let reply = try story.submit(
                "decide-listing", on: "2024-03-11", by: "dec", Story.listing.merging(changes) { $1 }, connection)
            try expectNoNumber(in: [reply.line(in: .chinese), reply.line(in: .english)], connection)
        }
    }

    @Test(
        "Stands in no other act's words",
        arguments: [
            (
                "record-ban", "rec",
                RefusalCase.with(RefusalCase.ban, ["basis": .string(number), "decision_number": .string(number)])
            ),
            (
                "annul-penalty", "rec",
                RefusalCase.with(
                    RefusalCase.annulment, ["document_number": .string(number), "reason": .string(number)])
            ),
            (
                "file-objection", "han",
                [
                    "credit_code": .string(Story.unit), "decision_number": .string(Story.decisionNumber),
                    "statement": .string("本人\(number)"),
                ]
            ),
            (
                "record-repair", "rec",
                [
                    "credit_code": .string(Story.unit), "decision_number": .string(Story.decisionNumber),
                    "result_number": .string(number), "source": .string(number),
                ]
            ),
            (
                "appoint-officer", "operator",
                [
                    "officer_code": .string(number), "officer_name": .string(number), "agency_code": "421300",
                    "roles": "handler",
                ]
            ),
            ("give-notice", "han", RefusalCase.with(RefusalCase.notice, ["document_number": .string(number)])),
            ("give-notice", "han", RefusalCase.with(RefusalCase.notice, ["clause": .string(number)])),
            (
                "file-objection", "han",
                ["credit_code": .string(Story.unit), "decision_number": .string(number), "statement": "x"]
            ),
            (
                "deregister-subject", "rec",
                RefusalCase.with(RefusalCase.deregistration, ["document_number": .string(number)])
            ),
            (number, "rec", [:]), ("record-ban", number, RefusalCase.ban),
        ] as [(String, String, [String: JSONValue])])
    func words(act: String, officer: String, fields: [String: JSONValue]) async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.punished, connection)
            var said: [String] = []
            do {
                said.append(try story.submit(act, on: "2024-03-12", by: officer, fields, connection).line(in: .chinese))
            } catch let refusal as Refusal {
                said.append(ActReply(unreadable: refusal).line(in: .chinese))
            }
            try expectNoNumber(in: said, connection)
        }
    }

    @Test("Stands in no key")
    func key() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.reach(.punished, connection)
            do {
                let reply = try story.submit(
                    "give-notice", on: "2024-03-05", by: "han", key: "告知-\(Self.number)", RefusalCase.notice, connection
                )
                try expectNoNumber(in: [reply.line(in: .chinese)], connection)
            } catch let refusal as Refusal {
                #expect(refusal.code == .badField)
                try expectNoNumber(in: [ActReply(unreadable: refusal).line(in: .chinese)], connection)
            }
        }
    }

    @Test("Is told apart from the credit code of a unit, which stands in the ledger as it is")
    func creditCode() async throws {
        // 421321 and an organisation code that together read like a birth date of the 22nd century.
        let code = (0..<100).map { CreditCodes.complete("91421321", organisation: "120528\(10 + $0)") }
            .first { $0.allSatisfy(\.isNumber) }!
        #expect(code.dropFirst(6).prefix(8) == "21120528")
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            try story.take(
                SubjectLine.self, on: "2024-01-02",
                [["生产经营单位名称", "统一社会信用代码"], ["随县某厂", code]], connection)
            try story.does(
                "record-ban", on: "2024-03-12", by: "rec",
                RefusalCase.with(RefusalCase.ban, ["credit_code": .string(code)]), connection)
            let kept = try connection.value(
                "select a.payload ->> 'credit_code' from intake.act as a where a.act = 'record-ban'", as: String.self)
            #expect(kept == code)
        }
    }

    @Test("Is kept encrypted, masked and findable, and only its key opens it")
    func encrypted() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            try Story().reach(.listed, connection)
            let (id, masked, cipher) = try connection.row(
                "select p.subject_id, p.masked_number, p.number_cipher from register.person as p",
                as: (Int64, String, [UInt8]).self)
            #expect(masked == "421321********4511")
            #expect(try Story.identityKey.decrypt(cipher, subjectID: id) == Self.number)
            #expect(throws: CryptoError.self) { try Story.identityKey.decrypt(cipher, subjectID: id + 1) }
            #expect(throws: CryptoError.self) { try IdentityKey.random().decrypt(cipher, subjectID: id) }
        }
    }

    @Test("Stands in no cell that an import stores")
    func imported() async throws {
        try await RegisterDatabase.shared.withRollback { connection in
            let story = Story()
            let number = Self.number
            try story.take(
                SubjectLine.self, on: "2024-01-02",
                [
                    ["生产经营单位名称", "统一社会信用代码", "企业类型", "经营范围", "注册地址", "法定代表人"],
                    ["个体户\(number)", Story.unit, number, "x \(number)", number, number],
                ], mode: .partial, connection)
            try story.take(
                PenaltyLine.self, on: "2024-03-01",
                [
                    [
                        "统一社会信用代码", "行政处罚决定书文号", "处罚类别", "处罚决定日期", "处罚机关", "违法行为类型", "违法事实", "处罚依据", "处罚内容",
                        "暂扣或吊销证照名称及编号", "关联事故编号",
                    ],
                    [
                        Story.unit, number, "警告", "2024-03-01", "某市\(number)局", number, number, number, number, number,
                        number,
                    ],
                    [Story.unit, "文号-\(number)", "警告", "2024-03-01", Story.agency, "", "", "", "", "", ""],
                ], mode: .partial, followUp: PenalisedMembership.found, connection)
            try story.take(
                CertificationLine.self, on: "2024-03-01",
                [
                    ["统一社会信用代码", "证书编号", "标准化等级", "发证日期", "有效期至"],
                    [Story.unit, number, "三级", "2024-01-01", "2026-12-31"],
                ],
                mode: .partial, connection)
            try expectNoNumber(in: [], connection)
        }
    }

    private func expectNoNumber(in texts: [String], _ connection: isolated Connection) throws {
        for text in texts { #expect(!text.contains(Self.birthDate), "said: \(text)") }
        for spelling in [Self.number, Self.birthDate, "１９７５０６３０"] {
            #expect(try WholeRegister.tables(holding: spelling, connection) == [])
        }
    }
}
