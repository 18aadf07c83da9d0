/// The rule that a cell breaks. Holds nothing of the cell's content, so that a fault may be logged and shown.
public enum CellFault: Error, Hashable, Sendable {
    /// The column is required and the cell is blank.
    case missing

    // What the file did to it
    case formula
    case lostDigits
    case errorValue

    // Text
    /// More characters than the column takes.
    case tooLong(limit: Int)
    case controlCharacter
    /// A character without a public meaning: decoders disagree about it, so a name with it cannot be compared.
    case privateUseCharacter

    // Identifiers (GB 32100, GB 11643)
    case codeLength(Int)
    case codeCharacter(position: Int)
    /// Capital and small letters in one code.
    case codeMixesCases
    case organisationCheck
    case codeCheck

    // Dates
    case dateSpelling
    /// The calendar has no such day.
    case dateImpossible
    /// The date lies after the day of the import.
    case dateAhead
    /// A time of day other than midnight where a date is wanted.
    case dateHasTime
    /// The date lies before the one in the other column.
    case dateBefore(title: String)

    // Numbers
    case numberSpelling
    case numberNegative
    /// More decimals than a fen can carry.
    case numberTooFine(decimals: Int)
    case numberOutside(from: Int64, to: Int64)

    // Choices
    case notYesOrNo
    case unknownChoice(allowed: [String])

    // Several cells together
    /// Blank, though another column says that it applies.
    case missingWith(title: String, value: String)
    /// The stated accident grade is below the one that deaths, injuries and loss give.
    case gradeBelowToll(due: String)
    /// The accident grade is blank and no toll gives it.
    case gradeUnknown

    // What only the register can tell
    /// The same key stands in an earlier row of the file.
    case repeatsRow(Int)
    case unknownSubject
    case unknownOfficer
    case unknownReportingUnit
    case unknownAgency
    /// The key belongs to a record of another subject.
    case alreadyRegistered
    /// The record is known with other content; a correction is an act of its own.
    case recordDiffers
}

extension CellFault {
    init(_ damage: CellDamage) {
        self =
            switch damage {
            case .formula: .formula
            case .lostDigits: .lostDigits
            case .errorValue: .errorValue
            case .impossibleDate: .dateImpossible
            }
    }
}
