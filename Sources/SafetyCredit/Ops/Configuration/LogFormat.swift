/// How a log line is written: for people, or as one JSON object for programs.
public enum LogFormat: String, CaseIterable, Sendable {
    case text, json
}
