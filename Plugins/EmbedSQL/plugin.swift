import Foundation
import PackagePlugin

/// Runs `embed-sql` over the package's `sql/` folder, so that the binary carries every migration, function, view and data file.
///
/// Every file is an input: an edited file rebuilds the one generated source.
@main
struct EmbedSQL: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL.appending(path: "sql")
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedSQL.swift")
        let files = try embeddedFiles(below: root)
        return [
            .buildCommand(
                displayName: "Embedding \(files.count) files of sql/",
                executable: try context.tool(named: "embed-sql").url,
                arguments: [root.path(), output.path()],
                inputFiles: files,
                outputFiles: [output]
            )
        ]
    }

    private func embeddedFiles(below root: URL) throws -> [URL] {
        guard let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else { return [] }
        return walk.compactMap { $0 as? URL }
            .filter { ["sql", "csv"].contains($0.pathExtension) }
            .sorted { $0.path() < $1.path() }
    }
}
