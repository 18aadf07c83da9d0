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
    /// A setting is missing that the others of its group need.
    case missingSetting(setting: String, group: String)
    /// A setting is no address of the form `https://host[:port][/path]`; the value may hold a password and is not told.
    case notASecureURL(setting: String)
    /// A setting names a file without a certificate in PEM.
    case noCertificate(setting: String, path: String)
    /// A setting names a key file that is not one line of base64 of 32 bytes.
    case malformedKey(setting: String, path: String)

    public func sentence(in language: Language) -> String {
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
        case .missingSetting(let setting, let group):
            return language.choose(
                "设置了 \(group)_* 中的其他项，却缺少 \(setting)。", "\(setting) is missing, though others of \(group)_* are set.")
        case .notASecureURL(let setting):
            return language.choose(
                "\(setting) 必须是 https://主机[:端口][/路径] 形式的地址，不含用户名和查询。",
                "\(setting) must be an address https://host[:port][/path] without user or query.")
        case .noCertificate(let setting, let path):
            return language.choose(
                "\(setting) 指定的“\(path)”不是 PEM 格式的证书。", "\(setting) names “\(path)”, which holds no certificate in PEM."
            )
        case .malformedKey(let setting, let path):
            return language.choose(
                "\(setting) 指定的密钥文件“\(path)”应为一行 base64（32 字节）。",
                "\(setting) names the key file “\(path)”, which must hold one line of base64 of 32 bytes.")
        }
    }
}
