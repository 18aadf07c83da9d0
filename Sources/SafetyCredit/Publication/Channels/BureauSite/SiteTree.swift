/// The files of a release, held against what was written; what entry pages say is `SiteContents`' to prove.
struct SiteTree {
    let release: Folder
    let digests: [String: String]

    /// **Throws** `ChannelError.damaged` for a file that is missing, altered, or none of the site's.
    func check() throws(ChannelError) {
        for (name, sha256) in digests.sorted(by: { $0.key < $1.key }) {
            guard release.exists(name) else { throw damage(.missing, name) }
            guard release.fileSize(name) != nil, SHA256.hex(of: try release.read(name) ?? []) == sha256 else {
                throw damage(.altered, name)
            }
        }
        for name in try release.names()
        where digests[name] == nil && name != SitePaths.entryFolder && name != SitePaths.shelfFolder {
            throw damage(.foreign, name)
        }
        try checkPageNames()
    }

    private func checkPageNames() throws(ChannelError) {
        for name in try release.folder(SitePaths.entryFolder).names() where SitePaths.entryID(ofPage: name) == nil {
            throw damage(.foreign, SitePaths.entryFolder + "/" + name)
        }
        let shelves = release.folder(SitePaths.shelfFolder)
        for shelf in try shelves.names() {
            for name in try shelves.folder(shelf).names()
            where SitePaths.entryID(ofPage: name).map({ "\(SitePaths.shelf(of: $0))" }) != shelf {
                throw damage(.foreign, SitePaths.shelfFolder + "/" + shelf + "/" + name)
            }
        }
    }

    private func damage(_ damage: ChannelError.Damage, _ name: String) -> ChannelError {
        .damaged(path: release.file(name), reason: damage)
    }
}
