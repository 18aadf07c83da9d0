import PQ

/// A rule of a case: `RD-30=b` from the first day of the plan on, or from a day on, `RD-30=b@2024-03-11`; with the code of a number of the
/// law in place of a reading, `early-removal-months=6@2024-03-11`.
struct DatedRule {
    let code: String
    let value: String
    let validFrom: Day

    init(_ text: String) throws {
        let fault = FactNotation.Fault.unreadable(text, fact: text)
        let parts = text.split(separator: "@").map(String.init)
        let rule = (parts.first ?? "").split(separator: "=").map(String.init)
        guard rule.count == 2, let day = Day(iso: parts.count == 2 ? parts[1] : "2023-08-09") else { throw fault }
        (code, value, validFrom) = (rule[0], rule[1], day)
    }

    /// Writes the rule into the law's tables, past every act.
    func adopt(on connection: isolated Connection) throws {
        if code.hasPrefix("RD-") {
            try choose(value, for: code, from: validFrom.description, on: connection)
        } else {
            try connection.execute(
                """
                insert into law.parameter (parameter_code, valid_from, value, unit, article, is_verified)
                select \(code), \(validFrom.civilDate), \(value)::text::integer, min(p.unit), '试验', false
                from law.parameter as p
                where p.parameter_code = \(code)
                """)
        }
    }
}
