import PQ
import SafetyCredit

/// What every chapter works with: the register, its channels, and the one who tells the story.
struct DemoStage: Sendable {
    let surroundings: Surroundings
    let folders: DemoFolders
    let connection: Connection
    let channels: [any Channel]
    let narrator: Narrator

    var language: Language { narrator.language }
    var site: PublicSite { PublicSite(folder: folders.data + "/site/current") }
    var platform: SharingPlatform { SharingPlatform(folder: folders.data + "/sharing-platform") }

    /// Submits an act that has to succeed, as of its own day.
    @discardableResult
    func act(
        _ name: String, on day: CivilDate, by officer: String, key: String, _ fields: [String: JSONValue]
    ) async throws -> [String: JSONValue] {
        switch try await submit(name, on: day, by: officer, key: key, fields).outcome {
        case .done(_, let answer), .repeated(_, let answer): return answer
        case .refused(let refusal): throw DemoError.refused(act: name, refusal)
        }
    }

    /// Submits an act that has to be refused by a rule, and tells the rule.
    func refusedAct(
        _ name: String, on day: CivilDate, by officer: String, key: String, _ fields: [String: JSONValue],
        because code: RefusalCode
    ) async throws {
        guard case .refused(let refusal) = try await submit(name, on: day, by: officer, key: key, fields).outcome else {
            throw DemoError.notRefused(act: name)
        }
        guard refusal.code == code else { throw DemoError.refused(act: name, refusal) }
        let rule = refusal.code.source ?? refusal.code.rawValue
        narrator.proved(
            "\(day) 提交 \(name)，被拒绝：\(refusal.sentence(in: .chinese))（\(rule)）",
            "\(day) \(name) refused: \(refusal.sentence(in: .english)) (\(rule))")
    }

    private func submit(
        _ name: String, on day: CivilDate, by officer: String, key: String, _ fields: [String: JSONValue]
    ) async throws -> ActReply {
        let envelope: [String: JSONValue] = [
            "act": .string(name), "on": .string(day.description), "officer": .string(officer), "key": .string(key),
        ]
        let line = try ActLine(.object(fields.merging(envelope) { _, envelope in envelope }))
        return try await surroundings.ledger(today: day).submit(line, on: connection)
    }

    /// Publishes on every channel, lets the sharing platform answer, and takes its receipts in.
    @discardableResult
    func publish(on day: CivilDate) async throws -> [String: DeliveryWorker.Counts] {
        let moment = BusinessMoment(day: day, timeOf: .now())
        let run = PublicationRun(
            channels: channels, ledger: try surroundings.ledger(today: day), journal: surroundings.journal)
        let progress = Progress(language.choose("公示", "publishing"), surroundings.common)
        let counts = try await run.run(at: moment, on: connection) { progress.update($0) }
        _ = try platform.answer()
        let settled = try await run.run(at: moment, on: connection) { progress.update($0) }
        progress.finish()
        for (channel, count) in [counts, settled].flatMap({ $0 }) {
            if let fault = count.channelFault { throw fault }
            guard count.postponed + count.dead + count.disbelieved == 0 else {
                throw DemoError.notSo(
                    chinese: "\(channel) 在 \(day) 全部送达", english: "\(channel) took everything on \(day)")
            }
        }
        return settled.merging(counts) { settled, first in
            var sum = first
            sum.done += settled.done
            return sum
        }
    }

    /// Claims that the entry is on the site, by its page and its line in the list.
    func requireShown(_ entry: StoryEntry, on day: CivilDate) throws {
        guard try site.page(entry.membershipID) != nil, try site.listedIDs().contains(entry.membershipID) else {
            throw DemoError.notSo(
                chinese: "\(day) \(entry.name) 的页面和 list.json 条目都在",
                english: "on \(day) \(entry.name) has its page and its line in list.json")
        }
        narrator.proved(
            "\(day) 已示：\(entry.name)，页面 \(site.pagePath(entry.membershipID))，list.json 有此条",
            "\(day) shown: \(entry.name), page \(site.pagePath(entry.membershipID)), in list.json")
    }

    /// Claims that nothing of the entry is left on the site.
    func requireGone(_ entry: StoryEntry, on day: CivilDate) throws {
        guard try site.page(entry.membershipID) == nil, try !site.listedIDs().contains(entry.membershipID) else {
            throw DemoError.notSo(
                chinese: "\(day) \(entry.name) 的页面和 list.json 条目都已撤下",
                english: "on \(day) the page of \(entry.name) and its line in list.json are gone")
        }
        narrator.proved(
            "\(day) 已撤：\(entry.name)，页面不存在，list.json 无此条",
            "\(day) gone: \(entry.name), no page, not in list.json")
    }

    func require(_ holds: Bool, _ chinese: String, _ english: String) throws {
        guard holds else { throw DemoError.notSo(chinese: chinese, english: english) }
        narrator.proved(chinese, english)
    }
}
