/// One entry's page: made from the entry, and read back into what it shows.
enum EntryPage {
    private static let dataStart: StaticString = #"<script type="application/json" id="entry">"#
    private static let dataEnd: StaticString = "</script>"

    static func bytes(_ entry: PublicationEntry, version: Int64, with templates: SiteTemplates) -> [UInt8] {
        templates.page(view(entry, version: version), with: "entry")
    }

    private static func view(_ entry: PublicationEntry, version: Int64) -> PageView {
        var view = PageView([
            "root": "../", "robots": entry.isPerson ? "noindex, nofollow, noarchive" : "noarchive",
            "page_title": .text(entry.name), "entry_id": .text("\(entry.entryID)"), "version": .text("\(version)"),
            "sha256": .text(entry.sha256), "json": .markup(dataBlock(entry)),
            "name": .text(entry.name), "list_name": .text(entry.listName),
            "list_style": .text(entry.listCode == "serious" ? "serious" : "penalised"),
            "list_page": .text(SitePaths.view(SitePaths.listSlug(entry.listCode))),
            "subject_kind": .text(SubjectKindName.of(entry.subjectKind)), "is_person": .flag(entry.isPerson),
            "reporting_unit_name": .text(entry.reportingUnitName), "decision_number": .text(entry.decisionNumber),
            "deciding_agency": .text(entry.decidingAgency), "ground_text": .text(entry.groundText),
            "ground_clause": .text(entry.groundClause), "management_months": .number(entry.managementMonths),
            "remedies": .text(entry.remedies), "is_objection_pending": .flag(entry.isObjectionPending),
            "has_measures": .flag(!entry.measures.isEmpty),
            "measures": .parts(entry.measures.map { PageView(["text": .text($0)]) }),
        ])
        view["credit_code"] = .optional(entry.creditCode)
        view["masked_number"] = .optional(entry.maskedNumber)
        view["registered_address"] = .optional(entry.registeredAddress)
        view["basis"] = .optional(entry.basis)
        view["decided_on"] = .date(entry.decidedOn)
        view["published_on"] = .date(entry.publishedOn)
        view["last_day"] = .date(entry.lastDay)
        view["removal_from"] = .date(entry.removalFrom)
        return view
    }

    /// What a page shows.
    struct Shown: Sendable {
        var entry: PublicationEntry
        var version: Int64
    }

    /// Reads a page, nil unless its data block, its ids and its hash agree.
    static func read(_ bytes: [UInt8]) -> Shown? {
        guard let json = text(after: dataStart, before: dataEnd, in: bytes),
            let entry = PublicationEntry(json: json),
            meta(#"<meta name="entry-id" content=""#, in: bytes) == "\(entry.entryID)",
            meta(#"<meta name="entry-sha256" content=""#, in: bytes) == entry.sha256,
            let version = meta(#"<meta name="entry-version" content=""#, in: bytes).flatMap({ Int64($0) })
        else { return nil }
        return Shown(entry: entry, version: version)
    }

    private static func meta(_ start: StaticString, in bytes: [UInt8]) -> String? {
        text(after: start, before: "\"", in: bytes).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func text(after start: StaticString, before end: StaticString, in bytes: [UInt8]) -> [UInt8]? {
        guard let found = bytes.firstOffset(of: start) else { return nil }
        let first = found + start.utf8CodeUnitCount
        return bytes.firstOffset(of: end, from: first).map { Array(bytes[first..<$0]) }
    }

    /// The entry's JSON with nothing in it that could end the block or start markup.
    private static func dataBlock(_ entry: PublicationEntry) -> String {
        var block = ""
        for scalar in String(decoding: entry.canonicalJSON, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "<": block += "\\u003c"
            case ">": block += "\\u003e"
            case "&": block += "\\u0026"
            case "\u{2028}": block += "\\u2028"
            case "\u{2029}": block += "\\u2029"
            default: block.unicodeScalars.append(scalar)
            }
        }
        return block
    }
}
