public import PQ

/// The codes that are taken although a check character fails (RD-43): a handful in a city.
enum VouchedCodes {
    static func all(on connection: isolated Connection) throws -> Set<String> {
        Set(try connection.values("select v.code from intake.vouched_code as v", as: String.self))
    }

    /// Those that an act may need: the register is asked only where one of its codes does not hold.
    static func needed(
        by line: ActLine, of fields: [ActField], on connection: isolated Connection
    ) throws -> Set<String> {
        let hold = fields.filter { $0.kind == .creditCode }.allSatisfy { field in
            guard case .string(let text) = line.members[field.name] else { return true }
            return (try? CreditCode(text)) != nil
        }
        return hold ? [] : try all(on: connection)
    }
}

extension CreditCode {
    /// Reads a code that somebody asks about; one that a document vouches for is taken too.
    ///
    /// - Throws: `CreditCodeError`; `PQError`.
    public static func asked(_ text: String, on connection: isolated Connection) throws -> CreditCode {
        if let code = try? CreditCode(text) { return code }
        return try CreditCode(text, vouchedFor: VouchedCodes.all(on: connection))
    }
}
