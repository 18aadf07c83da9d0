import Foundation

/// The working days of the State Council's notices, read from their list and not from the register.
struct WorkingDays: Sendable {
    static let shared = WorkingDays()

    private let exceptions: [String: Bool]

    private init(beside file: String = #filePath) {
        let root = (0..<4).reduce(URL(fileURLWithPath: file)) { url, _ in url.deletingLastPathComponent() }
        let path = root.appendingPathComponent("sql/data/working-day-exceptions.csv").path
        let lines = (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n") ?? []
        exceptions = Dictionary(
            uniqueKeysWithValues: lines.dropFirst().map { line in
                let fields = line.split(separator: ",")
                return (String(fields[0]), fields[1] == "work")
            })
        precondition(exceptions.count > 300, "\(path) tells no exceptions")
    }

    /// The day itself when it is a working day, else the next that is.
    func first(from day: Day) -> Day {
        var day = day
        while !isWorkingDay(day) { day = day.next }
        return day
    }

    func isWorkingDay(_ day: Day) -> Bool {
        exceptions["\(day)"] ?? !["Saturday", "Sunday"].contains(day.weekday)
    }
}

extension Day {
    /// By Zeller's congruence.
    var weekday: String {
        let (year, month) = self.month < 3 ? (self.year - 1, self.month + 12) : (self.year, self.month)
        let place = (day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7
        return ["Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"][place]
    }
}
