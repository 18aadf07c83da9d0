import ArgumentParser
import PQ
import SafetyCredit

extension PublishCommand {
    /// Bounds what a channel is sent in a minute.
    struct Pace: AnxinCommand {
        static let configuration = CommandConfiguration(
            abstract: "限定一个渠道每分钟送达的项数，所有进程合计；--unlimited 取消限定。",
            discussion: "例：anxin publish pace sharing-platform 600。一批整批送出，然后按此速度停歇。")

        @OptionGroup var common: CommonOptions

        @Argument(help: "渠道代码。")
        var channel: String

        @Argument(help: "每分钟最多项数。")
        var itemsPerMinute: Int32?

        @Flag(help: "不再限定。")
        var unlimited = false

        func validate() throws {
            guard (itemsPerMinute == nil) == unlimited else { throw ValidationError("须给出每分钟项数，或者 --unlimited。") }
            guard itemsPerMinute ?? 1 > 0 else { throw ValidationError("每分钟项数须大于零。") }
        }

        func run() async throws {
            let (channel, itemsPerMinute) = (channel, itemsPerMinute)
            let isKnown = try await withDatabase(common) { connection in
                try PublicationControl.setPace(itemsPerMinute: itemsPerMinute, channel: channel, on: connection)
            }
            guard isKnown else { throw CommandError.unknownChannel(channel) }
        }
    }
}
