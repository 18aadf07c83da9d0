extension ActFields {
    /// The roles that a text names, with blanks between; empty when the field is absent.
    func roles(_ name: String) throws(Refusal) -> [OfficerRole] {
        var roles: [OfficerRole] = []
        for word in (try optionalText(name) ?? "").split(separator: " ") {
            guard let role = OfficerRole(rawValue: String(word)) else {
                throw Refusal(.badField, ["field": name, "expected": Self.knownRoles])
            }
            roles.append(role)
        }
        return roles
    }

    static let knownRoles = OfficerRole.allCases.map(\.rawValue).joined(separator: " ")
}
