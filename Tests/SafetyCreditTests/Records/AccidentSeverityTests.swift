import SafetyCredit
import Testing

@Suite("Accident grades: Regulation on accident reports Art. 3")
struct AccidentSeverityTests {
    @Test(
        "Each criterion changes the grade at its number, which belongs to the higher grade",
        arguments: [
            (0, 0, 0, AccidentSeverity.ordinary), (2, 9, 999_999_999, .ordinary),
            (3, 0, 0, .larger), (9, 0, 0, .larger), (10, 0, 0, .major), (29, 0, 0, .major), (30, 0, 0, .extraordinary),
            (0, 10, 0, .larger), (0, 49, 0, .larger), (0, 50, 0, .major), (0, 99, 0, .major),
            (0, 100, 0, .extraordinary),
            (0, 0, 1_000_000_000, .larger), (0, 0, 4_999_999_999, .larger), (0, 0, 5_000_000_000, .major),
            (0, 0, 9_999_999_999, .major), (0, 0, 10_000_000_000, .extraordinary),
            (3, 50, 0, .major), (10, 10, 10_000_000_000, .extraordinary),
        ] as [(Int, Int, Int64, AccidentSeverity)])
    func grade(deaths: Int, injuries: Int, lossFen: Int64, due: AccidentSeverity) {
        #expect(AccidentSeverity(deaths: deaths, seriousInjuries: injuries, directLossFen: lossFen) == due)
    }

    @Test("The grades are ordered")
    func order() {
        #expect(AccidentSeverity.allCases == AccidentSeverity.allCases.sorted())
    }
}
