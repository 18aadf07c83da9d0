extension CellParser where Value == CreditCode {
    /// A unified social credit code.
    ///
    /// **Throws** `codeLength`, `codeCharacter`, `organisationCheck`, `codeCheck`.
    public static var creditCode: CellParser {
        CellParser { text throws(CellFault) in
            do throws(CreditCodeError) { return try CreditCode(text) } catch { throw CellFault(error) }
        }
    }
}

extension CellFault {
    public init(_ error: CreditCodeError) {
        self =
            switch error {
            case .length(let count): .codeLength(count)
            case .character(let position): .codeCharacter(position: position)
            case .organisationCheck: .organisationCheck
            case .check: .codeCheck
            }
    }
}
