import PQ

/// The number of a document: 随应急失信〔2025〕3号.
///
/// Numbers of one agency, year and kind follow each other without a gap and are never given twice. What keeps that is the primary key of
/// `cases.document_number` alone: an act that wants a number another act holds waits for that act's end, and then takes this number or the
/// next. There is no counter that a rolled-back act could have moved.
public struct DocumentNumber: Sendable, Hashable, CustomStringConvertible {
    /// The agency's word and that of the kind: 随应急失信.
    let head: String
    let year: Int32
    let serial: Int32

    public var description: String { "\(head)〔\(year)〕\(serial)号" }

    /// Reads a number as officers type it, in any kind of brackets; nil when the text has another form.
    init?(_ text: String) {
        guard let match = text.wholeMatch(of: /(.+?)[〔﹝\[［(（【](\d{4})[〕﹞\]］)）】]第?0*([1-9]\d{0,8})号/),
            let year = Int32(match.2), let serial = Int32(match.3)
        else { return nil }
        (head, self.year, self.serial) = (String(match.1), year, serial)
    }

    private init(head: String, year: Int32, serial: Int32) {
        (self.head, self.year, self.serial) = (head, year, serial)
    }

    /// The number of a document that an act issues: the one the officer typed, or the next of the agency, the kind and the year of the
    /// act's legal date.
    ///
    /// A typed number of the agency's own series, such as that of an older paper document, is noted so that it is never given out again.
    /// - Throws: `Refusal.numberTaken` when the register has given the typed number to another document;
    ///   `Refusal.agencyGivesNoNumbers`.
    static func settle(
        _ typed: String?, for kind: DocumentKind, of subjectID: Int64, in context: ActContext,
        on connection: isolated Connection
    ) throws -> String {
        guard let typed else { return try next(for: kind, of: subjectID, in: context, on: connection).description }
        if let number = DocumentNumber(typed) {
            try number.note(of: subjectID, in: context, on: connection)
        }
        return typed
    }

    private static func next(
        for kind: DocumentKind, of subjectID: Int64, in context: ActContext, on connection: isolated Connection
    ) throws -> DocumentNumber {
        let (agency, year, word) = (context.officer.agencyCode, Int32(context.on.year), kind.numberWord)
        let prefix = try connection.value(
            "select a.number_prefix from ops.agency as a where a.agency_code = \(agency)", as: String?.self)
        guard let prefix else { throw Refusal(.agencyGivesNoNumbers, ["agency": agency]) }
        while true {
            let serial = try connection.values(
                """
                insert into cases.document_number (agency_code, numbered_year, kind, serial_no, subject_id, act_id)
                select \(agency), \(year), \(word), coalesce(max(n.serial_no), 0) + 1, \(subjectID), \(context.actID)
                from cases.document_number as n
                where n.agency_code = \(agency) and n.numbered_year = \(year) and n.kind = \(word)
                on conflict (agency_code, numbered_year, kind, serial_no) do nothing
                returning serial_no
                """,
                as: Int32.self
            ).first
            // None: another act was given this number and has been committed meanwhile.
            if let serial { return DocumentNumber(head: prefix + word, year: year, serial: serial) }
        }
    }

    /// Keeps the number from being given out, of whatever kind it is: an officer may have typed one of another series.
    private func note(of subjectID: Int64, in context: ActContext, on connection: isolated Connection) throws {
        let words = DocumentKind.allCases.map(\.numberWord)
        try connection.execute(
            """
            insert into cases.document_number (agency_code, numbered_year, kind, serial_no, subject_id, act_id, is_typed)
            select a.agency_code, \(year), k.word, \(serial), \(subjectID), \(context.actID), true
            from ops.agency as a
            join unnest(\(words)) as k (word) on a.number_prefix || k.word = \(head)
            on conflict (agency_code, numbered_year, kind, serial_no) do nothing
            """
        )
        let isGiven = try connection.value(
            """
            select exists (
                select from cases.document_number as n
                join ops.agency as a on a.agency_code = n.agency_code and a.number_prefix || n.kind = \(head)
                where n.numbered_year = \(year) and n.serial_no = \(serial) and not n.is_typed
            )
            """,
            as: Bool.self
        )
        guard !isGiven else { throw Refusal(.numberTaken, ["number": description]) }
    }
}
