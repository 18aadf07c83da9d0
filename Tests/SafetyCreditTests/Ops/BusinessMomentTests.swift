import PQ
import Testing

@testable import SafetyCredit

@Suite("The business day (RD-31)") struct BusinessMomentTests {
    @Test(
        "It changes at midnight in Shanghai, eight hours before midnight of UTC",
        arguments: [
            (1_704_038_399, "2023-12-31", "2023-12-31T23:59:59+08:00"),
            (1_704_038_400, "2024-01-01", "2024-01-01T00:00:00+08:00"),
            (1_709_135_999, "2024-02-28", "2024-02-28T23:59:59+08:00"),
            (1_709_136_000, "2024-02-29", "2024-02-29T00:00:00+08:00"),
        ])
    func midnight(seconds: Int, day: String, time: String) {
        let moment = BusinessMoment(secondsSince1970: seconds)
        #expect(moment.day.description == day)
        #expect(moment.isoTime == time)
    }
}
