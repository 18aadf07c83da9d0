public import PQ

/// One dated rule: an answer to a reading, or the value of a parameter.
public struct PolicyRule: Sendable, Hashable {
    public enum Kind: String, Sendable, LabelledChoice, PQDecodable {
        case policy, parameter

        public var label: String {
            switch self {
            case .policy: "口径"
            case .parameter: "参数"
            }
        }
    }

    /// The row as a spreadsheet shows it; in an act the place in its list.
    public let rowNumber: Int
    public let kind: Kind
    /// RD-nn, or the code of the parameter.
    public let code: String
    public let validFrom: CivilDate
    /// An option such as `b`, or a whole number.
    public let value: String
    /// Unit of a parameter; checked against the register's when given.
    public let unit: ParameterUnit?
}
