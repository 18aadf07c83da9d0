import PQ

extension Officer {
    /// Whoever runs the work of an agency runs that of its own and of those below it, never that of another.
    ///
    /// - Returns: the agency and those above it.
    /// - Throws: `Refusal.unknownAgency`; `Refusal.agencyNotBelow` when it is neither the officer's own nor below it.
    /// **Source** Order 11 Art. 4; plan V.
    @discardableResult
    func requireOwnOrBelow(_ agencyCode: String, on connection: isolated Connection) throws -> [String] {
        let lineage = try Agency.lineage(of: agencyCode, on: connection)
        guard !lineage.isEmpty else { throw Refusal(.unknownAgency, ["agency": agencyCode]) }
        guard lineage.contains(self.agencyCode) else {
            throw Refusal(.agencyNotBelow, ["agency": agencyCode, "officer_agency": self.agencyCode])
        }
        return lineage
    }
}
