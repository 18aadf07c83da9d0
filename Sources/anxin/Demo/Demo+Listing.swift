import PQ
import SafetyCredit

// Chapters 3 and 4.
extension Demo {
    mutating func listAndPublish() async throws {
        let (penalty, principal) = (city.cast.listed, city.cast.principal)
        let unit = penalty.unit
        let firstRun = CivilDate.day(2024, 1, 5)
        try await stage.publish(on: firstRun)
        let shownCount = try stage.site.listedIDs().count
        stage.narrator.tell(
            "\(firstRun) 公示全部被行政处理名单：\(shownCount) 条",
            "\(firstRun) the penalised list is published: \(shownCount) entries")
        let cast = [penalty, city.cast.objector, city.cast.expiring]
        for penalty in cast {
            let entry = try await entry(of: penalty.unit.name, decision: penalty.number, in: .penalised)
            try stage.requireShown(entry, on: firstRun)
            story.append(entry)
        }

        stage.narrator.tell(
            "\(unit.name)（\(unit.code)）无证生产被处罚，拟与主要负责人\(principal.name)一并列入（条款 DO1）",
            "\(unit.name) (\(unit.code)) was penalised for working without a licence; it is to be listed with its principal (clause DO1)"
        )
        let number = try await list(penalty, with: principal)
        stage.narrator.tell(
            "2024-01-08 送达告知书，01-15 听取申辩，01-22 决定列入（\(number)）",
            "notice 2024-01-08, defence 01-15, decision 01-22 (\(number))")
        try await issueDocuments()

        let day = CivilDate.day(2024, 1, 24)
        let counts = try await stage.publish(on: day)
        let unitEntry = try await entry(of: unit.name, decision: number, in: .serious)
        let personEntry = try await entry(of: principal.name, decision: number, in: .serious, isPerson: true)
        for entry in [unitEntry, personEntry] {
            try stage.requireShown(entry, on: day)
            try stage.require(
                entry.publishedOn == day, "公布之日记为 \(day)：\(entry.name)",
                "publication date recorded as \(day): \(entry.name)")
            story.append(entry)
        }
        let page = try stage.site.page(personEntry.membershipID) ?? ""
        try stage.require(
            page.contains(principal.number.masked) && !page.contains(principal.number.unmasked),
            "个人页面只显示遮盖后的号码 \(principal.number.masked)",
            "the person's page shows the masked number only: \(principal.number.masked)")
        // A penalty that founds a serious listing gives no penalised membership of its own (RD-14).
        try stage.requireGone(story[0], on: day)
        note(story[0], goneOn: day, stage.language.choose("由严重失信名单取代", "replaced by the serious listing"))
        try await requireReceipts(for: [unitEntry, personEntry], handedOver: counts["sharing-platform"]?.sent ?? 0)
    }

    private func list(
        _ penalty: InventedRecords.Penalty, with principal: (name: String, number: ResidentNumber)
    ) async throws -> String {
        let (handler, decider) = (DemoOfficer.handler.code, DemoOfficer.decider.code)
        try await stage.act(
            "give-notice", on: .day(2024, 1, 8), by: handler, key: "demo-listing",
            [
                "credit_code": .string(penalty.unit.code.text), "clause": "DO1",
                "penalty_decision_number": .string(penalty.number),
            ])
        try await stage.act(
            "record-defence", on: .day(2024, 1, 15), by: handler, key: "demo-listing-defence",
            ["case": "demo-listing", "answer": "当事人称正在办证；经复核，不影响认定。"])
        let decided = try await stage.act(
            "decide-listing", on: .day(2024, 1, 22), by: decider, key: "demo-listing-decision",
            [
                "case": "demo-listing",
                "persons": [
                    [
                        "name": .string(principal.name), "resident_number": .string(principal.number.unmasked),
                        "role": "principal",
                    ]
                ],
            ])
        return decided["decision_number"]?.text ?? ""
    }

    /// Issues the documents of the listing and writes their files.
    private func issueDocuments() async throws {
        var paths: [String] = []
        for kind in [DocumentKind.priorNotice, .listingDecision, .repairNotice] {
            let answer = try await stage.act(
                IssueDocument.name, on: .day(2024, 1, 22), by: DemoOfficer.handler.code,
                key: "demo-document-\(kind.rawValue)",
                ["kind": .string(kind.rawValue), "case": "demo-listing"])
            guard case .integer(let id)? = answer["document_id"],
                let document = try await IssuedDocument.find(String(id), on: stage.connection).first
            else { continue }
            let path = "\(stage.folders.report)/\(kind.title(in: .chinese)).docx"
            try FileBytes.write(document.wordFile(), to: path)
            paths.append(path)
        }
        try stage.require(
            paths.count == 3, "自动编号并出具文书：\(paths.joined(separator: "、"))",
            "documents numbered and issued: \(paths.joined(separator: ", "))")
    }

    /// The platform has answered for the entries, and the register believes it.
    private func requireReceipts(for entries: [StoryEntry], handedOver count: Int) async throws {
        guard let drop = stage.channels.first(where: { $0.code == "sharing-platform" }) else { return }
        let shown = Set(try await drop.readBack().map(\.entryID))
        try stage.require(
            entries.allSatisfy { shown.contains($0.membershipID) },
            "共享平台收到 \(count) 项并回执（演示代为扮演平台），登记簿采信",
            "the sharing platform took \(count) items and sent receipts (the demo plays it), which the register believes"
        )
    }

    mutating func upholdObjection() async throws {
        let penalty = city.cast.objector
        let entry = try await entry(of: penalty.unit.name, decision: penalty.number, in: .penalised)
        let (handler, decider) = (DemoOfficer.objectionHandler.code, DemoOfficer.objectionDecider.code)
        try await stage.act(
            "file-objection", on: .day(2024, 3, 4), by: handler, key: "demo-objection",
            [
                "credit_code": .string(penalty.unit.code.text), "decision_number": .string(penalty.number),
                "statement": "处罚对象是名称相近的另一单位。",
            ])
        let due = try await stage.act(
            "accept-objection", on: .day(2024, 3, 6), by: handler, key: "demo-objection-accepted",
            ["case": "demo-objection"]
        )["due_on"]?.text
        try stage.require(
            due == "2024-03-20", "2024-03-06 受理异议，10个工作日内（至 2024-03-20）答复",
            "objection accepted on 2024-03-06, to be decided within 10 working days (by 2024-03-20)")
        try await stage.publish(on: .day(2024, 3, 7))
        try stage.requireShown(entry, on: .day(2024, 3, 7))
        try stage.require(
            try stage.site.page(entry.membershipID)?.contains("异议处理中") == true, "页面注明“异议处理中”",
            "the page says that an objection is pending")

        try await stage.act(
            "decide-objection", on: .day(2024, 3, 15), by: decider, key: "demo-objection-decided",
            [
                "case": "demo-objection", "decision": "delete", "opinion": "经核查，记录与事实不符，删除。",
                "document_number": "广应急复〔2024〕1号",
            ])
        let day = CivilDate.day(2024, 3, 18)
        stage.narrator.tell("2024-03-15 决定删除该记录", "2024-03-15 decided: the record is deleted")
        try await stage.publish(on: day)
        try stage.requireGone(entry, on: day)
        note(entry, goneOn: day, stage.language.choose("异议成立", "objection upheld"))
    }
}
