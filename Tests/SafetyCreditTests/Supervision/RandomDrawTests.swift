import Testing

@testable import SafetyCredit

@Suite("The rule of the random draw") struct RandomDrawTests {
    private static let codes = (1...7).map { CreditCodes.code($0) }

    @Test(
        "Seed and codes give the order that sha256sum and sort give",
        arguments: [
            (100, [3, 6, 5, 4, 2, 1, 7]), (50, [3, 6, 5, 4]), (43, [3, 6, 5, 4]), (42, [3, 6, 5]), (1, [3]), (0, []),
        ])
    func order(percent: Int, expected: [Int]) {
        let drawn = RandomDraw.drawn(from: Self.codes.reversed(), seed: "abc", percent: percent)
        #expect(drawn == expected.map { Self.codes[$0 - 1] })
    }

    @Test("The population's digest is that of its sorted codes joined by newlines")
    func digest() {
        #expect(
            RandomDraw.digest(ofPopulation: Self.codes.shuffled()).hex
                == "7892eef60e1be4d13271c10a9974ee6e64b71be12ca91e36af9d6d57b83927d6")
        // Of nothing: the digest of an empty text.
        #expect(
            RandomDraw.digest(ofPopulation: []).hex
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }
}
