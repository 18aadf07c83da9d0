import Foundation
import PQ
import SafetyCredit

/// What writing commands need besides the database: the day, the key of resident numbers, the ledger, the channels.
struct Surroundings {
    let common: CommonOptions
    let configuration: Configuration

    init(_ common: CommonOptions) throws {
        self.init(common, try common.configuration())
    }

    /// Surroundings of a command that does not work where the options say, such as the demo.
    init(_ common: CommonOptions, _ configuration: Configuration) {
        self.common = common
        self.configuration = configuration
    }

    var language: Language { configuration.language }

    /// The moment now, or the same time of day on the day that was named.
    func moment(_ options: AsOfOptions) -> BusinessMoment {
        let now = BusinessMoment.now()
        return options.asOf.map { BusinessMoment(day: $0, timeOf: now) } ?? now
    }

    /// The moment to publish for, refused where it would take back what the channels already show.
    ///
    /// - Throws: `UntrustedDay`, `PQError`.
    func moment(_ options: PublicationDayOptions, on connection: Connection) async throws -> BusinessMoment {
        let today = BusinessMoment.now()
        guard let named = options.day.asOf else {
            try await DayCheck.acceptClock(today.day, on: connection)
            return today
        }
        if !options.isBackMeant { try await DayCheck.acceptNamed(named, today: today.day, on: connection) }
        return BusinessMoment(day: named, timeOf: today)
    }

    /// The key of resident numbers: the configured file, which must exist, or one in the data directory, made on first use.
    func identityKey() throws -> IdentityKey {
        let path = identityKeyPath
        if configuration.identityKeyFile != nil { return try IdentityKey.read(path: path) }
        try FileManager.default.createDirectory(
            atPath: configuration.dataDirectory, withIntermediateDirectories: true)
        do {
            return try IdentityKey.read(path: path)
        } catch CryptoError.keyFileMissing {
            return try IdentityKey.create(path: path)
        }
    }

    /// Where the key of resident numbers is, or would be made.
    var identityKeyPath: String { configuration.identityKeyFile ?? configuration.dataDirectory + "/identity.key" }

    func ledger(today: CivilDate) throws -> Ledger {
        Ledger(acts: ActVocabulary.acts, identityKey: try identityKey(), today: today)
    }

    var journal: SendJournal { SendJournal(directory: configuration.journalDirectory) }

    /// The channels served from this machine, with what the bureau's site says about it on the day.
    func channels(on day: CivilDate, _ connection: isolated Connection) throws -> [any Channel] {
        channels(try BureauSiteSettings.inForce(on: day, connection))
    }

    /// The same before the register was asked: enough to name them and to see whether each is set up right.
    var configuredChannels: [any Channel] { channels(BureauSiteSettings(agencyName: "", objectionDays: 0)) }

    private func channels(_ settings: BureauSiteSettings) -> [any Channel] {
        let site = BureauSite(root: configuration.siteDirectory, settings: settings)
        let drop = FileDrop(code: "sharing-platform", root: configuration.dropDirectory)
        let enterprise = configuration.enterprise.map { EnterpriseSystem(access: $0) }
        return [site, drop] + (enterprise.map { [$0] } ?? [])
    }
}
