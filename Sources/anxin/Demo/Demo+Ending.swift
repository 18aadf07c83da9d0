import PQ
import SafetyCredit

// Chapters 6 and 7.
extension Demo {
    mutating func removeEarly() async throws {
        let code = JSONValue.string(city.cast.listed.unit.code.text)
        // As the register gave it in chapter 3.
        let number = "曾应急失信〔2024〕1号"
        let unit = try await entry(of: city.cast.listed.unit.name, decision: number, in: .serious)
        let person = try await entry(of: city.cast.principal.name, decision: number, in: .serious, isPerson: true)
        let (handler, decider) = (DemoOfficer.handler.code, DemoOfficer.decider.code)
        let application: [String: JSONValue] = [
            "credit_code": code, "decision_number": .string(number), "statement": "已取得许可，罚款缴清。",
        ]
        // Listed on 22 January 2024: twelve months are full at the end of 22 January 2025 (RD-33).
        try await stage.refusedAct(
            "apply-for-removal", on: .day(2025, 1, 22), by: handler, key: "demo-removal-early", application,
            because: .tooEarlyForRemoval)
        try await stage.act("apply-for-removal", on: .day(2025, 1, 23), by: handler, key: "demo-removal", application)
        try await stage.act(
            "accept-removal-application", on: .day(2025, 1, 24), by: handler, key: "demo-removal-accepted",
            ["case": "demo-removal"])
        stage.narrator.tell(
            "2025-01-23 满12个月的次日提出申请，01-24 受理", "applied on 2025-01-23, the first day; accepted on 01-24")
        let grant: [String: JSONValue] = [
            "case": "demo-removal", "decision": "granted",
            "penalty_performed": "罚款及没收款缴款凭证", "harm_removed": "现场复查记录",
        ]
        try await stage.refusedAct(
            "decide-removal", on: .day(2025, 2, 12), by: handler, key: "demo-removal-own-hand", grant,
            because: .handlerDecides)
        try await stage.act("decide-removal", on: .day(2025, 2, 12), by: decider, key: "demo-removal-granted", grant)
        try stage.requireShown(unit, on: .day(2025, 2, 12))

        let day = CivilDate.day(2025, 2, 13)
        stage.narrator.tell(
            "2025-02-12 另一名经办人决定准予移出，次日公示撤下",
            "granted on 2025-02-12 by another officer; the page goes with the next run")
        try await stage.publish(on: day)
        try stage.requireGone(unit, on: day)
        note(unit, goneOn: day, stage.language.choose("提前移出", "removed early"))
        // Each membership has its own clock and its own application (RD-36).
        try stage.requireShown(person, on: day)
    }

    mutating func letExpire() async throws {
        let penalty = city.cast.expiring
        let entry = try await entry(of: penalty.unit.name, decision: penalty.number, in: .penalised)
        let (lastDay, dayAfter) = (CivilDate.day(2025, 2, 28), CivilDate.day(2025, 3, 1))
        stage.narrator.tell(
            "\(entry.name) 的处罚 2022-02-28 公示，管理期限3年，最后一日 \(lastDay)",
            "the penalty on \(entry.name) was published on 2022-02-28; three years, last day \(lastDay)")
        try await stage.publish(on: lastDay)
        try stage.requireShown(entry, on: lastDay)
        let wasInForce = try await isInForce(entry, on: lastDay)
        let isInForce = try await isInForce(entry, on: dayAfter)
        try stage.require(
            wasInForce && !isInForce, "作业尚未运行，视图已按日期判断：\(lastDay) 在名单内，\(dayAfter) 不在",
            "no job has run yet, and the views go by the date: in force on \(lastDay), not on \(dayAfter)")
        let expiry = try await Job.expireMemberships.run(asOf: dayAfter, on: stage.connection)
        let again = try await Job.expireMemberships.run(asOf: dayAfter, on: stage.connection)
        try stage.require(
            expiry.changedCount > 0 && again.changedCount == 0,
            "expire-memberships \(dayAfter) 记录 \(expiry.changedCount) 条届满，再运行一次改动 0 条",
            "expire-memberships \(dayAfter) records \(expiry.changedCount) expiries, a second run changes nothing")
        try await stage.publish(on: dayAfter)
        try stage.requireGone(entry, on: dayAfter)
        note(entry, goneOn: dayAfter, stage.language.choose("期限届满", "expired"))
        for channel in stage.channels {
            let check = try await ChannelCheck.run(channel, asOf: dayAfter, on: stage.connection)
            try stage.require(
                check.differences.isEmpty, "\(channel.code) 回读 \(check.shownCount) 条，与登记簿无差异",
                "\(channel.code): \(check.shownCount) entries read back, no difference from the register")
        }
    }

    private func isInForce(_ entry: StoryEntry, on day: CivilDate) async throws -> Bool {
        try await stage.connection.value(
            """
            select m.is_in_force from reports.membership_on(\(day)) as m where m.membership_id = \(entry.membershipID)
            """,
            as: Bool.self)
    }
}
