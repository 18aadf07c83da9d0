/// An error that can be told to the person at the terminal: its sentence in either language and the status to exit with.
///
/// Sentences are made here and nowhere else from the case; they hold no SQL, no bind values and no personal data.
public protocol UserFacingError: Error {
    /// The status the process ends with.
    var exitStatus: ExitStatus { get }

    /// One or more full sentences without a trailing newline.
    func sentence(in language: Language) -> String

    /// What only who asks for it gets to see, such as the server's own words: it may hold personal data.
    var details: String { get }
}

extension UserFacingError {
    public var details: String { String(reflecting: self) }
}
