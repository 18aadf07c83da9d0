import PQ

/// The row every peer reads and writes.
struct Firm {
    let firmID: Int64
    let creditCode: String
    let name: String
    let county: Int32
    let capitalFen: Int64
    let foundedOn: CivilDate
    let updatedAt: Instant
    let note: String?

    static let names = "firm_id, credit_code, name, county, capital_fen, founded_on, updated_at, note"

    var check: Int64 { firmID + Int64(county) + Int64(foundedOn.daysSinceEpoch) + (note == nil ? 0 : 1) }
}

extension Firm: Row {
    static let columns = [
        Column("firm_id", Int64.self), Column("credit_code", String.self), Column("name", String.self),
        Column("county", Int32.self), Column("capital_fen", Int64.self), Column("founded_on", CivilDate.self),
        Column("updated_at", Instant.self), Column("note", String?.self),
    ]

    init(decoding row: inout RowDecoder) throws(PQError) {
        self.init(
            firmID: try row.next(), creditCode: try row.next(), name: try row.next(), county: try row.next(),
            capitalFen: try row.next(), foundedOn: try row.next(), updatedAt: try row.next(), note: try row.next())
    }
}

extension Firm: CopyRow {
    init(number: Int64, name: String) {
        self.init(
            firmID: number, creditCode: "INVENTED0000000001", name: name, county: Int32(421_300 + number % 5),
            capitalFen: number * 100, foundedOn: CivilDate(daysSinceEpoch: Int32(number % 9000)),
            updatedAt: Instant(microsecondsSinceEpoch: number * 1_000_000),
            note: number % 3 == 0 ? "note of three" : nil)
    }

    func encode(to encoder: inout CopyEncoder) {
        encoder.write(firmID)
        encoder.write(creditCode)
        encoder.write(name)
        encoder.write(county)
        encoder.write(capitalFen)
        encoder.write(foundedOn)
        encoder.write(updatedAt)
        encoder.write(note)
    }
}
