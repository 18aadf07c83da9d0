/// The product: the register of work-safety credit, one folder per stage.
public enum SafetyCredit {
    /// The version of the program, as `--version` and `db status` tell it.
    public static let version = "0.2.0"
}
