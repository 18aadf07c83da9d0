import Foundation

// embed-sql ROOT OUTPUT: writes one Swift file that holds every .sql and .csv file below ROOT as a raw string,
// except those that only tests use (ROOT/tests) and the committed dump (ROOT/schema.sql).

let root = URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true).standardizedFileURL
let output = URL(fileURLWithPath: CommandLine.arguments[2])

guard let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else {
    fatalError("cannot read the folder \(root.path())")
}
let prefix = root.path().hasSuffix("/") ? root.path() : root.path() + "/"
let files = walk.compactMap { $0 as? URL }
    .filter { ["sql", "csv"].contains($0.pathExtension) }
    .map { (path: String($0.standardizedFileURL.path().dropFirst(prefix.count)), url: $0) }
    .filter { !$0.path.hasPrefix("tests/") && $0.path != "schema.sql" }
    .sorted { $0.path < $1.path }

var source = "enum EmbeddedSQL {\n    static let files: [(path: String, content: String)] = [\n"
for file in files {
    let content = try String(contentsOf: file.url, encoding: .utf8)
    source += "        (\n            #####\"\(file.path)\"#####,\n            #####\"\"\"\n"
    source += content.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n")
    source += "\n\"\"\"#####\n        ),\n"
}
source += "    ]\n}\n"
try source.write(to: output, atomically: true, encoding: .utf8)
