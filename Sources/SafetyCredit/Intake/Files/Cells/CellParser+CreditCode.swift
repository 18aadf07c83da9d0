extension CellParser where Value == CreditCode {
    /// A unified social credit code.
    ///
    /// Small letters are taken for capitals (RD-43) when all letters are small; a code of both was put together by hand somewhere, and goes
    /// back to be compared with the licence even where its check characters happen to hold.
    /// **Throws** `codeMixesCases`, `codeLength`, `codeCharacter`, `organisationCheck`, `codeCheck`.
    public static var creditCode: CellParser { creditCode(vouchedFor: []) }

    /// The same, taking also the codes for which a document vouches.
    static func creditCode(vouchedFor vouched: Set<String>) -> CellParser {
        CellParser { text throws(CellFault) in
            let letters = text.filter { $0.isASCII && $0.isLetter }
            guard letters.allSatisfy(\.isUppercase) || letters.allSatisfy(\.isLowercase) else { throw .codeMixesCases }
            do throws(CreditCodeError) { return try CreditCode(text, vouchedFor: vouched) } catch {
                throw CellFault(error)
            }
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
