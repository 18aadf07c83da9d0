import PQ
import Testing

@testable import SafetyCredit

@Suite("Resident number: GB 11643-1999, domain section 5")
struct ResidentNumberTests {
    private static let today = CivilDate(iso: "2025-02-28")!

    @Test(
        "A number with a real birth date and check character is taken",
        arguments: [
            ("421321197506304511", "1975-06-30"),
            ("421381199202290021", "1992-02-29"),
            ("421300196912317880", "1969-12-31"),
            (" 42132119750630451１ ", "1975-06-30"),
        ])
    func valid(raw: String, birth: String) throws {
        #expect(try ResidentNumber(raw, on: Self.today).birthDate.description == birth)
    }

    @Test(
        "A broken number names the rule",
        arguments: [
            ("421321197506304512", ResidentNumberError.check),
            ("4213211975063045l1", .character(position: 17)),
            ("42132119750630451A", .character(position: 18)),
            ("421321750630451", .length(15)),
            ("", .length(0)),
            ("421321197502304511", .birthDate),  // 30 February
            ("421321197513014511", .birthDate),
            ("421321199302290021", .birthDate),  // no leap year
            ("421321000006304511", .birthDate),
            ("421321202503014511", .birthAhead),
        ])
    func broken(raw: String, rule: ResidentNumberError) {
        #expect(throws: rule) { try ResidentNumber(raw, on: Self.today) }
    }

    @Test("A birth date of today is not ahead, one of tomorrow is")
    func edgeOfToday() throws {
        #expect(try ResidentNumber("421321202502284510", on: Self.today).birthDate == Self.today)
        #expect(throws: ResidentNumberError.birthAhead) { try ResidentNumber("421321202503014510", on: Self.today) }
    }

    @Test("No way of printing shows the birth date")
    func printing() throws {
        let number = try ResidentNumber("421321197506304511", on: Self.today)
        #expect(number.masked == "421321********4511")
        var dumped = ""
        dump(number, to: &dumped)
        let prints = [
            "\(number)", String(describing: number), String(reflecting: number), dumped, "\([number])",
            "\(Optional(number) as Any)",
        ]
        for print in prints {
            #expect(print.contains("421321********4511"))
            #expect(!print.contains("19750630"))
        }
    }

    @Test(
        "A number in groups is masked whatever single mark or invisible character parts them, and whatever passes for its X",
        arguments: [
            "421321.19750630.4511", "421321/19750630/4511", "421321，19750630，4511", "421321_19750630_4511",
            "421321\u{200B}19750630\u{FEFF}4511", "421321·1975·0630·4511", "11010519491231002X", "11010519491231002Х",
            "11010519491231002Χ", "11010519491231002×",
        ])
    func masked(text: String) {
        let digits = "号码\(text)。".maskingResidentNumbers().filter(\.isNumber)
        #expect(!digits.contains("19750630") && !digits.contains("19491231"))
        #expect(digits.hasPrefix(text.prefix(6)))
    }
}
