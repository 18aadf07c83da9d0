extension SiteState {
    /// The state in its file; nil when that cannot be read.
    init?(json bytes: [UInt8]) {
        let read = bytes.withUnsafeBytes { bytes -> SiteState? in
            do throws(JSONFault) {
                return try SiteState(JSONMembers(bytes))
            } catch { return nil }
        }
        guard let read else { return nil }
        self = read
    }

    private init(_ members: JSONMembers) throws(JSONFault) {
        self.init(revision: try members.text("revision"))
        applied = try members.objects("applied") { (applied) throws(JSONFault) in
            var place = try Place(applied)
            // Up to schema version 1 a state held the whole line.
            if place == nil {
                place = try applied.object("line") { (line) throws(JSONFault) in try Place(line) } ?? nil
            }
            return Applied(
                entryID: try applied.integer("entry_id"), version: try applied.integer("version"),
                key: try applied.text("key"), place: place)
        }
        changes = try members.objects("changes") { (change) throws(JSONFault) in
            Change(
                entryID: try change.integer("entry_id"), version: try change.integer("version"),
                action: try change.text("action"), at: try change.text("at"))
        }
        indexKeys = try members.object("index_keys") { (keys) throws(JSONFault) in try keys.texts() }
        digests = try members.object("digests") { (digests) throws(JSONFault) in try digests.texts() } ?? [:]
    }

    var canonicalJSON: [UInt8] {
        JSONWriter.object { writer in
            writer.member("applied", objects: applied) { applied, writer in
                writer.member("decided_on", applied.place?.decidedOn)
                writer.member("entry_id", applied.entryID)
                writer.member("key", applied.key)
                writer.member("list_code", applied.place?.listCode)
                writer.member("reporting_unit", applied.place?.reportingUnit)
                writer.member("version", applied.version)
            }
            writer.member("changes", objects: changes) { $0.write(to: &$1) }
            writer.member("digests", digests)
            writer.member("index_keys", indexKeys)
            writer.member("revision", revision)
            writer.member("schema_version", Self.schemaVersion)
        }
    }
}

extension SiteState.Place {
    /// Nil of an entry that is withdrawn.
    fileprivate init?(_ members: JSONMembers) throws(JSONFault) {
        guard let decidedOn = try members.optionalDate("decided_on") else { return nil }
        self.init(
            listCode: try members.text("list_code"), reportingUnit: try members.text("reporting_unit"),
            decidedOn: decidedOn)
    }
}

extension SiteState.Change {
    func write(to writer: inout JSONWriter) {
        writer.member("action", action)
        writer.member("at", at)
        writer.member("entry_id", entryID)
        writer.member("version", version)
    }
}
