import Foundation

/// Reads settings one by one and keeps what was wrong with them.
struct SettingReader {
    let environment: [String: String]
    private(set) var problems: [ConfigurationProblem] = []

    init(environment: [String: String]) { self.environment = environment }

    /// The variable's text; empty counts as unset.
    func text(_ variable: String) -> String? {
        environment[variable].flatMap { $0.isEmpty ? nil : $0 }
    }

    mutating func choice<C: RawRepresentable & CaseIterable>(
        _ flag: String?, _ flagValue: String?, variable: String, default fallback: C
    ) -> C where C.RawValue == String {
        guard let value = flagValue ?? text(variable) else { return fallback }
        if let choice = C(rawValue: value) { return choice }
        let setting = flagValue == nil ? variable : flag ?? variable
        problems.append(.unknownValue(setting: setting, value: value, allowed: C.allCases.map(\.rawValue)))
        return fallback
    }

    mutating func absolutePath(_ variable: String) -> String? {
        guard let path = text(variable) else { return nil }
        guard path.hasPrefix("/") else {
            problems.append(.relativePath(setting: variable, path: path))
            return nil
        }
        return path
    }

    /// A folder that exists; relative to the working directory when it is not absolute.
    mutating func folder(_ variable: String) -> String? {
        guard let path = text(variable) else { return nil }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            problems.append(.unreadablePath(setting: variable, path: path))
            return nil
        }
        return path
    }

    /// A file that exists and that nobody can read but its owner and, unless it is a key of our own, its group.
    mutating func secretFile(_ variable: String, groupMayRead: Bool = true) -> String? {
        guard let path = absolutePath(variable) else { return nil }
        guard FileManager.default.isReadableFile(atPath: path),
            let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = attributes[.posixPermissions] as? Int
        else {
            problems.append(.unreadablePath(setting: variable, path: path))
            return nil
        }
        if mode & (groupMayRead ? 0o007 : 0o077) != 0 {
            problems.append(.secretReadableByOthers(setting: variable, path: path))
        }
        return path
    }

    mutating func complain(_ problem: ConfigurationProblem) { problems.append(problem) }

    /// An address of the form `https://host[:port][/path]`, without user, query or fragment.
    mutating func secureURL(_ variable: String) -> String? {
        guard let value = text(variable) else { return nil }
        guard let parts = URLComponents(string: value), parts.scheme == "https", let host = parts.host, !host.isEmpty,
            parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil
        else {
            problems.append(.notASecureURL(setting: variable))
            return nil
        }
        return value
    }

    /// A file of certificates in PEM.
    mutating func certificateFile(_ variable: String) -> String? {
        guard let path = absolutePath(variable) else { return nil }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            problems.append(.unreadablePath(setting: variable, path: path))
            return nil
        }
        guard text.contains("-----BEGIN CERTIFICATE-----") else {
            problems.append(.noCertificate(setting: variable, path: path))
            return nil
        }
        return path
    }

    /// The key in a key file that only its owner can read.
    mutating func key(_ variable: String) -> SecretKey? {
        guard let path = secretFile(variable) else { return nil }
        do {
            return try SecretKey.read(path: path)
        } catch {
            switch error {
            case .keyFileOpenToOthers: problems.append(.secretReadableByOthers(setting: variable, path: path))
            case .keyFileMalformed: problems.append(.malformedKey(setting: variable, path: path))
            default: problems.append(.unreadablePath(setting: variable, path: path))
            }
            return nil
        }
    }
}
