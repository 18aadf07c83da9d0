import PQ
import SafetyCredit

extension Sections {
    init(_ sheet: SubjectSheet, in language: Language) {
        facts = [
            Fact(key: "subject_name", title: language.choose("名称", "name"), value: sheet.name),
            Fact(
                key: "former_names", title: language.choose("曾用名", "formerly"),
                value: sheet.formerNames.isEmpty
                    ? nil : sheet.formerNames.joined(separator: language.choose("、", ", "))),
            Fact(key: "credit_code", title: language.choose("统一社会信用代码", "credit code"), value: sheet.creditCode),
            Fact(key: "reporting_unit", title: language.choose("报送单位", "unit"), value: sheet.reportingUnitName),
            Fact(key: "registered_address", title: language.choose("注册地址", "address"), value: sheet.registeredAddress),
            Fact(
                key: "registered_on", title: language.choose("注册日期", "registered on"),
                value: sheet.registeredOn?.description),
            Fact(
                key: "deregistered_on", title: language.choose("注销日期", "deregistered on"),
                value: sheet.deregisteredOn?.description),
            Fact(key: "as_of", title: language.choose("基准日", "as of"), value: sheet.day.description),
            Fact(key: "grade", title: language.choose("等级", "grade"), value: sheet.grade),
            Fact(
                key: "clause_codes", title: language.choose("依据条款", "clauses"),
                value: sheet.clauseCodes.joined(separator: " ")),
        ]
        sections = [
            Section(
                key: "memberships", title: language.choose("名单", "lists"),
                listing: Listing(sheet.memberships, in: language)),
            Section(
                key: "records", title: language.choose("记录", "records"),
                listing: Self.records(sheet.records, language)),
            Section(
                key: "duties", title: language.choose("待办", "duties"), listing: Self.duties(sheet.duties, language)),
            Section(
                key: "showings", title: language.choose("公示", "publication"),
                listing: Self.showings(sheet.showings, language)),
        ]
    }

    private static func records(_ records: [SubjectSheet.Record], _ language: Language) -> Listing {
        var listing = Listing(columns: [
            .init(key: "record_id", title: language.choose("编号", "record"), isNumber: true),
            .init(
                key: "kind", title: language.choose("种类", "kind"),
                names: Listing.names(of: RecordKind.self) { $0.name(in: language) }),
            .init(key: "record_number", title: language.choose("文号", "number")),
            .init(key: "dated_on", title: language.choose("日期", "date")),
            .init(key: "content", title: language.choose("内容", "content")),
            .init(
                key: "state", title: language.choose("状态", "state"),
                names: [
                    "withdrawn": language.choose("已撤回", "withdrawn"), "annulled": language.choose("已撤销", "annulled"),
                    "objected": language.choose("异议处理中", "objection pending"),
                ]),
        ])
        listing.rows = records.map { record in
            let state: String? =
                record.isWithdrawn
                ? "withdrawn"
                : record.annulledOn != nil ? "annulled" : record.isObjectionPending ? "objected" : nil
            return [
                String(record.id), record.kind.rawValue, record.number, record.datedOn.description, record.content,
                state,
            ]
        }
        return listing
    }

    private static func duties(_ duties: [SubjectSheet.Duty], _ language: Language) -> Listing {
        var listing = Listing(columns: [
            .init(key: "case_id", title: language.choose("案件", "case"), isNumber: true),
            .init(
                key: "procedure", title: language.choose("程序", "procedure"),
                names: Listing.names(of: Procedure.self) { $0.name(in: language) }),
            .init(key: "owed", title: language.choose("应办", "owed")),
            .init(key: "agency_name", title: language.choose("责任机关", "agency")),
            .init(key: "due_on", title: language.choose("最后一日", "due on")),
            .init(
                key: "certainty", title: language.choose("是否暂定", "certainty"),
                names: ["provisional": language.choose("暂定", "provisional")]),
        ])
        listing.rows = duties.map { duty in
            [
                String(duty.caseID), duty.procedure.rawValue,
                duty.owed.map { $0.name(in: language) }.joined(separator: language.choose("或者", " or ")),
                duty.agencyName, duty.dueOn?.description, duty.isProvisional ? "provisional" : nil,
            ]
        }
        return listing
    }

    private static func showings(_ showings: [SubjectSheet.Showing], _ language: Language) -> Listing {
        var listing = Listing(columns: [
            .init(key: "membership_id", title: language.choose("名单编号", "membership"), isNumber: true),
            .init(key: "channel", title: language.choose("渠道", "channel")),
            .init(
                key: "state", title: language.choose("状态", "state"),
                names: Listing.names(of: EntryState.self) { $0.name(in: language) }),
            .init(key: "proven_at", title: language.choose("核实时间", "proven at")),
        ])
        listing.rows = showings.map { showing in
            [
                String(showing.membershipID), showing.channelName, showing.state.rawValue,
                showing.provenAt?.description,
            ]
        }
        return listing
    }
}
