import SafetyCredit
import Testing

/// **Source** RD-43.
@Suite("Credit code: GB 32100-2015, domain section 5")
struct CreditCodeTests {
    @Test(
        "A code with both check characters right is taken as it stands",
        arguments: [
            "9144030071526726XG", "91110000802100433B", "914403001922038216", "91100000100003962T",
            "91330100799655058B",
            "91421321MA49K3C490", "91421381589123459D", "9142130070712340XM", "91421303MA4F6G7H8L",
            "93421321MA4A2B3C1Y",
            "51421300MJ0123456G", "91421381MA49D5E65X",
        ])
    func valid(code: String) throws {
        #expect(try CreditCode(code).text == code)
    }

    @Test(
        "Blanks around, small letters and full-width characters are brought to the written form",
        arguments: [
            " 91421321MA49K3C490\t", "91421321ma49k3c490", "９１４２１３２１ＭＡ４９Ｋ３Ｃ４９０", "　91421321ｍａ49k3c490\r\n",
            "\u{FEFF}91421321MA49K3C490",
        ])
    func normalised(raw: String) throws {
        #expect(try CreditCode(raw).text == "91421321MA49K3C490")
    }

    @Test(
        "A broken code names the rule",
        arguments: [
            ("91421321MA49K3C409", CreditCodeError.organisationCheck),  // last two swapped
            ("91412321MA49K3C490", .check),  // division digits swapped
            ("91421321MA49K3C491", .check),
            ("91421321MA49K3C4", .length(16)),
            ("91421321MA49K3C4900", .length(19)),
            ("", .length(0)),
            ("9142132IMA49K3C490", .character(position: 8)),
            ("91421321MO49K3C490", .character(position: 10)),
            ("91421321MA49K3S490", .character(position: 15)),
            ("91421321MA49K3V490", .character(position: 15)),
            ("Z1421321MA49K3C490", .character(position: 1)),
            ("91421321 A49K3C490", .character(position: 9)),
            ("91421321-A49K3C490", .character(position: 9)),
            ("91421321随A49K3C490", .character(position: 9)),
            ("91421321-MA49K3C49-0", .length(20)),
        ])
    func broken(code: String, rule: CreditCodeError) {
        #expect(throws: rule) { try CreditCode(code) }
    }

    @Test("Parts are read by position")
    func parts() throws {
        let code = try CreditCode("91421321MA49K3C490")
        #expect(code.divisionCode == "421321")
        #expect(code.organisationCode == "MA49K3C49")
    }

    @Test("Any single character replaced is noticed")
    func singleReplacement() throws {
        let code = Array("91421381589123459D")
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        for position in code.indices {
            for replacement in alphabet where replacement != code[position] {
                var changed = code
                changed[position] = replacement
                #expect(throws: CreditCodeError.self, "position \(position + 1)") { try CreditCode(String(changed)) }
            }
        }
    }
}
