/// What the bureau says about itself on its site.
///
/// **Units** limits in working days; one that is nil is not shown.
public struct BureauSiteSettings: Codable, Sendable, Hashable {
    /// Whom a reader may ask.
    public struct Contact: Codable, Sendable, Hashable {
        public var unit: String
        public var phone: String
        public var address: String

        public init(unit: String, phone: String, address: String) {
            self.unit = unit
            self.phone = phone
            self.address = address
        }
    }

    public var agencyName: String
    public var siteTitle: String
    public var contacts: [Contact]
    /// Within which an accepted objection is answered (Plan VI).
    public var objectionDays: Int
    /// Within which an application for early removal is accepted or refused (Order 11 Art. 19).
    public var acceptanceDays: Int?
    /// Within which an accepted application is decided (Order 11 Art. 20).
    public var decisionDays: Int?
    /// Rows of one index page.
    public var rowsPerPage: Int

    public init(
        agencyName: String, siteTitle: String = "安全生产信用信息公示", contacts: [Contact] = [], objectionDays: Int,
        acceptanceDays: Int? = nil, decisionDays: Int? = nil, rowsPerPage: Int = 200
    ) {
        self.agencyName = agencyName
        self.siteTitle = siteTitle
        self.contacts = contacts
        self.objectionDays = objectionDays
        self.acceptanceDays = acceptanceDays
        self.decisionDays = decisionDays
        self.rowsPerPage = rowsPerPage
    }
}
