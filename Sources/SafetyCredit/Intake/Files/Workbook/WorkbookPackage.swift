/// The parts of a workbook and how they hang together.
struct WorkbookPackage {
    struct Sheet {
        let name: String
        let isVisible: Bool
        let part: String
    }

    let archive: ZipArchive
    /// Worksheets in the order of their tabs; sheets that hold only a chart or a dialogue are left out.
    private(set) var sheets: [Sheet] = []
    private(set) var usesDateSystem1904 = false
    private(set) var sharedStringsPart: String?
    private(set) var stylesPart: String?

    /// **Throws** `brokenArchive`, `brokenPart`, `notAWorkbook`, `unpacksTooLarge`, `documentType`.
    init(_ bytes: [UInt8], unpackedLimit: Int) throws(TableFileError) {
        archive = try ZipArchive(bytes, unpackedLimit: unpackedLimit)
        guard archive.contains("_rels/.rels") else { throw .notAWorkbook }
        let roots = try Self.relationships("_rels/.rels", base: "", in: archive)
        guard let workbook = roots.values.first(where: { $0.kind == "officeDocument" })?.target,
            workbook.hasSuffix(".xml")
        else { throw .notAWorkbook }

        let slash = workbook.lastIndex(of: "/")
        let base = slash.map { String(workbook[..<$0]) } ?? ""
        let file = slash.map { String(workbook[workbook.index(after: $0)...]) } ?? workbook
        let links = try Self.relationships(
            base.isEmpty ? "_rels/\(file).rels" : "\(base)/_rels/\(file).rels", base: base, in: archive)
        sharedStringsPart = links.values.first { $0.kind == "sharedStrings" }?.target
        stylesPart = links.values.first { $0.kind == "styles" }?.target
        try readWorkbook(workbook, links: links)
    }

    /// The named sheet, or the first visible one.
    ///
    /// **Throws** `noSuchSheet`, `noVisibleSheet`.
    func sheet(named name: String?) throws(TableFileError) -> Sheet {
        guard let name else {
            guard let first = sheets.first(where: \.isVisible) else { throw .noVisibleSheet }
            return first
        }
        guard let sheet = sheets.first(where: { $0.name == name }) else {
            throw .noSuchSheet(name, available: sheets.map(\.name))
        }
        return sheet
    }

    private struct Relationship {
        /// The last word of its type, which the transitional and the strict form share.
        let kind: String
        let target: String
    }

    private mutating func readWorkbook(_ name: String, links: [String: Relationship]) throws(TableFileError) {
        let part = try XMLPart(name, in: archive)
        var isWorkbook = false
        while let node = try part.next() {
            guard node == .start else { continue }
            if part.isNamed("workbook") {
                isWorkbook = true
            } else if part.isNamed("workbookPr") {
                usesDateSystem1904 = ["1", "true"].contains(part.attribute("date1904"))
            } else if part.isNamed("sheet") {
                guard let link = part.attribute("id", prefixed: true).flatMap({ links[$0] }), link.kind == "worksheet"
                else {
                    continue
                }
                let state = part.attribute("state") ?? "visible"
                sheets.append(
                    Sheet(name: part.attribute("name") ?? "", isVisible: state == "visible", part: link.target))
            }
        }
        guard isWorkbook else { throw .notAWorkbook }
    }

    private static func relationships(
        _ name: String, base: String, in archive: ZipArchive
    ) throws(TableFileError) -> [String: Relationship] {
        let part = try XMLPart(name, in: archive)
        var links: [String: Relationship] = [:]
        while let node = try part.next() {
            guard node == .start, part.isNamed("Relationship"), let id = part.attribute("Id"),
                let type = part.attribute("Type"), let target = part.attribute("Target")
            else { continue }
            let kind = type.split(separator: "/").last.map(String.init) ?? ""
            links[id] = Relationship(kind: kind, target: resolve(target, base: base))
        }
        return links
    }

    /// The name in the archive of a target that is absolute (`/xl/…`) or relative to the folder of its source.
    private static func resolve(_ target: String, base: String) -> String {
        var steps = target.hasPrefix("/") ? [] : base.split(separator: "/")
        for step in target.split(separator: "/") {
            switch step {
            case ".": continue
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}
