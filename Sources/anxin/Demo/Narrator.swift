import SafetyCredit

/// Tells the story on standard output.
struct Narrator: Sendable {
    let language: Language

    func chapter(_ number: Int, _ chinese: String, _ english: String) {
        let line = language.choose("第 \(number) 章  \(chinese)", "Chapter \(number)  \(english)")
        Console.print("\n\(line)")
    }

    func tell(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) {
        Console.print("  " + language.choose(chinese(), english()))
    }

    /// Something that was just checked.
    func proved(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) {
        Console.print("  ✓ " + language.choose(chinese(), english()))
    }

    func took(since start: ContinuousClock.Instant) {
        let tenths = Int((start.duration(to: .now) / .milliseconds(100)).rounded())
        let seconds = "\(tenths / 10).\(tenths % 10)"
        tell("（用时 \(seconds) 秒）", "(took \(seconds) s)")
    }
}
