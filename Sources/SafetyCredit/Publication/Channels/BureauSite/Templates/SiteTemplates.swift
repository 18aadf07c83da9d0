import Mustache

/// The site's templates, style and script, and the revision that changes with any of them.
struct SiteTemplates: Sendable {
    private let library: MustacheLibrary
    private let settings: BureauSiteSettings
    /// Names what the pages look like: a page of another revision is rendered anew, not kept.
    let revision: String

    init(settings: BureauSiteSettings) {
        self.settings = settings
        let texts = [
            "layout": Self.layout, "entry": Self.entry, "index": Self.index, "row": Self.row, "about": Self.about,
        ]
        do {
            library = MustacheLibrary(templates: try texts.mapValues { try MustacheTemplate(string: $0) })
        } catch { preconditionFailure("a template of this file does not parse: \(error)") }
        var everything = CanonicalJSON.encode(settings)
        for text in [Self.layout, Self.entry, Self.index, Self.row, Self.about, Self.stylesheet, Self.script] {
            everything += text.utf8
        }
        revision = String(SHA256.hex(of: everything).prefix(12))
    }

    /// A whole page.
    func page(_ view: PageView, with template: String) -> [UInt8] {
        var view = view
        view["agency_name"] = .text(settings.agencyName)
        view["site_title"] = .text(settings.siteTitle)
        view["revision"] = .text(revision)
        return Array(render(view, with: template).utf8)
    }

    func render(_ view: PageView, with template: String) -> String {
        guard let page = library.render(view, withTemplate: template) else {
            preconditionFailure("there is no template \(template)")
        }
        return page
    }
}
