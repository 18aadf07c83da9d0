/// The status a process ends with, after sysexits(3), so that scripts and timers can tell what kind of failure it was.
public enum ExitStatus: Int32, Sendable {
    /// Done; also "nothing to do".
    case done = 0
    /// The work was understood and did not succeed.
    case failure = 1
    /// `doctor` found something wrong.
    case unhealthy = 2
    /// The command line was wrong.
    case usage = 64
    /// Input was read and refused.
    case inputRejected = 65
    /// An input file is missing.
    case noInput = 66
    /// The database cannot be reached or is not one the register may run on.
    case unavailable = 69
    /// A defect of the program.
    case bug = 70
    /// Reading or writing failed.
    case inputOutput = 74
    /// Somebody else holds a lock; the same command can succeed later.
    case tryLater = 75
    /// The role may not do this.
    case notPermitted = 77
    /// The configuration is wrong.
    case configuration = 78
}
