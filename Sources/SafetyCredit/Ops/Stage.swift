/// The stages of the register in the order of the way of the data: each uses only those before it.
///
/// A stage is a Swift folder, a PostgreSQL schema and a test folder of the same name. `law` and `ops` stand beside the
/// others and come first, because every other stage may use them.
public enum Stage: String, CaseIterable, Sendable {
    case law, ops, intake, register, records, cases, lists, supervision, publication, reports
}
