extension SiteTemplates {
    /// The icon of the browser's tab: a white shield on blue.
    static let emblem = #"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#0b4a8f"/>
        <path d="M16 5l9 3v7c0 6-4 10-9 12-5-2-9-6-9-12V8z" fill="#fff"/><path d="M11.500 15.500l3.500 3.500 6-6.500" fill="none" stroke="#a3191f" stroke-width="2.500"/></svg>
        """#
}
