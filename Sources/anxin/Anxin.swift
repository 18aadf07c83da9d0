import ArgumentParser
import Foundation
import Glibc
import SafetyCredit

@main
struct Anxin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "anxin",
        abstract: "安信：安全生产信用登记。",
        version: SafetyCredit.version,
        subcommands: [
            DatabaseCommand.self,
            ImportCommand.self,
            ActCommand.self,
            GradeCommand.self,
            PublishCommand.self,
            JobCommand.self,
            DoctorCommand.self,
            WorkerCommand.self,
            DueCommand.self,
            ReportCommand.self, DocumentCommand.self,
            SubjectCommand.self, PersonCommand.self, CaseCommand.self, MeasureCommand.self, PlanCommand.self,
            CalendarCommand.self,
            PolicyCommand.self,
            DemoCommand.self,
        ]
    )

    /// Runs the command and ends the process with the status that its error stands for.
    static func main() async {
        var language = Language.chinese
        var isVerbose = false
        // A reader that goes away (`anxin act … | head`) does not stop work half-way: the write fails instead, which Console bears.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if let command = command as? any AnxinCommand {
                language = command.common.reportLanguage
                isVerbose = command.common.verbose
            }
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            try Console.requireResults()
        } catch let error as any UserFacingError {
            Console.error(error.sentence(in: language))
            // The server's own words may hold personal data: only who asks gets them.
            if isVerbose { Console.error(error.details) }
            Foundation.exit(error.exitStatus.rawValue)
        } catch {
            exit(withError: error)
        }
    }
}

/// A command with the options that every command takes.
protocol AnxinCommand: AsyncParsableCommand {
    var common: CommonOptions { get }
}

extension ExitStatus {
    /// The error that ends the process with this status and prints nothing more.
    var exitCode: ExitCode { ExitCode(rawValue) }
}
