import PQ
import SafetyCredit

/// Reads one row under these titles as a line of its kind, on 2025-03-01.
func readLine<Line: ImportLine>(_ cells: [(title: String, text: String)], as: Line.Type = Line.self) throws
    -> ImportReading<Line>
{
    let text = [cells.map(\.title), cells.map(\.text)].map { $0.map(quoted).joined(separator: ",") }.joined(
        separator: "\n")
    return try withScratchFile(Array((text + "\n").utf8)) { path in
        try ImportFormat<Line>.read(path: path, today: importDay)
    }
}

let importDay = CivilDate(iso: "2025-03-01")!

private func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }

/// The cells with some of them exchanged; nil takes the column away.
func with(_ cells: [(title: String, text: String)], _ changes: [String: String?]) -> [(title: String, text: String)] {
    var result = cells
    for (title, text) in changes {
        let index = result.firstIndex { $0.title == title }
        switch (index, text) {
        case (let index?, let text?): result[index].text = text
        case (let index?, nil): result.remove(at: index)
        case (nil, let text?): result.append((title, text))
        case (nil, nil): break
        }
    }
    return result
}
