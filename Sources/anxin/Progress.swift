import Foundation
import Synchronization

/// A line on a terminal that tells how far a long piece of work is; silent when standard error is no terminal.
final class Progress: Sendable {
    private let title: String
    private let isShown: Bool
    private let lastShown = Mutex<(count: Int, at: ContinuousClock.Instant)>((0, .now - .seconds(1)))

    init(_ title: String, _ options: CommonOptions) {
        self.title = title
        isShown = !options.quiet && !options.noProgress && isatty(STDERR_FILENO) == 1
    }

    /// Shows the count, at most ten times a second.
    func update(_ count: Int) {
        guard isShown else { return }
        let isDue = lastShown.withLock { last in
            guard last.at.duration(to: .now) >= .milliseconds(100) else { return false }
            last = (count, .now)
            return true
        }
        if isDue { show("\r\(title) \(count)") }
    }

    /// Takes the line away.
    func finish() {
        if isShown { show("\r\u{1B}[K") }
    }

    private func show(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
