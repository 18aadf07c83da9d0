/// The product: the register of work-safety credit, one folder per stage.
public enum SafetyCredit {
    /// The version that stamps every output.
    public static let version = "0.1.0"
}
