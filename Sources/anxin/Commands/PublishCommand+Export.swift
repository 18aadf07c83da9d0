import ArgumentParser
import PQ
import SafetyCredit

extension PublishCommand {
    /// Writes the proof of every entry on every channel.
    struct Export: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "导出每个名单成员在每个渠道的公示证明：何时证实已示、已撤，是否逾期。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var day: AsOfOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let surroundings = try Surroundings(common)
            let day = surroundings.moment(day).day
            let proofs = try await withDatabase(common) { try PublicationProof.all(asOf: day, on: $0) }
            let language = surroundings.language
            var listing = Listing(columns: [
                .init(key: "membership_id", title: language.choose("名单成员编号", "entry"), isNumber: true),
                .init(key: "list_code", title: language.choose("名单", "list")),
                .init(key: "subject_name", title: language.choose("名称", "name")),
                .init(key: "channel_code", title: language.choose("渠道", "channel")),
                .init(key: "state", title: language.choose("状态", "state")),
                .init(key: "first_shown_on", title: language.choose("证实已示", "shown on")),
                .init(key: "publish_due_on", title: language.choose("应示期限", "due")),
                .init(key: "publish_days_late", title: language.choose("公示逾期天数", "days late"), isNumber: true),
                .init(key: "gone_on", title: language.choose("证实已撤", "gone on")),
                .init(key: "withdraw_due_on", title: language.choose("应撤期限", "withdrawal due")),
                .init(key: "withdraw_days_late", title: language.choose("撤下逾期天数", "days late"), isNumber: true),
                .init(key: "open_action", title: language.choose("未完成", "open")),
                .init(key: "last_fault", title: language.choose("最近的故障", "last fault")),
            ])
            listing.rows = proofs.map { proof in
                [
                    String(proof.membershipID), proof.listCode, proof.subjectName, proof.channelCode, proof.state,
                    proof.firstShownOn?.description, proof.publishDueOn?.description,
                    proof.publishDaysLate.map { String($0) }, proof.goneOn?.description,
                    proof.withdrawDueOn?.description, proof.withdrawDaysLate.map { String($0) }, proof.openAction,
                    proof.lastFault,
                ]
            }
            try listing.write(output, created: day)
        }
    }
}
