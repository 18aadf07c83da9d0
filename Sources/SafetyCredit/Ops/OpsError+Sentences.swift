extension OpsError {
    var englishSentence: String {
        switch self {
        case .invalidConfiguration(let problems):
            problems.map { $0.sentence(in: .english) }.joined(separator: "\n")
        case .serverTooOld(let version, let minimum):
            """
            The server is PostgreSQL \(Self.dotted(version)); \(Self.dotted(minimum)) or newer is needed: 15.18 can commit both \
            halves of a write skew under serializable isolation and shows rows past row security.
            """
        case .encodingNotUTF8(let database, let encoding):
            "Database \(database) has encoding \(encoding); the register needs UTF8."
        case .characterTypeIsC(let database, let characterType):
            """
            Database \(database) has LC_CTYPE \(characterType): trigram search of Chinese names silently finds nothing there. \
            Create it with template0, encoding UTF8 and lc_ctype C.UTF-8.
            """
        case .misnamedFile(let path):
            "\(path) is not named NNNN_verb_object.sql."
        case .unknownStage(let path):
            "\(path) is in no known stage; a function or view stands in sql/functions/STAGE or sql/views/STAGE."
        case .duplicateMigration(let number):
            "Two migrations have the number \(Self.padded(number))."
        case .missingMigration(let number):
            "Migration \(Self.padded(number)) is missing: numbers must follow each other without a gap."
        case .unreadableSQLDirectory(let path):
            "The SQL folder \(path) cannot be read."
        case .malformedLine(let path, let line):
            "\(path), line \(line): not the four unquoted fields of its header."
        case .migrationEdited(let number, let name):
            "Migration \(Self.padded(number))_\(name) was changed after it was applied; write a new migration instead."
        case .schemaNewer(let applied, let newest):
            "The database is at migration \(applied), this program knows \(newest) only; use a newer anxin."
        case .schemaOutdated(let pending):
            "The database lacks \(pending.count) file(s) of this program; run `anxin db up`. First: \(pending.first ?? "–")."
        case .fileFailed(let path, let cause):
            "\(path) failed and left nothing behind: \(cause)"
        case .fileEndsItsTransaction(let path):
            "\(path) ended the transaction it was run in; a file holds no begin, commit or rollback."
        case .tableObjectsDropped(let names):
            """
            Re-running functions and views would drop \(names.joined(separator: ", ")) of tables; nothing was changed. \
            What a constraint, index, default or policy uses belongs in a migration.
            """
        case .migrationInProgress:
            "Another process is migrating this database; try again when it has finished."
        case .filePending(let path):
            "The database lacks sql/\(path) as this program has it; run `anxin db up`."
        case .fileOrphaned(let path):
            "The database has sql/\(path), which this program no longer has; run `anxin db up`."
        case .roleMissing(let role):
            "The server has no role \(role.rawValue)."
        case .roleNotGranted(let role, let login):
            """
            The login \(login) may not work as \(role.rawValue), which this command needs; use another login, or let an \
            administrator run: grant \(role.rawValue) to \(login)
            """
        case .notEmbedded:
            "The database is a server of its own, not the embedded cluster; stop it with its own tools."
        case .binariesMissing(let searched):
            "No PostgreSQL 15 or newer was found in \(searched.joined(separator: ", ")); install postgresql-15."
        case .binariesOfOtherVersion(let dataMajor, let found):
            """
            The data are of PostgreSQL \(dataMajor), installed is \(found.map(String.init).joined(separator: ", ")); \
            install postgresql-\(dataMajor) or upgrade the data with pg_upgrade.
            """
        case .serverUserMissing(let user):
            "Started by root, the server runs as user \(user), which does not exist; install postgresql-15 or create the user."
        case .folderUnreachable(let path, let user):
            "User \(user) cannot enter \(path) (a folder above it is closed to others, as /root is); set ANXIN_DATA_DIR."
        case .folderNotUsable(let path, let errorCode):
            "The folder or file \(path) cannot be used (error \(errorCode))."
        case .socketPathTooLong(let path):
            "No folder for the server's socket is short enough: \(path) has more than \(SocketDirectory.longestPath) bytes."
        case .clusterBusy(let lockFile):
            "Another process is starting or stopping the embedded database (\(lockFile) is locked); try again."
        case .toolFailed(let tool, let status, let output):
            "\(tool) ended with status \(status).\(output.isEmpty ? "" : "\n" + output)"
        }
    }

    var chineseSentence: String {
        switch self {
        case .invalidConfiguration(let problems):
            problems.map { $0.sentence(in: .chinese) }.joined(separator: "\n")
        case .serverTooOld(let version, let minimum):
            """
            数据库服务器为 PostgreSQL \(Self.dotted(version))，至少需要 \(Self.dotted(minimum))：15.18 在可串行化隔离下会让写偏斜的两个事务\
            都提交，并会越过行级安全泄露数据。
            """
        case .encodingNotUTF8(let database, let encoding):
            "数据库 \(database) 的编码是 \(encoding)，必须是 UTF8。"
        case .characterTypeIsC(let database, let characterType):
            """
            数据库 \(database) 的 LC_CTYPE 为 \(characterType)，按中文名称的模糊查找会悄悄查不到任何结果。请用 template0、编码 UTF8、\
            lc_ctype C.UTF-8 建库。
            """
        case .misnamedFile(let path):
            "文件 \(path) 的名称不符合“NNNN_动词_对象.sql”。"
        case .unknownStage(let path):
            "文件 \(path) 不属于任何阶段，函数和视图应放在 sql/functions/阶段 或 sql/views/阶段。"
        case .duplicateMigration(let number):
            "有两个编号为 \(Self.padded(number)) 的迁移文件。"
        case .missingMigration(let number):
            "缺少迁移文件 \(Self.padded(number))，编号必须连续。"
        case .unreadableSQLDirectory(let path):
            "SQL 目录 \(path) 无法读取。"
        case .malformedLine(let path, let line):
            "\(path) 第 \(line) 行不是表头所列的四个字段（不加引号）。"
        case .migrationEdited(let number, let name):
            "迁移文件 \(Self.padded(number))_\(name) 在执行之后被改动，应另写新的迁移文件。"
        case .schemaNewer(let applied, let newest):
            "数据库结构已到第 \(applied) 号迁移，本程序只认识到第 \(newest) 号，请使用新版 anxin。"
        case .schemaOutdated(let pending):
            "数据库结构落后于本程序 \(pending.count) 个文件（首个：\(pending.first ?? "–")），请先执行 anxin db up。"
        case .fileFailed(let path, let cause):
            "执行 \(path) 失败，未留下任何改动：\(cause)"
        case .fileEndsItsTransaction(let path):
            "\(path) 自行结束了事务，文件中不得有 begin、commit 或 rollback。"
        case .tableObjectsDropped(let names):
            """
            重建函数和视图会删去数据表的 \(names.joined(separator: "、"))，未作任何改动。约束、索引、默认值、行级策略所用的函数应写在迁移文件里。
            """
        case .migrationInProgress:
            "另一个进程正在升级这个数据库，请稍后再试。"
        case .filePending(let path):
            "数据库缺少本程序的 sql/\(path)（或其内容不同），请执行 anxin db up。"
        case .fileOrphaned(let path):
            "数据库中的 sql/\(path) 在本程序中已不存在，请执行 anxin db up。"
        case .roleMissing(let role):
            "数据库服务器缺少角色 \(role.rawValue)。"
        case .roleNotGranted(let role, let login):
            """
            数据库登录用户 \(login) 不能担任本命令所需的角色 \(role.rawValue)。请换用其他登录用户，或请管理员执行：\
            grant \(role.rawValue) to \(login)
            """
        case .notEmbedded:
            "所用数据库不是内嵌数据库，请用该服务器自己的工具停止。"
        case .binariesMissing(let searched):
            "在 \(searched.joined(separator: "、")) 中没有找到 PostgreSQL 15 或更新版本，请安装 postgresql-15。"
        case .binariesOfOtherVersion(let dataMajor, let found):
            """
            数据属于 PostgreSQL \(dataMajor)，已安装的是 \(found.map(String.init).joined(separator: "、"))，请安装 postgresql-\(dataMajor) \
            或用 pg_upgrade 升级数据。
            """
        case .serverUserMissing(let user):
            "以 root 启动时服务器以用户 \(user) 运行，但该用户不存在，请安装 postgresql-15 或创建该用户。"
        case .folderUnreachable(let path, let user):
            "用户 \(user) 无法进入目录 \(path)（上级目录不对其他用户开放，例如 /root），请设置 ANXIN_DATA_DIR。"
        case .folderNotUsable(let path, let errorCode):
            "目录或文件 \(path) 无法使用（错误 \(errorCode)）。"
        case .socketPathTooLong(let path):
            "找不到足够短的套接字目录：\(path) 超过 \(SocketDirectory.longestPath) 字节。"
        case .clusterBusy(let lockFile):
            "另一个进程正在启动或停止内嵌数据库（\(lockFile) 已被锁定），请稍后再试。"
        case .toolFailed(let tool, let status, let output):
            "\(tool) 以状态 \(status) 结束。\(output.isEmpty ? "" : "\n" + output)"
        }
    }

    /// A server version number as people write it: 150018 is 15.18.
    private static func dotted(_ versionNumber: Int) -> String { "\(versionNumber / 10_000).\(versionNumber % 10_000)" }

    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
