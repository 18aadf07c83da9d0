import Foundation

/// A program that makes PDF.
enum PrintProgram {
    case libreOffice(path: String)
    case chromium(path: String)

    /// The programs found in the folders of PATH, the better one first.
    static func installed(_ environment: [String: String]) -> [PrintProgram] {
        let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").map(String.init)
        let find = { (names: [String]) in
            folders.flatMap { folder in names.map { "\(folder)/\($0)" } }
                .first { FileManager.default.isExecutableFile(atPath: $0) }
        }
        return [
            find(["soffice", "libreoffice"]).map { .libreOffice(path: $0) },
            find(["chromium", "chromium-browser", "google-chrome"]).map { .chromium(path: $0) },
        ].compactMap(\.self)
    }

    var path: String {
        switch self {
        case .libreOffice(let path), .chromium(let path): path
        }
    }

    /// Whether it reads the .docx file; else the HTML page.
    var readsWord: Bool {
        switch self {
        case .libreOffice: true
        case .chromium: false
        }
    }

    /// Arguments with which it prints `input` into the folder, keeping its profile there too.
    func arguments(input: String, folder: String) -> [String] {
        switch self {
        case .libreOffice:
            [
                "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore", "--convert-to", "pdf",
                "--outdir", folder, input,
            ]
        case .chromium:
            [
                "--headless", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir=\(folder)/profile",
                "--print-to-pdf=\(folder)/document.pdf",
            ]
                // Chromium's sandbox refuses root; the page runs no script and loads nothing.
                + (geteuid() == 0 ? ["--no-sandbox"] : []) + ["file://\(input)"]
        }
    }
}
