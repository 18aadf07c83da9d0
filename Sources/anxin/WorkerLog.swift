import Foundation
import SafetyCredit

/// Lines on standard error about what a worker does, for people or for programs.
struct WorkerLog: Sendable {
    private let format: LogFormat

    init(_ format: LogFormat) {
        self.format = format
    }

    func write(_ event: Worker.Event) { write(event.name, event.facts, level: event.level) }

    func write(_ name: String, _ facts: [(name: String, value: String)] = [], level: Worker.Event.Level = .info) {
        let time = BusinessMoment.now().isoTime
        switch format {
        case .text:
            let rest = facts.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
            Console.note("\(time) \(level.rawValue) \(name) \(rest)", quiet: false)
        case .json:
            var members: [String: JSONValue] = [
                "time": .string(time), "level": .string(level.rawValue), "event": .string(name),
            ]
            for (name, value) in facts { members[name] = .string(value) }
            Console.note(JSONValue.object(members).canonicalText, quiet: false)
        }
    }
}
