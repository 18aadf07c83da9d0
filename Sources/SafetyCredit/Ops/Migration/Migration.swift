/// A numbered file that changes tables: applied once, in order, never edited afterwards.
public struct Migration: Equatable, Sendable {
    public let number: Int
    /// The part of the name after the number, e.g. `create_subject`.
    public let name: String
    public let file: SQLFile

    /// Reads number and name from `migrations/NNNN_verb_object.sql`.
    ///
    /// **Throws** `OpsError.misnamedFile` for any other name.
    init(file: SQLFile) throws(OpsError) {
        guard let match = file.path.wholeMatch(of: #/migrations/([0-9]{4})_([a-z0-9]+(?:_[a-z0-9]+)+)\.sql/#),
            let number = Int(match.1)
        else { throw .misnamedFile(path: "sql/" + file.path) }
        self.number = number
        self.name = String(match.2)
        self.file = file
    }
}
