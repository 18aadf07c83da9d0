/// The roles of the database; migration 0001 creates them and each object grants to them what it allows.
public enum DatabaseRole: String, CaseIterable, Sendable {
    /// Owns the schema and migrates it.
    case owner = "anxin_owner"
    /// Performs acts and jobs.
    case worker = "anxin_worker"
    /// Reads `reports`, cases and issued documents; acts go through the worker.
    case officer = "anxin_officer"
    /// Reads `reports` only.
    case analyst = "anxin_analyst"
    /// Reads `publication` only.
    case publisher = "anxin_publisher"
    /// May reveal one resident number; each reading is logged.
    case revealer = "anxin_revealer"
}
