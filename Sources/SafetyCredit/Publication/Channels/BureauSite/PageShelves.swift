/// The entry pages of all releases, on shelves that a release takes over from the one before as long as nothing on them changes.
///
/// **Shape** `<root>/shelves/<shelf>/<n>/<id>.html` is a shelf as release *n* filled it; `<root>/releases/<m>/shelves/<shelf>` leads to the
/// one that release *m* shows. `<root>/entry/<id>.html` is the name readers use, one for all releases: it leads through `current`, so that
/// the page behind it appears, changes and is gone with the swap of `current`.
struct PageShelves {
    let root: Folder

    /// What releases have for a folder of entry pages.
    static let namesFromRelease = "../../\(SitePaths.entryFolder)"

    private static let current = "../current/"

    /// Where the name of an entry leads.
    private static func target(of entryID: Int64) -> String { current + SitePaths.shelved(entryID) }

    /// The place in a release to which a name leads; nil when it leads elsewhere.
    static func place(inRelease target: String) -> String? {
        target.hasPrefix(current) ? String(target.dropFirst(current.count)) : nil
    }

    /// An empty shelf for a release to fill, to which it leads from now on.
    func shelf(_ shelf: Int64, of number: Int, in release: Folder) throws(ChannelError) -> Folder {
        let versions = shelves.folder("\(shelf)")
        try versions.remove("\(number)")
        let new = versions.folder("\(number)")
        try new.create()
        try release.folder(SitePaths.shelfFolder).symlink(
            "\(shelf)", to: "../../../\(SitePaths.shelfFolder)/\(shelf)/\(number)")
        return new
    }

    /// Lets a release show every shelf of another but some.
    func takeOver(from previous: Folder, to release: Folder, but changed: Set<Int64>) throws(ChannelError) {
        let (old, new) = (previous.folder(SitePaths.shelfFolder), release.folder(SitePaths.shelfFolder))
        for name in try old.names() {
            guard let shelf = Int64(name), !changed.contains(shelf), let target = old.target(ofLink: name) else {
                continue
            }
            try new.symlink(name, to: target)
        }
    }

    /// Gives an entry its name; until the swap it leads to what `current` shows of it, if anything.
    func name(_ entryID: Int64) throws(ChannelError) {
        let (name, target) = (SitePaths.pageName(entryID), Self.target(of: entryID))
        guard names.target(ofLink: name) != target else { return }
        try names.remove(name)
        try names.symlink(name, to: target)
    }

    func removeName(_ entryID: Int64) throws(ChannelError) { try names.remove(SitePaths.pageName(entryID)) }

    /// Removes what is no name of an entry.
    func removeForeignNames() throws(ChannelError) {
        for name in try names.names() where SitePaths.entryID(ofPage: name) == nil { try names.remove(name) }
    }

    /// Removes what no release from `oldest` to `current` shows.
    func tidy(oldest: Int, current: Int) throws(ChannelError) {
        for name in try shelves.names() {
            let versions = shelves.folder(name)
            let numbers = try versions.names().compactMap { Int($0) }
            let shownByOldest = numbers.filter { $0 <= oldest }.max() ?? 0
            for number in numbers where number < shownByOldest || number > current { try versions.remove("\(number)") }
        }
    }

    private var shelves: Folder { root.folder(SitePaths.shelfFolder) }
    private var names: Folder { root.folder(SitePaths.entryFolder) }
}
