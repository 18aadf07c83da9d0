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
        schemaVersion = Int(try members.integer("schema_version"))
        applied = try members.objects("applied") { (applied) throws(JSONFault) in
            Applied(
                entryID: try applied.integer("entry_id"), version: try applied.integer("version"),
                key: try applied.text("key"),
                line: try applied.object("line") { (line) throws(JSONFault) in try ListLine(line) })
        }
        changes = try members.objects("changes") { (change) throws(JSONFault) in
            Change(
                entryID: try change.integer("entry_id"), version: try change.integer("version"),
                action: try change.text("action"), at: try change.text("at"))
        }
        indexKeys = try members.object("index_keys") { (keys) throws(JSONFault) in try keys.texts() }
    }

    var canonicalJSON: [UInt8] {
        JSONWriter.object { writer in
            writer.member("applied", objects: applied) { applied, writer in
                writer.member("entry_id", applied.entryID)
                writer.member("key", applied.key)
                if let line = applied.line { writer.member("line") { line.write(to: &$0) } }
                writer.member("version", applied.version)
            }
            writer.member("changes", objects: changes) { $0.write(to: &$1) }
            writer.member("index_keys", indexKeys)
            writer.member("revision", revision)
            writer.member("schema_version", Int64(schemaVersion))
        }
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
