/// Which database a command works on.
public enum DatabaseTarget: Equatable, Sendable {
    /// A server named by `--database-url` or `ANXIN_DATABASE_URL`; the text may carry a password.
    case url(Secret)
    /// A server named by libpq's own variables (`PGHOST`, `PGSERVICE` and the like), which libpq reads itself.
    case libpqEnvironment
    /// The cluster that `anxin` keeps in its data directory.
    case embedded(dataDirectory: String)

    /// The variables that name a server; `PGUSER` or `PGPASSWORD` alone do not.
    static let namingVariables = ["PGHOST", "PGHOSTADDR", "PGSERVICE", "PGPORT", "PGDATABASE"]
}
