/// One thing wrong with the configuration; `validate()` collects all of them before it reports.
public enum ConfigurationProblem: Error, Equatable, Sendable {
    /// A setting has a value outside its list.
    case unknownValue(setting: String, value: String, allowed: [String])
    /// A setting names a path that is not absolute, so that its meaning would depend on the working directory.
    case relativePath(setting: String, path: String)
    /// A setting names a file or folder that does not exist or cannot be read.
    case unreadablePath(setting: String, path: String)
    /// A secret file can be read by others than its owner and group.
    case secretReadableByOthers(setting: String, path: String)

    func sentence(in language: Language) -> String {
        switch self {
        case .unknownValue(let setting, let value, let allowed):
            let list = allowed.joined(separator: language.choose("、", ", "))
            return language.choose(
                "\(setting) 的值“\(value)”无效，可用的值：\(list)。",
                "\(setting) is “\(value)”; it must be one of: \(list).")
        case .relativePath(let setting, let path):
            return language.choose(
                "\(setting) 必须是绝对路径，现为“\(path)”。", "\(setting) must be an absolute path, not “\(path)”.")
        case .unreadablePath(let setting, let path):
            return language.choose(
                "\(setting) 指定的“\(path)”不存在或无法读取。", "\(setting) names “\(path)”, which is missing or unreadable.")
        case .secretReadableByOthers(let setting, let path):
            return language.choose(
                "\(setting) 指定的密钥文件“\(path)”可被其他用户读取，请执行 chmod 600。",
                "\(setting) names the key file “\(path)”, which other users can read; run chmod 600.")
        }
    }
}
